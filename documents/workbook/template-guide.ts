import type { Workbook } from 'exceljs';
import { editionName } from '../../programme/catalogue.ts';
import { fullDate } from '../../programme/day.ts';
import type { Edition } from '../../programme/edition.ts';
import { sheets } from './sheets.ts';
import { addSheet, bodyFont, FONT, styleHeading } from './template-style.ts';

const STEPS = [
  '1. 「事業」から「閉庁日」まで、左のシートから順に埋めます。見出しの名前と順序は変えないでください。',
  '2. 市町村は団体コードでも名前でも、日付は 2024/8/15 でも 令和6年8月15日 でも読み取ります。',
  '3. 取り込むと、直すところがあればシートと行ごとにすべて知らせます。1つでもあれば何も取り込みません。',
  '4. 何度取り込んでも構いません。変わったところだけが反映され、報告の記録は消えません。',
  '5. 「名簿」から消した方は、取り込んだ時からボットを使えなくなります。',
  '6. 「取組」に書かれていない項目は「未確認」です。取り組まない項目は「対象外」と書いてください。',
];

/** 使い方: every column of every sheet, from the same declaration that the reader follows. */
export function addGuide(workbook: Workbook, edition: Edition): void {
  const worksheet = addSheet(workbook, '使い方', 'FFB8C6CE', 1);
  worksheet.columns = [{ width: 12 }, { width: 14 }, { width: 12 }, { width: 30 }, { width: 62 }];
  worksheet.addRow(['伴走ボット 取込表']).font = { name: FONT, size: 16, bold: true };
  for (const step of STEPS) worksheet.addRow([step]).font = bodyFont();
  worksheet.addRow([`項目とKPIの一覧は ${editionName(edition)}（${fullDate(edition.asOf)}現在）です。`]).font =
    bodyFont();
  worksheet.addRow([]);
  styleHeading(worksheet.addRow(['シート', '列', '必須', '例', '説明']), [true, true, true, true, true]);
  for (const sheet of sheets) {
    const about = worksheet.addRow([sheet.name, '', '', '', sheet.note]);
    about.font = { ...bodyFont(), bold: true };
    const columns = Object.values(sheet.columns).filter(({ byUs }) => !byUs);
    for (const { heading, required, example, note, cell } of columns) {
      const row = worksheet.addRow(['', heading, required ? '必須' : '', example, note === '' ? cell.expects : note]);
      row.font = bodyFont();
      row.alignment = { vertical: 'middle', wrapText: true };
    }
  }
}
