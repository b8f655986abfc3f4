import type { OpenBook } from '../files/edited-book.ts';
import { HEADINGS, TOOLS, WINDOW, WORK } from './planted-roadmap.ts';

type Edit = (open: OpenBook) => void;
/** What somebody did to the file, and the lines it is to give: these and no other. */
export type EditCase = readonly [what: string, edit: Edit, lines: readonly string[]];

const [FIRST, SECOND, THIRD, NEW] = [HEADINGS + 1, HEADINGS + 2, HEADINGS + 3, HEADINGS + 4];

/** The values of two columns or rows change places, as they do where somebody drags or sorts them. */
function swapColumns({ sheet, cell }: OpenBook, one: string, other: string): void {
  const [a, b] = [Number(cell(one, HEADINGS).col), Number(cell(other, HEADINGS).col)];
  for (let row = HEADINGS; row <= sheet.rowCount; row++) {
    const [left, right] = [sheet.getCell(row, a), sheet.getCell(row, b)];
    [left.value, right.value] = [right.value, left.value];
  }
}
function swapRows({ sheet }: OpenBook, one: number, other: number): void {
  for (let at = 1; at <= sheet.columnCount; at++) {
    const [up, down] = [sheet.getCell(one, at), sheet.getCell(other, at)];
    [up.value, down.value] = [down.value, up.value];
  }
}
function fillIn({ cell }: OpenBook, row: number, name: string): void {
  const said = {
    ...{ 取組名: name, 重点取組区分: 'S3-2', '現状・課題': '紙が多い', 取組内容: '減らす', '目指す姿・目標': '半分' },
    ...{ KPI: 'K3-101', 主担当課: '総務課', 実施年度の仕分け: '令和9年度以降', 優先度: '中' },
  };
  for (const [heading, value] of Object.entries(said)) cell(heading, row).value = value;
}

