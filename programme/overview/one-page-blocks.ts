import { addMonths, dayOf, fiscalYearName, fullDate, shortDate, timeOf } from '../day.ts';
import { type DigestTotal, togetherText, totalText } from '../digest/digest-totals.ts';
import type { OnePage, OnePageStep } from './one-page.ts';

/** A part of the page: a table, lines, or both. */
export type PageBlock = {
  readonly heading: string;
  readonly table?: {
    readonly head: readonly string[];
    readonly rows: readonly (readonly string[])[];
    /** How wide each column is, beside the others. */
    readonly shares: readonly number[];
  };
  readonly lines: readonly string[];
};

/** What fits on one page of A4 with any number of municipalities: so many rows, names in a line, and lines. */
const KPIS = 9;
const TOWNS = 8;
const PARTS = 6;
const LINES = 3;
/** Characters of a line that was written by somebody: what is longer would take several. */
const LINE = 60;

/** 1枚: where the programme stands, what moved, what is late, and what is asked of the prefecture; never more than a page. */
export function onePageBlocks(page: OnePage): readonly PageBlock[] {
  return [stepBlock(page), kpiBlock(page), movedBlock(page), lateBlock(page), askedBlock(page)];
}

export const onePageTitle = ({ programme }: OnePage): string => `${programme.name}　現在の状況`;

/** Of which moment it is, and of what. */
export const onePageAsOf = ({ programme, until, towns }: OnePage): string =>
  `${fullDate(dayOf(until))} ${timeOf(until)}現在　${fiscalYearName(programme.fiscalYear)}　支援対象 ${towns}団体`;

function stepBlock(page: OnePage): PageBlock {
  const { steps, since } = page;
  const then = isMonthAgo(page) ? '「先月」' : '（）';
  return {
    heading: '1　どこまで進んだか',
    table: {
      head: ['ステップ', '達成した団体', '決定・完了した項目', '未報告の項目'],
      rows: steps.map((step) => stepRow(step, thenName(page))),
      shares: [7, 6, 7, 3],
    },
    lines: [
      `「達成した団体」は、その年度に実施する項目のある団体のうちの数です。${then}は${shortDate(since)}の朝の数です。`,
    ],
  };
}

/** As it is where no other day was asked for. */
const isMonthAgo = ({ since, until }: OnePage): boolean => since === addMonths(dayOf(until), -1);

/** What the day is called that is compared with. */
const thenName = (page: OnePage): string => (isMonthAgo(page) ? '先月' : shortDate(page.since));

function stepRow({ order, name, ...step }: OnePageStep, then: string): readonly string[] {
  const { towns, achieved, achievedBefore, items, settled, settledBefore, notReported } = step;
  if (items === 0) return [`${order}　${name}`, '今年度の項目なし', '―', '―'];
  return [
    `${order}　${name}`,
    `${achieved}/${towns}団体（${then} ${achievedBefore}）`,
    `${figure(settled)}/${figure(items)}件（${then} ${figure(settledBefore)}）`,
    `${figure(notReported)}件`,
  ];
}

function kpiBlock(page: OnePage): PageBlock {
  const { totals } = page;
  const more = totals.length - KPIS;
  return {
    heading: '2　KPIの合計（分子・分母を足してから割ったもの）',
    ...(totals.length === 0
      ? {}
      : {
          table: {
            head: ['KPI', '今の値', thenName(page), '計画線', '目標', '値なし'],
            rows: totals.slice(0, KPIS).map(kpiRow),
            shares: [9, 9, 4, 3, 3, 3],
          },
        }),
    lines:
      totals.length === 0 ? ['合計できるKPIはまだありません。'] : more > 0 ? [`ほかに${more}件のKPIがあります。`] : [],
  };
}

const kpiRow = ({ kpi, total, before, planned, target }: DigestTotal): readonly string[] => [
  `${kpi.id} ${kpi.name}`,
  totalText(kpi, total),
  togetherText(kpi, before),
  togetherText(kpi, planned),
  togetherText(kpi, target),
  `${total.notReported}団体`,
];

function movedBlock({ moved, since, towns }: OnePage): PageBlock {
  const { achieved, moves } = moved;
  const all =
    moves === 0
      ? '動いた項目とKPIはありません。'
      : `${towns}団体のうち${moved.towns}団体で、項目とKPIが${figure(moves)}件動きました。`;
  return {
    heading: `3　動いたこと（${fullDate(since)}から）`,
    lines: [
      all,
      achieved.length === 0
        ? '新しく達成したステップはありません。'
        : `新しく達成したステップ: ${achieved.length}件（${few(achieved, TOWNS, '件')}）`,
    ],
  };
}

function lateBlock({ late, lateTowns, quiet, lines }: OnePage): PageBlock {
  const items = late
    ? [`期限を過ぎた項目: ${figure(late.count)}件・${lateTowns}団体（${few(late.parts, TOWNS, '団体')}）`]
    : ['期限を過ぎた項目はありません。'];
  const silent =
    quiet.length > 0 ? [`2週以上続けて報告のない団体: ${quiet.length}団体（${few(quiet, TOWNS, '団体')}）`] : [];
  return { heading: '4　遅れていること', lines: [...items, ...silent, ...lines.slice(0, LINES).map(short)] };
}

function askedBlock({ waiting }: OnePage): PageBlock {
  const asked = waiting.map(({ what, count, since, parts }) => {
    const made = parts.length > 0 ? `: ${few(parts, PARTS, '')}` : '';
    return `${what} ${count}件（${shortDate(since)}から）${made}`;
  });
  return {
    heading: '5　県にお願いしていること',
    lines: asked.length > 0 ? asked : ['県の決定や回答を待っているものと、月次報告に書いた依頼はありません。'],
  };
}

/** So many of them, and how many there are beyond. */
function few(names: readonly string[], most: number, counted: string): string {
  const more = names.length > most ? ` ほか${names.length - most}${counted}` : '';
  return `${names.slice(0, most).join('、')}${more}`;
}

const figure = (value: number): string => value.toLocaleString('ja-JP');
const short = (line: string): string => (line.length > LINE ? `${line.slice(0, LINE - 1)}…` : line);
