import type { OpenBook } from '../files/edited-book.ts';
import { type DamageCase, stamped } from '../files/package-damage.ts';
import { HEADINGS } from './planted-roadmap.ts';

const [FIRST, SECOND, NEW] = [HEADINGS + 1, HEADINGS + 2, HEADINGS + 4];

const write =
  (heading: string, value: string | number, row = FIRST) =>
  ({ cell }: OpenBook) => {
    cell(heading, row).value = value;
  };

/** Kinds of damage: the file, or its row, is not taken, and nothing changes. */
export const roadmapDamage: readonly DamageCase[] = [
  [
    'of a municipality that is not supported',
    stamped('municipality', '202011'),
    [/支援している市町村の工程表ではありません/],
  ],
  ['of another year', stamped('year', '2031'), [/令和13年度からの工程表です/, /書き出し直した/]],
  ['of another edition', stamped('edition', '2019-1'), [/版（2019-1）が、今の版/]],
  ['without its stamp', ({ book }) => book.removeWorksheet('_bansou'), [/伴走ボットから受け取った表/]],
  [
    'without its column of ids',
    ({ sheet, cell }) => sheet.spliceColumns(Number(cell('取組ID', HEADINGS).col), 1),
    [/取組IDの列（隠した列）がありません/],
  ],
  ['with a heading twice', write('会議名', '取組名', HEADINGS), [/「取組名」という見出しの列が2つあります/]],
  [
    'without its headings',
    ({ sheet }) => {
      for (let at = 1; at <= sheet.columnCount; at++) sheet.getCell(HEADINGS, at).value = null;
    },
    [/見出しの行がありません/],
  ],
  [
    'with cells merged over two rows',
    ({ sheet, cell }) => sheet.mergeCells(`${cell('取組内容', FIRST).address}:${cell('取組内容', SECOND).address}`),
    [/6行目 取組内容: .*結合/],
  ],
  [
    'with a formula that has come to nothing',
    ({ cell }) => {
      cell('必要予算 初期（千円）', FIRST).value = { formula: 'A99/0', result: { error: '#DIV/0!' } } as never;
    },
    [/5行目 必要予算 初期（千円）: .*#DIV\/0!/],
  ],
  ['with a text for money', write('必要予算 初期（千円）', 'たくさん'), [/5行目 .*「たくさん」は読み取れません/]],
  ['with money that is rather yen', write('必要予算 初期（千円）', 1_200_000), [/5行目 .*円ですか、千円ですか/]],
  ['with less than 千円', write('必要予算 初期（千円）', '1,234,567円'), [/5行目 .*千円未満の端数/]],
  ['with money below zero', write('必要予算 初期（千円）', -5), [/5行目 .*「-5」は読み取れません/]],
  ['with 13月', write('庁内決定日', '2026/13/1'), [/5行目 庁内決定日: /]],
  ['with a day without a year', write('庁内決定日', '12/32'), [/5行目 庁内決定日: .*年/]],
  [
    'with one id twice',
    ({ cell }) => {
      cell('取組ID', SECOND).value = cell('取組ID', FIRST).value;
    },
    [/5行目 同じ取組IDの行が2つ以上/, /6行目 同じ取組IDの行が2つ以上/],
  ],
  [
    'with an id nobody knows',
    write('取組ID', 'initiative-2027-203033-99'),
    [/5行目 取組ID「.*99」は、この工程表にありません/],
  ],
  ['with an unknown funding', write('財源', 'FN-99'), [/5行目 財源: .*FN-99/]],
  ['with an unknown KPI', write('KPI', 'K9-999'), [/5行目 KPI: .*K9-999/]],
  ['with a choice that is none', write('優先度', '最優先'), [/5行目 優先度: 「最優先」は読み取れません/]],
  ['with a sign that is no mark', write('令和9年度 第1四半期', '済'), [/5行目 .*○ を、そうでなければ空欄/]],
  [
    'decided on a day yet to come',
    write('庁内決定日', '2026/12/20'),
    [/5行目 庁内決定日: .*12月20日（日）はまだ来ていません/],
  ],
  [
    'decided years before anybody wrote it',
    write('庁内決定日', '2021/3/1'),
    [/5行目 庁内決定日: .*令和3年3月1日（月）は、令和9年度からの工程表の決定日としては前すぎます/],
  ],
  [
    'with one name in two rows, which are both new',
    (book) => {
      for (const row of [NEW, NEW + 1]) {
        for (const heading of ['現状・課題', '目指す姿・目標', '主担当課']) write(heading, '総務課', row)(book);
        write('取組内容', `${row}番目の中身`, row)(book);
        write('取組名', '電子申請 の拡大', row)(book);
        write('重点取組区分', 'S3-2', row)(book);
        write('実施年度の仕分け', '令和9年度以降', row)(book);
        write('優先度', '中', row)(book);
      }
      write('取組名', '電子申請の拡大', NEW + 1)(book);
    },
    [/8行目 取組名: 「電子申請 の拡大」が2つあります/, /9行目 取組名: 「電子申請の拡大」が2つあります/],
  ],
  [
    'with the name of the row above',
    (book) => write('取組名', String(book.cell('取組名', FIRST).value), SECOND)(book),
    [/6行目 取組名: 「.+」が2つあります。.*別の名前/],
  ],
  ['without a name', write('取組名', ''), [/5行目 取組名: /]],
  ['with more text than fits', write('取組内容', 'あ'.repeat(501)), [/5行目 取組内容: .*500文字/]],
  ['with somebody’s name for an office', write('主担当課', '住民課 山田 花子'), [/5行目 主担当課: /]],
  [
    'with a new row that lacks what it needs',
    ({ cell }) => {
      cell('取組名', NEW).value = '名前だけの取組';
    },
    [/8行目 /],
  ],
];
