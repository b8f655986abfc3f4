import type { RowFault } from '../../programme/taken-file.ts';
import { openBook } from '../xlsx/book.ts';
import { STAMP_SHEET } from '../xlsx/stamp.ts';
import { openPackage } from './archive.ts';
import { type Problem, problem } from './fault.ts';
import { type Grid, type GridRow, gridOf } from './grid.ts';
import { plain } from './said.ts';

/** Columns that are looked at, with what people put beside ours. */
const COLUMNS = 60;
/** Rows above the headings, and below them. */
const [ABOVE, MOST_ROWS] = [15, 500];
/** Half of the headings in one row are the headings; a list of choices has some of them as well. */
const enoughOf = (columns: readonly TableColumn[]): number => Math.ceil(columns.length / 2);

type TableColumn = { readonly heading: string };

type TableToFind<C extends TableColumn> = {
  /** What the workbook is called. */
  readonly name: string;
  readonly columns: readonly C[];
  /** How to get a good one: ends what is said of one that cannot be read. */
  readonly anew: string;
};

/** The table of a workbook that came back, wherever it stands in it and in whatever order its columns are. */
export type ReturnedTable<C extends TableColumn> = {
  readonly sheet: string;
  /** Everything above the headings, and what stands below them. */
  readonly above: readonly GridRow[];
  readonly rows: readonly GridRow[];
  /** In which column of the sheet each of ours stands. */
  readonly at: ReadonlyMap<C, number>;
  /** Columns that are not there any more. */
  readonly gone: readonly C[];
  /** What is worth a look and stops nothing. */
  readonly notes: readonly string[];
};

/** The first sheet that has the headings, whatever it is called now. Throws for nothing that is in the file. */
export async function returnedTable<C extends TableColumn>(
  bytes: Uint8Array,
  to: TableToFind<C>,
): Promise<ReturnedTable<C> | Problem> {
  const parts = await openPackage(bytes);
  if ('problem' in parts) return parts;
  let unread: Problem | undefined;
  try {
    const book = openBook(parts);
    for (const sheet of book.sheets.filter(({ name }) => name !== STAMP_SHEET)) {
      const grid = gridOf(book, sheet, COLUMNS);
      if ('problem' in grid) unread ??= { ...grid, remedy: 'Excelで開き、上書き保存してから、もう一度送ってください' };
      else {
        const header = grid.rows.find(
          (row) => row.number <= ABOVE && headingsIn(row, to.columns).known >= enoughOf(to.columns),
        );
        if (header) return placed(grid, header, to);
      }
    }
  } catch {
    return problem('壊れているか、Excelブック（.xlsx）ではないファイルです', to.anew);
  }
  return unread ?? problem(`${to.name}の見出しの行がありません`, to.anew);
}

/** Widths, blanks and the sign of what must be written make no other heading. */
const bare = (heading: string): string => heading.normalize('NFKC').replace(/[\s*※]/g, '');

function headingsIn(row: GridRow, columns: readonly TableColumn[]) {
  const said = Array.from({ length: COLUMNS }, (_, i) => bare(plain(row.said(i + 1))));
  return { said, known: columns.filter(({ heading }) => said.includes(bare(heading))).length };
}

/** Columns are read by their headings, in any order. */
function placed<C extends TableColumn>(
  grid: Grid,
  row: GridRow,
  { columns }: TableToFind<C>,
): ReturnedTable<C> | Problem {
  const { said } = headingsIn(row, columns);
  const twice = columns.find(({ heading }) => said.filter((one) => one === bare(heading)).length > 1);
  if (twice)
    return problem(`「${twice.heading}」という見出しの列が2つあります`, '要らないほうの列を消して、送ってください');
  const rows = grid.rows.filter(({ number }) => number > row.number);
  const at = new Map(columns.map((column) => [column, said.indexOf(bare(column.heading)) + 1] as const));
  const ours = new Set(columns.map(({ heading }) => bare(heading)));
  const others = said.filter((one) => one !== '' && !ours.has(one));
  return {
    sheet: grid.name,
    above: grid.rows.filter(({ number }) => number < row.number),
    rows,
    at: new Map([...at].filter(([, column]) => column > 0)),
    gone: columns.filter((column) => at.get(column) === 0),
    notes: [
      ...(others.length > 0 ? [`「${others.slice(0, 5).join('」「')}」の列は読んでいません。`] : []),
      ...hiddenNote(grid),
    ],
  };
}

function hiddenNote({ hidden }: Grid): readonly string[] {
  if (hidden === 0) return [];
  return [hidden === 'all' ? '隠れているシートを読みました。' : `隠れている行（${hidden}行）も読みました。`];
}

/** Rows with content that are more than anybody fills in by hand. */
export function tooManyRows(count: number, anew: string): Problem | undefined {
  if (count <= MOST_ROWS) return undefined;
  return problem(`${count.toLocaleString('ja-JP')}行あり、多すぎます（${MOST_ROWS}行まで）`, anew);
}

/** Ids that stand in more than one row. */
export const repeatedIn = (rows: readonly { readonly id: string | undefined }[]): ReadonlySet<string> =>
  new Set(rows.flatMap(({ id }, at) => (id !== undefined && rows.findIndex((one) => one.id === id) < at ? [id] : [])));

/** A place in this table and what to write there instead. */
export const faultIn = ({ sheet }: { readonly sheet: string }, row: number, instead: string): RowFault => ({
  ...{ sheet, row, instead },
});
