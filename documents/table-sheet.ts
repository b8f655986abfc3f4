import type { Cell, Style, Workbook, Worksheet } from 'exceljs';
import type { Day } from '../programme/day.ts';
import { addSheet, bodyFont, HAIRLINE, INK, MIDDLE, styleHeading } from './workbook/template-style.ts';
import { escaped } from './xlsx/escapes.ts';

/** A number stands as one, a day as a date, and everything else as text. */
export type TableCell = string | number | { readonly day: Day } | undefined;

export type SheetTable = {
  readonly name: string;
  /** With the unit of what stands below: 値（%）. */
  readonly headings: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
};

/** Excel's own code for text: what begins with = + - @ is then no formula either when somebody edits the cell. */
const AS_TEXT = '@';
const AS_DAY = 'yyyy/m/d';
/** How many characters Excel takes in one cell. */
const LONGEST = 32_767;
/** Characters XML has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** What is written as it stands: names, states and codes, which most cells of a table are. */
const PLAIN = /^[\t\n\r\u0020-\u005e\u0060-\ud7ff\ue000-\ufffd]{0,1000}$/;
const NARROWEST = 8;
/** How wide a column becomes: less where the columns together are more than can be read on A4. */
const WIDEST = [60, 45, 35, 28, 22];
const READABLE = 190;
/** What the button of a filter takes of a heading. */
const FILTER = 3;
/** In points; Excel has no higher rows. */
const [LINE, PADDING, HIGHEST] = [15, 6, 400];

/** A sheet of rows below one heading that stays in sight, ready for A4. @param cut what a text ends with that a cell cannot hold */
export function addSheetTable(workbook: Workbook, { name, headings, rows }: SheetTable, cut: string): Worksheet {
  const worksheet = addSheet(workbook, name, INK);
  const widths = widthsOf(headings, rows);
  worksheet.columns = widths.map((width) => ({ width }));
  addHeadings(worksheet, headings, widths);
  const kinds = headings.map((heading) => (MONEY.test(heading) ? AMOUNT : NUMBER));
  for (const row of rows) {
    const line = worksheet.addRow([]);
    for (const [at, number] of kinds.entries()) fill(line.getCell(at + 1), row[at], { number, cut });
    const lines = linesOf(row, widths);
    if (lines > 1) line.height = Math.min(HIGHEST, lines * LINE + PADDING);
  }
  return worksheet;
}

function addHeadings(worksheet: Worksheet, headings: readonly string[], widths: readonly number[]): void {
  const row = worksheet.getRow(1);
  row.values = [...headings];
  styleHeading(
    row,
    headings.map(() => true),
  );
  const lines = headings.map((heading, at) => Math.ceil(wide(heading) / ((widths[at] ?? NARROWEST) - FILTER)));
  row.height = Math.max(row.height, Math.max(1, ...lines) * LINE + PADDING);
  worksheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: headings.length } };
}

/** One object for all cells of a kind: exceljs looks a style up by its object, and by its whole text where that is new. */
const BLANK: Partial<Style> = { font: bodyFont(), border: HAIRLINE, alignment: MIDDLE };
const TEXT: Partial<Style> = { ...BLANK, numFmt: AS_TEXT };
const NUMBER: Partial<Style> = { ...BLANK, alignment: { ...MIDDLE, horizontal: 'right', indent: 1 } };
const AMOUNT: Partial<Style> = { ...NUMBER, numFmt: '#,##0' };
const DAY: Partial<Style> = { ...NUMBER, numFmt: AS_DAY };
const MONEY = /円/;

function fill(
  cell: Cell,
  value: TableCell,
  { number, cut }: { readonly number: Partial<Style>; readonly cut: string },
) {
  if (value === undefined || value === '') {
    cell.style = BLANK;
  } else if (typeof value === 'number') {
    cell.style = number;
    cell.value = value;
  } else {
    cell.style = typeof value === 'string' ? TEXT : DAY;
    cell.value = typeof value === 'string' ? text(value, cut) : new Date(value.day);
  }
}

/** A text without halves of characters: going through bytes turns each into the character for what cannot be read. */
function text(value: string, cut: string): string {
  if (PLAIN.test(value)) return value;
  const clean = Buffer.from(value).toString().replace(UNPRINTABLE, '');
  return escaped(clean.length > LONGEST ? Buffer.from(clean.slice(0, LONGEST - cut.length)).toString() + cut : clean);
}

function widthsOf(headings: readonly string[], rows: SheetTable['rows']): readonly number[] {
  const wanted = headings.map((heading, at) => widthOf(heading, rows, at));
  const capped = WIDEST.map((widest) => wanted.map((width) => Math.min(widest, width)));
  const whole = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0);
  return capped.find((widths) => whole(widths) <= READABLE) ?? capped.at(-1) ?? wanted;
}

/** How wide a text is in a column: a Japanese character takes the place of two. A heading may stand in several lines. */
function widthOf(heading: string, rows: SheetTable['rows'], at: number): number {
  const lengths = rows.slice(0, 200).map((row) => longestLine(shown(row[at])));
  const own = wide(heading);
  const lines = own > 28 ? 3 : own > 12 ? 2 : 1;
  return Math.max(NARROWEST, Math.ceil(own / lines) + FILTER + 1, ...lengths.map((each) => each + 3));
}

/** A program that only prints makes no row higher by itself. */
function linesOf(row: readonly TableCell[], widths: readonly number[]): number {
  return row.reduce<number>((most, cell, at) => {
    if (typeof cell !== 'string' || (cell.length < NARROWEST / 2 && !cell.includes('\n'))) return most;
    const room = (widths[at] ?? NARROWEST) - 2;
    const lines = cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(wide(line) / room)), 0);
    return Math.max(most, lines);
  }, 1);
}

const shown = (value: TableCell): string => (typeof value === 'object' ? value.day : String(value ?? ''));

const longestLine = (said: string): number => Math.max(...said.split('\n').map(wide));

/** Of a character that takes two units, both count as one. */
function wide(said: string): number {
  let sum = 0;
  for (let at = 0; at < said.length; at++) {
    const unit = said.charCodeAt(at);
    sum += unit > 0xff ? (unit >= 0xd800 && unit < 0xe000 ? 1 : 2) : 1;
  }
  return sum;
}
