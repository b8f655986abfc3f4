import exceljs from 'exceljs';
import { takenIn } from '../../bot/files/taken-in.ts';
import { stampBook } from '../../documents/xlsx/stamp.ts';
import { ask } from '../../programme/asks.ts';

/** A workbook of a kind that only the tests know, about this municipality. */
export async function stampedBook(municipality: string, kind = '試しの表', words = '書いたこと'): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  book.addWorksheet('表').addRow([words]);
  stampBook(book, { kind, municipality, year: 2026, edition: '2024-1', at: '2026-11-24T00:00:00.000Z', versions: {} });
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** What is read of it is what its first cell says; an empty one is a fault. What it says is shown by 状況. */
export const trialKind = takenIn<{ readonly words: string }>({
  name: '試しの表',
  called: '試しの表',
  async read(file, { municipality }) {
    const book = new exceljs.Workbook();
    await book.xlsx.load(Buffer.from(file) as unknown as Parameters<typeof book.xlsx.load>[0]);
    const words = book.getWorksheet('表')?.getCell('A1').text ?? '';
    if (words === '') return { faults: [{ sheet: '表', row: 1, instead: '言葉を書いてください' }] };
    return { municipality, content: { words } };
  },
  show: ({ municipality }) => ask('show-status', { municipality }),
  differences: async ({ words }) => ({ lines: [words], conflicts: 0 }),
  apply: async ({ words }) => [words],
});
