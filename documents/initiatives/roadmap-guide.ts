import type { Workbook } from 'exceljs';
import { fiscalYearName } from '../../programme/day.ts';
import { font, NEEDED, TOP_LEFT, WHITE } from '../workbook/form-style.ts';
import { INK } from '../workbook/template-style.ts';

const rows = (year: number): readonly (readonly [string, string])[] => [
  ['行を足す', '空いている行に書きます。取組名は、ほかの行と違う名前にしてください。'],
  ['行を消す', '行ごと削除します。送り返したときに、外してよいかを確かめます。'],
  [
    '時期',
    `${fiscalYearName(year)}は四半期ごと、${fiscalYearName(year + 1)}と${fiscalYearName(year + 2)}は年度ごとに、取り組むところへ ○ を付けます。色は ○ に付いて動きます。`,
  ],
  [
    '金額',
    '千円で書きます。「120万円」「1200000円」と書いても読み取れます。決まっていなければ空欄、かからなければ 0 です。',
  ],
  ['KPI・財源', '一覧から選びます。2つ以上は「、」で続けて書きます（例: FN-01、FN-07）。'],
  ['担当課', '課の名前を書きます。人の名前は書きません。'],
  ['日付', `「${year}/2/20」のように、年から書きます。`],
  [
    '送り返す',
    'このファイルを、伴走ボットとの1対1のチャットに送ってください。前と後をお見せして、「確定」を押すまで何も変わりません。',
  ],
  ['直さないでください', '見出し、隠した列とシート。並べ替えや、列の幅の変更はかまいません。'],
  ['印刷', 'A3横・幅1ページに収まります。'],
];

/** 書き方: what to write where, a line each. */
export function addRoadmapGuide(workbook: Workbook, year: number): void {
  const worksheet = workbook.addWorksheet('書き方', {
    properties: { tabColor: { argb: 'FFB8C6CE' } },
    views: [{ showGridLines: false }],
    pageSetup: { paperSize: 9, orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  worksheet.columns = [{ width: 20 }, { width: 84 }];
  const title = worksheet.getCell('A1');
  title.value = '工程表の書き方';
  title.font = font({ size: 14, bold: true, color: { argb: INK } });
  for (const [at, [what, how]] of rows(year).entries()) {
    const row = worksheet.getRow(at + 3);
    row.values = [what, how];
    Object.assign(row.getCell(1), {
      font: font({ bold: true, color: { argb: WHITE } }),
      fill: NEEDED,
      alignment: TOP_LEFT,
    });
    Object.assign(row.getCell(2), { font: font({ size: 10 }), alignment: TOP_LEFT });
    row.height = how.length > 46 ? 32 : 20;
  }
}
