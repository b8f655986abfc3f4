import { type CellContext, isRead, unreadable } from './cells.ts';
import type { Column, Columns, Sheet, Values } from './columns.ts';
import { type Fault, type Findings, type Problem, problem } from './fault.ts';
import type { Grid, GridRow } from './grid.ts';
import { type CellSaid, plain } from './said.ts';

export const MAX_ROWS = 5000;
const NO_CELL: CellSaid = { kind: 'nothing' };

/** What could be read of a row: a cell with a fault says nothing, and neither does an empty one. */
export type Seen<C extends Columns> = { readonly [K in keyof C]?: Values<C>[K] | undefined };

/** A row, where it stands, and which of its cells have a fault. */
export type Line<C extends Columns> = {
  readonly row: number;
  readonly is: Seen<C>;
  readonly bad: ReadonlySet<keyof C>;
  /** What was written into a cell, read or not. */
  readonly written: (column: keyof C) => string;
};

/** A sheet while it is judged: its rows, and a way to say what is wrong with one of them. */
export type Table<C extends Columns> = {
  /** False where the sheet itself could not be read: that it has no rows then says nothing. */
  readonly isThere: boolean;
  /** Every row that is not blank. One bad cell hides nothing of the others. */
  readonly lines: readonly Line<C>[];
  /** The same rows once the workbook has no fault: then each has what its columns promise. */
  readonly whole: () => readonly Values<C>[];
  readonly fault: (line: Line<C>, column: keyof C, found: Problem) => void;
  readonly note: (line: Line<C>, column: keyof C, found: Problem) => void;
  /** Worth a look, and no row's own. */
  readonly noteSheet: (found: Problem) => void;
};

/** Reads a sheet whose first row names the columns. Blank rows do not count. */
export function readTable<C extends Columns>(
  sheet: Sheet<C>,
  grid: Grid | undefined,
  known: CellContext,
  findings: Findings,
): Table<C> {
  const at = grid ? placesOf(sheet, grid) : {};
  const rows = grid && filledRows(sheet, grid, findings);
  const lines = (rows ?? []).map((row) => readLine(sheet, row, at, known, findings));
  const tell = (into: Fault[]) => (line: Line<C>, column: keyof C, found: Problem) => {
    into.push({ sheet: sheet.name, row: line.row, column: sheet.columns[column]?.heading ?? '', ...found });
  };
  return {
    isThere: rows !== undefined,
    lines,
    whole: () => lines.map(({ is }) => is as Values<C>),
    fault: tell(findings.faults),
    note: tell(findings.notes),
    noteSheet: (found) => findings.notes.push({ sheet: sheet.name, row: 0, column: '', ...found }),
  };
}

/** The widest sheet with what people put beside it. */
const LAST_COLUMN = 16;

/** In which column of the sheet each of its columns stands, from 1; a later one stands wherever its heading does. */
export function placesOf({ columns }: Sheet, grid: Grid): Readonly<Record<string, number | undefined>> {
  const header = grid.rows.find(({ number }) => number === 1);
  const headingAt = (at: number) => plain(header?.said(at) ?? NO_CELL).replace(/\s/g, '');
  const entries = Object.entries(columns);
  const fixed = entries.filter(([, { later }]) => !later).length;
  const beyond = Array.from({ length: LAST_COLUMN - fixed }, (_, i) => fixed + 1 + i);
  return Object.fromEntries(
    entries.map(([key, { heading, later }], i) => [
      key,
      later ? beyond.find((at) => headingAt(at) === heading) : i + 1,
    ]),
  );
}

function filledRows(sheet: Sheet, grid: Grid, findings: Findings): readonly GridRow[] | undefined {
  const fixed = Object.values(sheet.columns).filter(({ later }) => !later);
  const headings = fixed.map((column) => column.heading);
  const wrong = headingFaults(sheet.name, headings, grid);
  findings.faults.push(...wrong);
  if (wrong.length > 0) return undefined;
  const rows = bodyOf(grid).filter((row) => headings.some((_, i) => row.said(i + 1).kind !== 'nothing'));
  if (rows.length <= MAX_ROWS) return rows;
  const found = problem(
    `${rows.length.toLocaleString('ja-JP')}行あり、多すぎます（5,000行まで）`,
    '要らない行を消してください',
  );
  findings.faults.push({ sheet: sheet.name, row: rows[MAX_ROWS]?.number ?? 0, column: '', ...found });
  return undefined;
}

/** The headings must stand in their order, so that a moved column is never read as another one. */
export function headingFaults(sheet: string, headings: readonly string[], grid: Grid): Fault[] {
  const header = grid.rows.find(({ number }) => number === 1);
  const order = `1行目の見出しを左から「${headings.join('」「')}」の順に並べてください`;
  return headings.flatMap((heading, i) => {
    const found = plain(header?.said(i + 1) ?? NO_CELL).replace(/\s/g, '');
    if (found === heading.replace(/\s/g, '')) return [];
    const what = found === '' ? `${i + 1}列目の見出しが空です` : `${i + 1}列目の見出しが「${found.slice(0, 30)}」です`;
    return [{ sheet, row: 1, column: heading, ...problem(what, order) }];
  });
}

export function bodyOf({ rows }: Grid): readonly GridRow[] {
  return rows.filter(({ number }) => number > 1);
}

function readLine<C extends Columns>(
  sheet: Sheet<C>,
  row: GridRow,
  at: Readonly<Record<string, number | undefined>>,
  known: CellContext,
  { faults }: Findings,
): Line<C> {
  const bad = new Set<keyof C>();
  const said = (key: string) => (at[key] === undefined ? NO_CELL : row.said(at[key]));
  const entries = Object.entries(sheet.columns).map(([key, column]) => {
    const isThere = at[key] !== undefined;
    const value = readCell(isThere ? column : { ...column, blank: undefined }, said(key), known, (found) => {
      bad.add(key);
      faults.push({ sheet: sheet.name, row: row.number, column: column.heading, ...found });
    });
    return [key, value] as const;
  });
  const written = (column: keyof C) => plain(said(String(column)));
  // What a column has read is what its declaration promises.
  return { row: row.number, is: Object.fromEntries(entries) as Seen<C>, bad, written };
}

export function readCell(
  column: Column,
  said: CellSaid,
  known: CellContext,
  complain: (found: Problem) => void,
): unknown {
  if (said.kind === 'nothing') {
    if (column.required) complain(problem('空です', column.cell.expects));
    return column.blank;
  }
  const { cell } = column;
  // What Excel itself could not work out is no word of anybody's.
  const isLost = said.kind === 'unclear' || said.kind === 'broken';
  const read = isLost ? unreadable(said, cell.expects) : cell.read(said, known);
  if (isRead(read)) return read.value;
  const { also = [], ...found } = read;
  for (const one of [found, ...also]) complain(one);
  return undefined;
}
