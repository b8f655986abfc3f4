import type { CellValue, Workbook, Worksheet } from 'exceljs';
import exceljs from 'exceljs';
import type { Sheet } from '../../documents/workbook/columns.ts';
import { settingsSheet, sheets } from '../../documents/workbook/sheets.ts';
import { template } from '../../documents/workbook/template.ts';

/** Rows by sheet, without headings. */
export type Rows = Readonly<Record<string, readonly (readonly CellValue[])[]>>;

/** A small workbook without a fault, written the ways people write. */
export const good: Rows = {
  事業: [
    ['事業名', '令和6年度 市町村DX伴走支援事業'],
    ['県', '長野県'],
    ['年度', '令和6年度'],
    ['開始日', new Date('2024-08-15')],
    ['終了日', '令和7年3月14日（金）'],
    ['週次報告', '月 09:00'],
    ['催促', '水曜 9時'],
    ['ダイジェスト', '金曜日 16:00'],
  ],
  市町村: [
    ['203033', '小海町', '佐久', '支援対象'],
    [203041, '川上村', '佐久', '支援対象'],
    ['202011', '長野市', '長野', '支援対象外'],
  ],
  名簿: [
    ['小海 花子', '市町村', '小海町 総務課', '203033', 'Hanako@town.example.jp', 'Teams', '○'],
    ['川上 太郎', '市町村', '川上村 企画課', '川上村', null, 'LINE WORKS', '○'],
    ['派遣 一郎', '派遣人材', '株式会社デジタル', '小海町、203041', 'ichiro@expert.example.jp', 'Teams', null],
    ['事務 局子', '事務局', '伴走支援事務局', null, 'office@pm.example.jp', 'Teams', null],
    ['県 職員', '県', '長野県 DX推進課', null, 'dx@pref.example.jp', 'Teams', null],
    ['長野 閲子', '閲覧', '長野市 情報課', '長野市', 'etsuko@city.example.jp', 'Teams', null],
  ],
  取組: [
    ['203033', 'S1-3', '令和6年度', '2025/2/28'],
    ['203033', 'S3-3', '令和7年度以降', 'R8.3.31'],
    ['小海町', 'Ｓ３－７', '対象外', null],
    [203041, 's1-3', 'R6年度', new Date('2025-02-28')],
  ],
  KPI: [
    ['203033', 'K1-01', '素案', 100, '2025/2/28', '○'],
    ['203033', 'K0-03', 0, '８０', '2025-02-28', '○'],
    ['203033', 'K2-01', '無', '有', '2025/1/31', null],
    ['203041', 'K0-03', null, '80%', null, '○'],
  ],
  会議: [
    ['第1回 進捗状況確認会議', '進捗状況確認会議', '2024/9/20', '14:00', '15時30分', '県庁 西庁舎', '全市町村'],
    ['個別打合せ（小海町）', '打合せ', '令和6年10月3日', '午後1時半', '14:30', 'オンライン', '小海町'],
  ],
  閉庁日: [
    ['2024/8/16', '全', '夏季休業'],
    ['2024/10/10', '203041', '村民祭'],
  ],
};

/** Replaces cells: `{ 名簿: { 3: { 5: 'x' } } }` is row 3 (as Excel counts), fifth column. */
export type Edits = Readonly<Record<string, Readonly<Record<number, Readonly<Record<number, CellValue>>>>>>;

/** A bare workbook with the seven sheets. */
export function workbookOf(rows: Rows = good, edits: Edits = {}): Workbook {
  const workbook = new exceljs.Workbook();
  for (const sheet of sheets) {
    const worksheet = workbook.addWorksheet(sheet.name);
    const headings = headingsOf(sheet, rows[sheet.name]);
    worksheet.addRow(sheet.name === settingsSheet.name ? ['項目', '値'] : headings);
    for (const row of rows[sheet.name] ?? []) worksheet.addRow([...row]);
    for (const [row, cells] of Object.entries(edits[sheet.name] ?? {})) {
      for (const [column, value] of Object.entries(cells)) worksheet.getCell(Number(row), Number(column)).value = value;
    }
  }
  return workbook;
}

/** Columns that hold for everybody once they are there, only where some row says something in one. */
function headingsOf({ columns }: Sheet, rows: Rows[string] = []): readonly string[] {
  const all = Object.values(columns);
  const first = all.findIndex(({ blank }) => blank !== undefined);
  const isReached = first === -1 || rows.some((row) => row.length > first);
  return (isReached ? all : all.slice(0, first)).map(({ heading }) => heading);
}

export async function bytesOf(workbook: Workbook): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

export const edited = async (edits: Edits): Promise<Buffer> => bytesOf(workbookOf(good, edits));

/** Takes away the headings of columns that no line reaches and that would hold for everybody. */
function dropHeadings(worksheet: Worksheet, lines: Rows[string] = []): void {
  const sheet = sheets.find(({ name }) => name === worksheet.name && name !== settingsSheet.name);
  if (!sheet) return;
  const all = Object.keys(sheet.columns).length;
  for (let at = headingsOf(sheet, lines).length + 1; at <= all; at++) worksheet.getCell(1, at).value = null;
}

/** The template as handed out, filled in. */
export async function filledTemplate(rows: Rows = good): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  const empty = (await template()) as unknown as Parameters<typeof workbook.xlsx.load>[0];
  await workbook.xlsx.load(empty, { ignoreNodes: ['dataValidations'] });
  for (const [name, lines] of Object.entries(rows)) {
    const worksheet = workbook.getWorksheet(name);
    if (worksheet) dropHeadings(worksheet, lines);
    for (const [i, line] of lines.entries()) {
      for (const [j, value] of line.entries()) if (worksheet) worksheet.getCell(i + 2, j + 1).value = value;
    }
  }
  return bytesOf(workbook);
}
