import type { Row, Worksheet } from 'exceljs';
import { isRead, type Known } from './cell.ts';
import { type Fault, type Findings, type Problem, problem } from './fault.ts';
import { plain, type Said, saidOf } from './said.ts';
import type { Column, Columns, Sheet, Values } from './sheets.ts';

const MAX_ROWS = 5000;

/** A row that could be read, and where it stands. */
export type Line<C extends Columns> = { readonly row: number; readonly is: Values<C> };

/** A sheet while it is judged: its readable rows, and a way to say what is wrong with one of them. */
export type Table<C extends Columns> = {
  readonly lines: readonly Line<C>[];
  readonly fault: (line: Line<C>, column: keyof C, found: Problem) => void;
  readonly note: (line: Line<C>, column: keyof C, found: Problem) => void;
};

/** Reads a sheet whose first row names the columns. Rows with a fault are left out of `lines`; blank rows do not count. */
export function readTable<C extends Columns>(
  sheet: Sheet<C>,
  worksheet: Worksheet | undefined,
  known: Known,
  findings: Findings,
): Table<C> {
  const rows = worksheet ? filledRows(sheet, worksheet, findings) : [];
  if (!worksheet) findings.faults.push(missingSheet(sheet));
  const lines = rows.flatMap((row) => readLine(sheet, row, known, findings));
  const tell = (into: Fault[]) => (line: Line<C>, column: keyof C, found: Problem) => {
    into.push({ sheet: sheet.name, row: line.row, column: sheet.columns[column]?.heading ?? '', ...found });
  };
  return { lines, fault: tell(findings.faults), note: tell(findings.notes) };
}

export function missingSheet({ name }: Pick<Sheet, 'name'>): Fault {
  const remedy = 'ひな形からシートを写し、名前をそのままにしてください';
  return { sheet: name, row: 0, column: '', problem: 'シートがありません', remedy };
}

function filledRows(sheet: Sheet, worksheet: Worksheet, findings: Findings): readonly Row[] {
  const headings = Object.values(sheet.columns).map((column) => column.heading);
  const wrong = headingFaults(sheet.name, headings, worksheet);
  findings.faults.push(...wrong);
  if (wrong.length > 0) return [];
  const rows = bodyOf(worksheet).filter((row) => headings.some((_, i) => saidAt(row, i + 1).kind !== 'nothing'));
  if (rows.length <= MAX_ROWS) return rows;
  const found = problem(
    `${rows.length.toLocaleString('ja-JP')}行あり、多すぎます（5,000行まで）`,
    '要らない行を消してください',
  );
  findings.faults.push({ sheet: sheet.name, row: rows[MAX_ROWS]?.number ?? 0, column: '', ...found });
  return [];
}

/** The headings must stand in their order, so that a moved column is never read as another one. */
export function headingFaults(sheet: string, headings: readonly string[], worksheet: Worksheet): Fault[] {
  const header = worksheet.getRow(1);
  const order = `1行目の見出しを左から「${headings.join('」「')}」の順に並べてください`;
  return headings.flatMap((heading, i) => {
    const found = plain(saidAt(header, i + 1)).replace(/\s/g, '');
    if (found === heading.replace(/\s/g, '')) return [];
    const what = found === '' ? `${i + 1}列目の見出しが空です` : `${i + 1}列目の見出しが「${found.slice(0, 30)}」です`;
    return [{ sheet, row: 1, column: heading, ...problem(what, order) }];
  });
}

export function bodyOf(worksheet: Worksheet): Row[] {
  const rows: Row[] = [];
  worksheet.eachRow((row, number) => {
    if (number > 1) rows.push(row);
  });
  return rows;
}

export function saidAt(row: Row, column: number): Said {
  const cell = row.getCell(column);
  return saidOf(cell.value, cell.numFmt);
}

function readLine<C extends Columns>(sheet: Sheet<C>, row: Row, known: Known, findings: Findings): Line<C>[] {
  const before = findings.faults.length;
  const entries = Object.entries(sheet.columns).map(([key, column], i) => {
    const value = readCell(column, saidAt(row, i + 1), known, (found) => {
      findings.faults.push({ sheet: sheet.name, row: row.number, column: column.heading, ...found });
    });
    return [key, value] as const;
  });
  // Without a fault every column has read what its declaration promises.
  return findings.faults.length > before ? [] : [{ row: row.number, is: Object.fromEntries(entries) as Values<C> }];
}

export function readCell(column: Column, said: Said, known: Known, complain: (found: Problem) => void): unknown {
  if (said.kind === 'nothing') {
    if (column.required) complain(problem('空です', column.cell.expects));
    return undefined;
  }
  const read = column.cell.read(said, known);
  if (isRead(read)) return read.value;
  complain(read);
  return undefined;
}
