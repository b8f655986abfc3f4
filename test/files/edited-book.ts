import exceljs from 'exceljs';

/** A workbook that went out, as an office has it open. */
export type OpenBook = {
  readonly book: exceljs.Workbook;
  readonly sheet: exceljs.Worksheet;
  /** By the heading of its column, in a row of the sheet. */
  cell(heading: string, row: number): exceljs.Cell;
  /** The row in which this stands under this heading. */
  rowOf(heading: string, said: string): number;
};

const plain = (value: exceljs.CellValue): string => String(value ?? '').replace(/\s/g, '');

/** The first sheet of a workbook with its headings in this row, edited with another program than the one that wrote it. */
export async function editedBook(
  bytes: Uint8Array,
  headings: number,
  edit: (open: OpenBook) => void,
): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as exceljs.Buffer);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('no sheet');
  const column = (heading: string) => {
    for (let at = 1; at <= sheet.columnCount; at++)
      if (plain(sheet.getCell(headings, at).value) === plain(heading)) return at;
    throw new Error(`no column ${heading}`);
  };
  const rowOf = (heading: string, said: string) => {
    for (let at = headings + 1; at <= sheet.rowCount; at++)
      if (plain(sheet.getCell(at, column(heading)).value) === plain(said)) return at;
    throw new Error(`no row ${said}`);
  };
  edit({ book, sheet, rowOf, cell: (heading, row) => sheet.getCell(row, column(heading)) });
  return new Uint8Array(await book.xlsx.writeBuffer());
}
