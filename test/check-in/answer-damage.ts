import type { OpenBook } from '../files/edited-book.ts';
import { type DamageCase, stamped } from '../files/package-damage.ts';
import { HEADINGS } from './planted-answers.ts';

const write =
  (heading: string, value: string | number | boolean | Date, id = 'K0-03') =>
  ({ cell, rowOf }: OpenBook) => {
    cell(heading, rowOf('番号', id)).value = value;
  };
const column = ({ cell }: OpenBook, heading: string): number => Number(cell(heading, HEADINGS).col);

/** Kinds of damage: the file, or its row, is not taken, and nothing changes. The first KPI stands in row 6. */
export const answerDamage: readonly DamageCase[] = [
  [
    'of a municipality that is not supported',
    stamped('municipality', '202011'),
    [/支援している市町村の週次回答表ではありません/],
  ],
  ['of another year', stamped('year', '2031'), [/令和13年度の回答表です/, /この事業の年度ではありません/]],
  ['of another edition', stamped('edition', '2019-1'), [/版（2019-1）が、今の版/]],
  ['of no week', stamped('week', 'いつか'), [/どの週の表か分かりません/]],
  ['of a week that comes', stamped('week', '2026-12-07'), [/12\/7\(月\)の週はまだ始まっていません/]],
  ['without its stamp', ({ book }) => book.removeWorksheet('_bansou'), [/伴走ボットから受け取った表/]],
  [
    'without its column of numbers',
    (open) => open.sheet.spliceColumns(column(open, '番号'), 1),
    [/「番号」の列がありません/],
  ],
  [
    'without a column of answers',
    (open) => open.sheet.spliceColumns(column(open, '変更なし'), 1),
    [/「変更なし」の列がありません/],
  ],
  [
    'with a heading twice',
    ({ cell }) => {
      cell('前回', HEADINGS).value = '分子';
    },
    [/「分子」という見出しの列が2つあります/],
  ],
  [
    'without its headings',
    ({ sheet }) => {
      for (let at = 1; at <= sheet.columnCount; at++) sheet.getCell(HEADINGS, at).value = null;
    },
    [/見出しの行がありません/],
  ],
  ['with a text for a number', write('分子', 'たくさん'), [/6行目 K0-03: .*たくさん/]],
  ['with a number below zero', write('分子', -3), [/6行目 K0-03: /]],
  ['with more than there are', write('分子', 99_999), [/6行目 K0-03: .*修了者数は/]],
  ['with a day for a number', write('分子', new Date('2026-11-24')), [/6行目 分子: .*日付になっています/]],
  ['with a wrong mark', write('変更なし', 'はい'), [/6行目 K0-03: .*○ を付けてください/]],
  [
    'with 変更なし and a value',
    (open) => {
      write('変更なし', '○')(open);
      write('分子', 12)(open);
    },
    [/6行目 K0-03: .*どちらかを消してください/],
  ],
  ['with 変更なし where nothing was ever said', write('変更なし', '○', 'K1-04'), [/8行目 K1-04: /]],
  ['with a rate that is none', write('今週の値・段階', '12月32日'), [/6行目 K0-03: .*12月32日/]],
  ['with a remark alone', write('根拠・ひとこと', '研修あり'), [/6行目 K0-03: 値を書くか/]],
  [
    'with too long a remark',
    write('根拠・ひとこと', 'あ'.repeat(201)),
    [/6行目 根拠・ひとこと: 201字あります。200字まで/],
  ],
  [
    'with a formula that has come to nothing',
    ({ cell, rowOf }) => {
      cell('分子', rowOf('番号', 'K0-03')).value = { formula: 'A99/0', result: { error: '#DIV/0!' } } as never;
    },
    [/6行目 分子: .*#DIV\/0!/],
  ],
  [
    'with one number twice',
    write('番号', 'K0-03', 'K1-03'),
    [/6行目 番号「K0-03」の行が2つ以上/, /7行目 番号「K0-03」の行が2つ以上/],
  ],
  [
    'with a number nobody knows',
    (open) => {
      const row = open.rowOf('番号', 'K0-03');
      open.cell('番号', row).value = 'K9-999';
      open.cell('分子', row).value = 12;
    },
    [/6行目 番号「K9-999」は、この回答表にありません/],
  ],
  [
    'with a number taken out',
    (open) => {
      const row = open.rowOf('番号', 'K0-03');
      open.cell('番号', row).value = null;
      open.cell('分子', row).value = 12;
    },
    [/6行目 番号が空です/],
  ],
  [
    'with a stage that is none',
    (open) => write('今週の値・段階', 'もうすぐ', firstItem(open))(open),
    [/行目 S.*: 「もうすぐ」という段階はありません/],
  ],
  [
    'answered by somebody the roster does not know',
    ({ sheet }) => {
      sheet.getCell('C3').value = '名簿 にいない';
    },
    [/3行目 回答した方: .*名簿にありません/],
  ],
  [
    'answered tomorrow',
    ({ sheet }) => {
      sheet.getCell('H3').value = '2026/11/25';
    },
    [/3行目 回答した日: 今日よりあとの日です/],
  ],
  [
    'answered in 13月',
    ({ sheet }) => {
      sheet.getCell('H3').value = '2026/13/1';
    },
    [/3行目 回答した日: /],
  ],
];

function firstItem({ sheet, cell }: OpenBook): string {
  for (let at = HEADINGS + 1; at <= sheet.rowCount; at++) {
    const id = String(cell('番号', at).value ?? '');
    if (/^S\d-\d/.test(id)) return id;
  }
  throw new Error('no item');
}
