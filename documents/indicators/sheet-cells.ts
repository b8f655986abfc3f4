import { openPackage } from '../workbook/archive.ts';
import { type Problem, problem } from '../workbook/fault.ts';
import { gridOf } from '../workbook/grid.ts';
import { type CellSaid, plain } from '../workbook/said.ts';
import { openBook } from '../xlsx/book.ts';
import { textTable } from './text-table.ts';

/** A cell of a published table: as it is seen, or why it cannot be read. */
export type PublishedCell = { readonly said: string; readonly unclear?: string };
/** A sheet as it is seen; `numbers`: of its lines, as whoever opens the file counts them. */
export type PublishedSheet = {
  readonly name: string;
  readonly lines: readonly (readonly PublishedCell[])[];
  readonly numbers: readonly number[];
};

/** All 1,741 municipalities may stand beside each other. */
const COLUMNS = 2_000;

/** The sheets of a table that was downloaded, whichever of the usual ways it is kept. */
export async function publishedSheets(bytes: Uint8Array): Promise<readonly PublishedSheet[] | Problem> {
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const isOldBook = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  if (isPackage || isOldBook) return sheetsOfBook(bytes);
  const lines = textTable(bytes);
  if ('problem' in lines) return lines;
  return [
    { name: '', lines: lines.map((line) => line.map((said) => ({ said }))), numbers: lines.map((_, at) => at + 1) },
  ];
}

async function sheetsOfBook(bytes: Uint8Array): Promise<readonly PublishedSheet[] | Problem> {
  const parts = await openPackage(bytes);
  if ('problem' in parts) return parts;
  try {
    const book = openBook(parts);
    const sheets: PublishedSheet[] = [];
    for (const sheet of book.sheets.filter(({ isHidden }) => !isHidden)) {
      const grid = gridOf(book, sheet, COLUMNS);
      if ('problem' in grid) return { ...grid, problem: `「${sheet.name}」: ${grid.problem}` };
      const width = widthOf(grid.rows.map(({ said }) => said));
      sheets.push({
        name: sheet.name,
        lines: grid.rows.map((row) => Array.from({ length: width }, (_, at) => cellOf(row.said(at + 1)))),
        numbers: grid.rows.map(({ number }) => number),
      });
    }
    return sheets;
  } catch {
    return problem('壊れているか、Excelブック（.xlsx）ではないファイルです', 'もう一度ダウンロードしてください');
  }
}

/** Up to the last column in which something stands. */
function widthOf(rows: readonly ((column: number) => CellSaid)[]): number {
  let width = 0;
  for (const said of rows)
    for (let column = COLUMNS; column > width; column--) if (said(column).kind !== 'nothing') width = column;
  return width;
}

function cellOf(said: CellSaid): PublishedCell {
  if (said.kind === 'unclear') return { said: '', unclear: `${said.problem.problem}。${said.problem.remedy}` };
  if (said.kind === 'broken') return { said: '', unclear: `セルがエラー（${said.text}）です。値を書いてください` };
  if (said.kind === 'moment') return { said: '', unclear: '日付になっています。値を書いてください' };
  // A sign for what is not published stays as it stands.
  return { said: said.kind === 'text' ? said.text : plain(said) };
}
