import exceljs from 'exceljs';

export type Line = readonly (string | number | undefined)[];

/** A workbook with these sheets. A pair of a number and a format is a cell shown by that format. */
export async function tableOf(sheets: Readonly<Record<string, readonly Line[]>>): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  for (const [name, lines] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name);
    for (const line of lines) sheet.addRow([...line]);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** The same, looked over before it is written. */
export async function tableWith(lines: readonly Line[], edit: (sheet: exceljs.Worksheet) => void): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const sheet = workbook.addWorksheet('一覧');
  for (const line of lines) sheet.addRow([...line]);
  edit(sheet);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export const csvOf = (lines: readonly Line[], separator = ','): string =>
  lines.map((line) => line.map((cell) => quoted(String(cell ?? ''), separator)).join(separator)).join('\r\n');

const quoted = (cell: string, separator: string): string =>
  cell.includes('"') || cell.includes(separator) || cell.includes('\n') ? `"${cell.replaceAll('"', '""')}"` : cell;

/** As the dashboard itself has it: the municipalities beside each other, a line for each indicator. */
export const turned = (lines: readonly Line[]): Line[] =>
  (lines[0] ?? []).map((_, column) => ['', ...lines.map((line) => line[column])]);