/** Kinds of edits that people make. */
export const roadmapEdits: readonly EditCase[] = [
  ['nothing at all', () => undefined, []],
  [
    'an office that does not look like one',
    ({ cell }) => {
      cell('主担当課', FIRST).value = '渋沢栄治';
    },
    [`${WINDOW}　主担当課: 住民課 → 渋沢栄治`, '5行目 主担当課: 「渋沢栄治」は課の名前ですか。氏名は書きません。'],
  ],
  [
    'a text',
    ({ cell }) => {
      cell('目指す姿・目標', FIRST).value = '1件10分にする';
    },
    [`${WINDOW}　目指す姿・目標: 1件25分を15分にする → 1件10分にする`],
  ],
  [
    'only the breaks of a text',
    ({ cell }) => {
      cell('取組内容', FIRST).value = '窓口で聞き取り、\r\n 1枚にまとめる ';
    },
    [],
  ],
  [
    'money in full width, with a comma',
    ({ cell }) => {
      cell('必要予算 初期（千円）', FIRST).value = '１，５００';
    },
    [`${WINDOW}　必要予算 初期（千円）: 1,200千円 → 1,500千円`],
  ],
  [
    'money in 万円',
    ({ cell }) => {
      cell('必要予算 初期（千円）', FIRST).value = '150万円';
    },
    [`${WINDOW}　必要予算 初期（千円）: 1,200千円 → 1,500千円`],
  ],
  [
    'money taken out, which is not zero',
    ({ cell }) => {
      cell('必要予算 初期（千円）', FIRST).value = null;
    },
    [`${WINDOW}　必要予算 初期（千円）: 1,200千円 → 空欄`],
  ],
  [
    'money that is zero, which is not nothing',
    ({ cell }) => {
      cell('必要予算 初期（千円）', SECOND).value = 0;
    },
    [`${TOOLS}　必要予算 初期（千円）: 空欄 → 0千円`],
  ],
  [
    'a formula, whose result counts',
    ({ cell }) => {
      cell('必要予算 経常（千円/年）', FIRST).value = { formula: '150*3', result: 450 };
    },
    [
      `${WINDOW}　必要予算 経常（千円/年）: 300千円 → 450千円`,
      '5行目「必要予算 経常（千円/年）」は、数式の結果を値として読みました。',
    ],
  ],
  [
    'a bar moved by a quarter',
    ({ cell }) => {
      cell('令和9年度 第1四半期', FIRST).value = null;
      cell('令和9年度 第3四半期', FIRST).value = '○';
    },
    [`${WINDOW}　取り組む時期: 令和9年度 第1・2四半期、令和10年度 → 令和9年度 第2・3四半期、令和10年度`],
  ],
  [
    'a mark of another kind where one was',
    ({ cell }) => {
      cell('令和9年度 第1四半期', FIRST).value = '●';
    },
    [],
  ],
  [
    'a second KPI behind the first',
    ({ cell }) => {
      cell('KPI', FIRST).value = 'K3-101、K3-102';
    },
    ['KPI'],
  ],
  [
    'a funding by its number alone',
    ({ cell }) => {
      cell('財源', SECOND).value = 'FN-07';
    },
    ['財源'],
  ],
  [
    'a choice',
    ({ cell }) => {
      cell('優先度', FIRST).value = '低';
    },
    [`${WINDOW}　優先度: 高 → 低`],
  ],
  [
    'a day as Excel keeps it',
    ({ cell }) => {
      cell('庁内決定日', SECOND).value = new Date('2026-11-20');
      cell('庁内決定日', SECOND).numFmt = 'yyyy/m/d';
    },
    [`${TOOLS}　庁内決定日: 空欄 → 令和8年11月20日（金）`],
  ],
  [
    'a day in words',
    ({ cell }) => {
      cell('庁内決定日', SECOND).value = '令和8年11月20日';
    },
    [`${TOOLS}　庁内決定日: 空欄 → 令和8年11月20日（金）`],
  ],
  ['rows sorted otherwise', (open) => swapRows(open, FIRST, THIRD), []],
  ['columns that change places', (open) => swapColumns(open, 'KPI', '優先度'), []],
  [
    'a sheet renamed, and a column beside ours',
    ({ sheet, cell }) => {
      sheet.name = '第2稿';
      sheet.getCell(HEADINGS, Number(cell('版', HEADINGS).col) + 1).value = '備考';
      sheet.getCell(FIRST, Number(cell('版', HEADINGS).col) + 1).value = '確認ずみ';
    },
    ['「備考」の列は読んでいません。'],
  ],
  [
    'a column taken out: what stood in it stays',
    ({ sheet, cell }) => sheet.spliceColumns(Number(cell('前提・リスク', HEADINGS).col), 1),
    ['「前提・リスク」の列がないため、そこは変えません。'],
  ],
  [
    'a row hidden by a filter, and changed',
    ({ sheet, cell }) => {
      sheet.getRow(THIRD).hidden = true;
      cell('会議名', THIRD).value = '経営会議';
    },
    [`${WORK}　会議名: 空欄 → 経営会議`, '隠れている行（1行）も読みました。'],
  ],
  ['a new row', (open) => fillIn(open, NEW, '電子申請の拡大'), ['新しい取組: 電子申請の拡大']],
  ['a new row far below', (open) => fillIn(open, NEW + 40, '電子申請の拡大'), ['新しい取組: 電子申請の拡大']],
  [
    'a row copied, named anew and without its id',
    ({ sheet, cell }) => {
      for (let at = 1; at <= sheet.columnCount; at++) sheet.getCell(NEW, at).value = sheet.getCell(FIRST, at).value;
      cell('取組名', NEW).value = '書かない窓口の第2期';
      cell('取組ID', NEW).value = null;
      cell('版', NEW).value = null;
    },
    ['新しい取組: 書かない窓口の第2期'],
  ],
  ['a row taken out', ({ sheet }) => sheet.spliceRows(SECOND, 1), [`ファイルにない取組: ${TOOLS}（工程表に残します）`]],
  [
    'a row emptied',
    ({ sheet, cell }) => {
      for (let at = 1; at < Number(cell('取組ID', HEADINGS).col); at++) sheet.getCell(SECOND, at).value = null;
    },
    [`ファイルにない取組: ${TOOLS}（工程表に残します）`],
  ],
];
