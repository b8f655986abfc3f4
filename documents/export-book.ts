import type { Row } from 'exceljs';
import type { ExportCell } from '../programme/sheet.ts';
import type { FilledSheet } from './export-sheets.ts';
import { addSheet, bodyFont, HAIRLINE, INK, MIDDLE, styleHeading } from './workbook/template-style.ts';
import { escaped } from './xlsx/escapes.ts';
import { withoutTimes } from './zip-times.ts';

/** Excel's own code for text: what begins with = + - @ is then no formula either when somebody edits the cell. */
const AS_TEXT = '@';
/** How many characters Excel takes in one cell. */
const LONGEST = 32_767;
const CUT = '…（全文は JSON にあります）';
/** Characters XML has no place for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const [NARROWEST, WIDEST] = [8, 60];

/** A workbook in which people read what the JSON files say. The same records give the same bytes. */
export async function exportBook(sheets: readonly FilledSheet[]): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = '伴走ボット';
  workbook.created = new Date(0);
  workbook.modified = workbook.created;
  for (const { name, headings, rows } of sheets) {
    const worksheet = addSheet(workbook, name, INK);
    worksheet.columns = headings.map((heading, at) => ({ width: widthOf(heading, rows, at) }));
    const heading = worksheet.getRow(1);
    heading.values = [...headings];
    styleHeading(
      heading,
      headings.map(() => true),
    );
    worksheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: headings.length } };
    for (const row of rows) fill(worksheet.addRow([]), row);
  }
  return withoutTimes(Buffer.from(await workbook.xlsx.writeBuffer()));
}

function fill(row: Row, cells: readonly ExportCell[]): void {
  for (const [at, value] of cells.entries()) {
    if (value === undefined || value === '') continue;
    const cell = row.getCell(at + 1);
    cell.value = typeof value === 'number' ? value : escaped(printable(value));
    cell.style = { font: bodyFont(), border: HAIRLINE, alignment: MIDDLE };
    if (typeof value === 'string') cell.numFmt = AS_TEXT;
  }
}

/** A text without halves of characters: going through bytes turns each into the character for what cannot be read. */
function printable(text: string): string {
  const clean = Buffer.from(text).toString().replace(UNPRINTABLE, '');
  return clean.length > LONGEST ? Buffer.from(clean.slice(0, LONGEST - CUT.length)).toString() + CUT : clean;
}

/** How wide a text is in a column: a Japanese character takes the place of two. */
function widthOf(heading: string, rows: FilledSheet['rows'], at: number): number {
  const lengths = rows.slice(0, 200).map((row) => wide(String(row[at] ?? '')));
  return Math.min(WIDEST, Math.max(NARROWEST, wide(heading) + 4, ...lengths.map((length) => length + 2)));
}

function wide(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u00ff' ? 2 : 1), 0);
}
