import { dayOf, fullDate, timeOf } from '../programme/day.ts';
import { addSheetTable, type SheetTable } from './table-sheet.ts';
import { withoutTimes } from './zip-times.ts';

/** What a chat shows, as tables to keep, and what has to be known to read them. */
export type TableBook = {
  readonly title: string;
  /** What the file is called, where its title would be long. */
  readonly file?: string;
  readonly tables: readonly SheetTable[];
  readonly made: Date;
  /** Of which moment or day the figures are: 令和6年11月6日（水）現在. */
  readonly asOf: string;
  /** What is counted, and how. */
  readonly definitions: readonly string[];
};

const ABOUT = 'この表について';
/** Half the work of the best there is, and a file some larger: rows of a table are much alike. */
const FAST = { compression: 'DEFLATE', compressionOptions: { level: 1 } } as const;
const CUT = '…（続きは伴走ボットの画面にあります）';

/** A workbook that can be printed as it is. The same tables at the same moment give the same bytes. */
export async function tableBook({ title, tables, made, asOf, definitions }: TableBook): Promise<Uint8Array> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = '伴走ボット';
  workbook.created = made;
  workbook.modified = made;
  for (const table of tables) addSheetTable(workbook, table, CUT);
  const about = {
    name: ABOUT,
    headings: ['項目', '内容'],
    rows: [
      ['表', title],
      ['時点', asOf],
      ['作成日時', `${fullDate(dayOf(made))} ${timeOf(made)}`],
      ...definitions.map((each) => ['見方', each]),
    ],
  };
  addSheetTable(workbook, about, CUT);
  return new Uint8Array(withoutTimes(Buffer.from(await workbook.xlsx.writeBuffer({ zip: FAST }))));
}
