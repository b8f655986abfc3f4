import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { finalSheet } from '../../../bot/features/final-report/final-sheet.ts';
import { readEverything } from '../../../bot/hand-over/everything.ts';
import { exportFiles } from '../../../bot/hand-over/export.ts';
import { finalAnnexXlsx } from '../../../documents/final-report/final-annex-xlsx.ts';
import { finalReportDocx } from '../../../documents/final-report/final-report-docx.ts';
import { PROGRAMME, type Store } from '../../../storage/collections.ts';

/** A row of a sheet, by its headings. */
export type AnnexRow = Readonly<Record<string, string | number | undefined>>;

/** What is handed over of a store, and an export of the same records beside it. */
export type HandedOver = {
  readonly docx: Uint8Array;
  /** Of the Word file: every word of it. */
  readonly text: string;
  readonly sheets: ReadonlyMap<string, readonly AnnexRow[]>;
  /** Where the files of the export are. */
  readonly folder: string;
};

export async function handedOver(store: Store, now: Date): Promise<HandedOver> {
  const programme = (await store.programmes.get(PROGRAMME, 'programme'))?.value;
  if (!programme) throw new Error('no programme');
  const sheet = await finalSheet({ store, programme, now });
  const docx = await finalReportDocx(sheet);
  const all = await readEverything(store, now);
  const { files } = await exportFiles(all, { programme: programme.name }, { ...all, jobs: [] });
  const folder = mkdtempSync(join(tmpdir(), 'recount-'));
  for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
  const text = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array())
    .replaceAll('<w:noBreakHyphen/>', '-')
    .replace(/<[^>]+>/g, '');
  return { docx, text, sheets: await sheetsIn(await finalAnnexXlsx(sheet)), folder };
}

async function sheetsIn(annex: Uint8Array): Promise<ReadonlyMap<string, readonly AnnexRow[]>> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(annex as unknown as Parameters<typeof book.xlsx.load>[0]);
  return new Map(book.worksheets.map((sheet) => [sheet.name, rowsOf(sheet)]));
}

function rowsOf(sheet: exceljs.Worksheet): readonly AnnexRow[] {
  const headings = (sheet.getRow(1).values as unknown[]).slice(1).map(String);
  const found: AnnexRow[] = [];
  sheet.eachRow((row, at) => {
    if (at === 1) return;
    const cells = headings.map((heading, column) => [heading, shown(row.getCell(column + 1).value)] as const);
    found.push(Object.fromEntries(cells));
  });
  return found;
}

function shown(value: exceljs.CellValue): string | number | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'number' ? value : String(value);
}
