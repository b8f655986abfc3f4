import { addSheetTable, type SheetTable } from './table-sheet.ts';
import { withoutTimes } from './zip-times.ts';

const CUT = '…（全文は JSON にあります）';

/** A workbook in which people read what the JSON files say. The same records give the same bytes. */
export async function exportBook(sheets: readonly SheetTable[]): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = '伴走ボット';
  workbook.created = new Date(0);
  workbook.modified = workbook.created;
  for (const sheet of sheets) addSheetTable(workbook, sheet, CUT);
  return withoutTimes(Buffer.from(await workbook.xlsx.writeBuffer()));
}
