import { currentInitiative } from '../../programme/initiatives/initiative.ts';
import { stampBook } from '../xlsx/stamp.ts';
import { withoutTimes } from '../zip-times.ts';
import { addRoadmapGuide } from './roadmap-guide.ts';
import { addChoices } from './roadmap-lists.ts';
import { addRoadmapSheet, type RoadmapSheet } from './roadmap-sheet.ts';

export type RoadmapBook = {
  /** One that can be sent back has one municipality, and its stamp; of several it is only to be read. */
  readonly sheets: readonly (RoadmapSheet & { readonly municipality: string })[];
  /** Of the catalogue. */
  readonly edition: string;
  readonly now: Date;
};

/** What its stamp calls it. */
const ROADMAP = '工程表';

/** 工程表 as an Excel file: a sheet for each municipality, how to fill it in, and what can be chosen. */
export async function roadmapBook({ sheets, edition, now }: RoadmapBook): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = '伴走ボット';
  workbook.created = now;
  workbook.modified = now;
  const [first, ...others] = sheets;
  const year = first?.year ?? now.getUTCFullYear();
  // Sheets stand in the order in which they are added; the lists that the first one names come behind it.
  const lists = addChoices(workbook, year);
  for (const sheet of sheets) addRoadmapSheet(workbook, sheet, lists);
  addRoadmapGuide(workbook, year);
  for (const worksheet of workbook.worksheets) Object.assign(worksheet, { orderNo: placeOf(worksheet.name) });
  if (first && others.length === 0) stampBook(workbook, stampOf(first, edition, now));
  workbook.views = [{ x: 0, y: 0, width: 24000, height: 14000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  return withoutTimes(Buffer.from(await workbook.xlsx.writeBuffer()));
}

const placeOf = (name: string): number => (name === '一覧' ? 1000 : name === '書き方' ? 999 : 0);

function stampOf({ municipality, year, initiatives }: RoadmapBook['sheets'][number], edition: string, now: Date) {
  const versions = Object.fromEntries(initiatives.map((one) => [one.id, currentInitiative(one).number]));
  return { kind: ROADMAP, municipality, year, edition, at: now.toISOString(), versions };
}
