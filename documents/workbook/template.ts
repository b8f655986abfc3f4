import type { CellValue, DataValidation, Workbook, Worksheet } from 'exceljs';
import { newestEdition } from '../../programme/catalogue.ts';
import { instantOf } from '../../programme/day.ts';
import type { Edition } from '../../programme/edition.ts';
import type { Column, Sheet } from './columns.ts';
import { SETTINGS_HEADINGS, settingsSheet, sheets } from './sheets.ts';
import { addGuide } from './template-guide.ts';
import { addLists } from './template-lists.ts';
import { addSheet, bodyFont, HAIRLINE, INK, LABEL, MIDDLE, styleHeading } from './template-style.ts';

/** How many rows below the headings carry choices, formats and lines. More may be written. */
const PREPARED_ROWS = 600;

/** Values below the headings, by sheet; those of 事業 by the name of their row. */
export type Filling = ReadonlyMap<string, readonly (readonly CellValue[])[]>;

/** Headings that a sheet is written without. */
type LeftOut = ReadonlyMap<string, ReadonlySet<string>>;

/** A workbook to fill in: the seven sheets with their choices and notes, how to fill them in, and the catalogue to look up. */
export async function template(
  filling: Filling = new Map(),
  edition: Edition = newestEdition,
  leftOut: LeftOut = new Map(),
): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = '伴走ボット';
  workbook.created = instantOf(edition.asOf);
  workbook.modified = workbook.created;
  workbook.calcProperties.fullCalcOnLoad = true;
  addGuide(workbook, edition);
  for (const sheet of sheets) {
    const rows = filling.get(sheet.name) ?? [];
    if (sheet.name === settingsSheet.name) addSettings(workbook, new Map(rows.map(([name, value]) => [name, value])));
    else addTable(workbook, ...withoutColumns(sheet, rows, leftOut.get(sheet.name)));
  }
  addLists(workbook, edition);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** The sheet, and its rows, without some of its columns. */
function withoutColumns(
  sheet: Sheet,
  rows: readonly (readonly CellValue[])[],
  leftOut: ReadonlySet<string> = new Set(),
): readonly [Sheet, readonly (readonly CellValue[])[]] {
  const entries = Object.entries(sheet.columns);
  const stays = entries.map(([, { heading }]) => !leftOut.has(heading));
  const columns = Object.fromEntries(entries.filter((_, at) => stays[at]));
  return [{ ...sheet, columns }, rows.map((row) => row.filter((_, at) => stays[at]))];
}

export function addTable(workbook: Workbook, sheet: Sheet, rows: readonly (readonly CellValue[])[]): void {
  const worksheet = addSheet(workbook, sheet.name, INK);
  const columns = Object.values(sheet.columns);
  const heading = worksheet.getRow(1);
  for (const [i, column] of columns.entries()) {
    heading.getCell(i + 1).value = column.heading;
    heading.getCell(i + 1).note = noteOf(column);
    Object.assign(worksheet.getColumn(i + 1), {
      width: column.cell.width,
      style: { numFmt: column.cell.format, font: bodyFont(), alignment: MIDDLE, border: HAIRLINE },
    });
    const letter = worksheet.getColumn(i + 1).letter;
    addValidation(worksheet, `${letter}2:${letter}${Math.max(PREPARED_ROWS, rows.length) + 1}`, column);
  }
  styleHeading(
    heading,
    columns.map((column) => column.required),
  );
  for (const [i, row] of rows.entries()) {
    for (const [j, value] of row.entries()) worksheet.getCell(i + 2, j + 1).value = value;
  }
  worksheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
}

/** 事業 runs downwards: its rows are already named. */
function addSettings(workbook: Workbook, values: ReadonlyMap<CellValue | undefined, CellValue | undefined>): void {
  const worksheet = addSheet(workbook, settingsSheet.name, INK);
  worksheet.columns = [{ width: 16 }, { width: 44 }];
  worksheet.getRow(1).values = [...SETTINGS_HEADINGS];
  const columns = Object.values<Column>(settingsSheet.columns).filter(
    ({ byUs, heading }) => !byUs || values.has(heading),
  );
  for (const [i, column] of columns.entries()) {
    const row = worksheet.getRow(i + 2);
    row.getCell(1).value = column.heading;
    row.getCell(1).note = noteOf(column);
    row.getCell(1).fill = LABEL;
    row.getCell(2).numFmt = column.cell.format;
    row.getCell(2).value = values.get(column.heading) ?? null;
    for (const cell of [row.getCell(1), row.getCell(2)])
      Object.assign(cell, { font: bodyFont(), border: HAIRLINE, alignment: MIDDLE });
    row.height = 24;
    addValidation(worksheet, `B${i + 2}`, column);
  }
  styleHeading(worksheet.getRow(1), [true, true]);
}

const noteOf = ({ required, note, example }: Column): string =>
  [required ? '必須' : '空でもよい', note, `例: ${example}`].filter((line) => line !== '').join('\n');

/** Excel shows at most 255 characters of a prompt, 225 of a message and 32 of a title, and refuses files with more. */
const LIMITS = { prompt: 250, error: 220, title: 30 };

/** exceljs takes ranges here, which its types do not tell. */
type Validated = { readonly dataValidations: { add(range: string, validation: DataValidation): void } };

function addValidation(worksheet: Worksheet, range: string, column: Column): void {
  const { list, expects } = column.cell;
  const prompt = `${column.note ? `${column.note}。` : ''}例: ${column.example}`.slice(0, LIMITS.prompt);
  const words = list && (typeof list.words === 'string' ? list.words : `"${list.words.join(',')}"`);
  (worksheet as unknown as Validated).dataValidations.add(range, {
    // Without a list the cell takes anything: dates and names may be written in several ways.
    ...(words ? { type: 'list', formulae: [words] } : { type: 'custom', formulae: ['TRUE'] }),
    allowBlank: true,
    showInputMessage: true,
    promptTitle: column.heading.slice(0, LIMITS.title),
    prompt,
    showErrorMessage: list?.strict ?? false,
    errorStyle: 'stop',
    errorTitle: column.heading.slice(0, LIMITS.title),
    error: expects.slice(0, LIMITS.error),
  });
}
