import type { Book, BookSheet } from '../xlsx/book.ts';
import { type Range, type RawRow, readSheet, UnreadCells } from '../xlsx/sheet.ts';
import { type Problem, problem } from './fault.ts';
import { type CellSaid, cellSaid } from './said.ts';

export type GridRow = {
  readonly number: number;
  readonly said: (column: number) => CellSaid;
  /** What it says was worked out, and not written. */
  readonly isFormula: (column: number) => boolean;
};

/** A sheet as a person sees it: its rows from the top, and what each cell says. */
export type Grid = {
  readonly name: string;
  /** How many rows of it a filter or a hand has hidden; all of them in a hidden sheet. */
  readonly hidden: number | 'all';
  readonly rows: readonly GridRow[];
};

/** No sheet of the programme has more columns. */
const COLUMNS = 16;
/** How many cells may be covered by the ones beside them before that is no table any more. */
const MAX_COVERED = 100_000;

const REMEDY =
  'Excelで開き、上書き保存してからもう一度取り込んでください。続くときは、ひな形に値だけを貼り付けてください';

const COVERED: CellSaid = {
  kind: 'unclear',
  problem: problem('上か左のセルと結合されています', '結合を解いて、1行ごとに書いてください'),
};

/** Reads a sheet whole, or says why it cannot be. @param columns what stands beyond them is left out */
export function gridOf(book: Book, sheet: BookSheet, columns = COLUMNS): Grid | Problem {
  try {
    const { rows, merged } = readSheet(sheet.part ?? new Uint8Array(), columns);
    const covered = coveredCells(rows, merged, columns);
    const hidden = sheet.isHidden ? 'all' : rows.filter((row) => row.isHidden && row.cells.size > 0).length;
    return { name: sheet.name, hidden, rows: rows.map((row) => gridRow(book, row, covered)) };
  } catch (error) {
    const where = error instanceof UnreadCells && error.row > 0 ? `${error.row}行目のあたりに` : '';
    return problem(`シートを最後まで読めません（${where}読み取れない書き方があります）`, REMEDY);
  }
}

function gridRow(book: Book, { number, cells }: RawRow, covered: ReadonlyMap<number, ReadonlySet<number>>): GridRow {
  const hidden = covered.get(number);
  return {
    number,
    said: (column) => (hidden?.has(column) ? COVERED : cellSaid(cells.get(column), book)),
    isFormula: (column) => cells.get(column)?.isFormula ?? false,
  };
}

/** The columns of each row whose cells belong to another one that says something. */
function coveredCells(
  rows: readonly RawRow[],
  merged: readonly Range[],
  columns: number,
): ReadonlyMap<number, ReadonlySet<number>> {
  const covered = new Map<number, Set<number>>();
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const last = rows.at(-1)?.number ?? 0;
  let count = 0;
  for (const range of merged) {
    const own = byNumber.get(range.top)?.cells.get(range.left);
    if (own === undefined || (own.value ?? own.inline ?? '') === '') continue;
    for (const { row, column } of othersIn({
      ...range,
      bottom: Math.min(range.bottom, last),
      right: Math.min(range.right, columns),
    })) {
      if (++count > MAX_COVERED) throw new UnreadCells(range.top);
      covered.set(row, (covered.get(row) ?? new Set()).add(column));
    }
  }
  return covered;
}

/** The cells of a range but its first. */
function* othersIn({ top, left, bottom, right }: Range): Generator<{ readonly row: number; readonly column: number }> {
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      if (row !== top || column !== left) yield { row, column };
    }
  }
}
