import { ask } from '../../programme/asks.ts';
import { type Day, shortDate } from '../../programme/day.ts';
import { pageOf } from '../../programme/page.ts';
import { askedOfPrefecture, type MonthlyMove, textsOf } from '../../programme/reports/monthly-change.ts';
import {
  type MonthlyContent,
  type MonthlyField,
  type MonthlyPart,
  MonthlySection,
  monthlyFields,
  monthlySectionNames,
} from '../../programme/reports/monthly-report.ts';
import { monthName, monthSaid } from '../../programme/support/month.ts';
import type { DaySpan } from '../../programme/support/support-figures.ts';
import { verdictName, verdictsFor } from '../../programme/verdict-words.ts';
import {
  type Button,
  buttons,
  type Card,
  card,
  changes,
  facts,
  list,
  type Node,
  notice,
  type Row,
  text,
} from '../card.ts';
import { excerpt } from '../excerpt.ts';
import { pageButtons } from '../page-buttons.ts';

/** The report of a month, as one person sees it. */
export type MonthlyView = {
  readonly span: DaySpan;
  readonly year: number;
  readonly parts: readonly MonthlyPart[];
  readonly texts: MonthlyContent['texts'];
  /** The last day whose records are in it. */
  readonly until: Day;
  /** 下書き, 提出済み・県の受領待ち …; undefined where nobody has made a draft yet. */
  readonly standing: string | undefined;
  /** Which of those that were handed in it is, and of how many; undefined where it is none of them. */
  readonly sent: { readonly at: number; readonly of: number; readonly versions: readonly number[] } | undefined;
  /** 進捗状況確認会議 of the month; undefined where none is planned. */
  readonly meeting: Day | undefined;
  /** What the records give otherwise now; of a draft alone. */
  readonly moves: readonly MonthlyMove[];
  readonly mayWrite: boolean;
  readonly maySend: boolean;
  /** The version that waits for whoever looks to receive it. */
  readonly toReceive?: { readonly filing: string; readonly version: number } | undefined;
};

type Month = Pick<MonthlyView, 'span' | 'year'>;
/** What its buttons say beside what they do. */
export const ofMonth = ({ span, year }: Month) => ({ month: monthSaid(span.from), year });

/** How much of a section is shown in the list of them. */
const FIRST_WORDS = 60;
/** How many lines of a cell, rows and changed figures a phone shows. */
const LINES = 4;
const A_PAGE = 8;
const MOVES = 6;
/** Cells that a phone does not need. */
const NOTHING_TO_SAY = ['―', 'なし'];

const monthlyStandingText = ({ standing, until, sent }: MonthlyView): string => {
  const records = `${shortDate(until)}までの記録`;
  const version = sent && sent.of > 1 ? `第${sent.at}版・` : '';
  return standing === undefined ? `まだ下書きにしていません（${records}）` : `${version}${standing}（${records}）`;
};

/** The whole at a glance: each section opens by itself. */
export function monthlyReportCard(view: MonthlyView, said: readonly Node[] = []): Card {
  const name = monthName(view.span);
  return card(
    '月次報告',
    `${name}の月次報告: ${monthlyStandingText(view)}`,
    said,
    text(name, 'strong'),
    text(monthlyStandingText(view), 'quiet'),
    meetingNodes(view),
    movesNodes(view),
    factsOf('summary', view.parts),
    list(MonthlySection.options.map((section) => sectionRow(section, view))),
    buttons(...wholeButtons(view)),
  );
}

function meetingNodes({ meeting, mayWrite }: MonthlyView): Node[] {
  if (meeting !== undefined) return [text(`進捗状況確認会議 ${shortDate(meeting)}`, 'quiet')];
  return mayWrite ? [text('この月の進捗状況確認会議は、まだ予定にありません。', 'quiet')] : [];
}

/** What is changed of what was handed in does not reach the prefecture by itself. */
export const sentBeforeNodes = (wasSent: boolean): Node[] =>
  wasSent
    ? [notice('attention', '提出したものは、そのまま県にあります。直したものは、もう一度提出すると届きます。')]
    : [];

/** 下書きのあとに変わった記録, before → after. */
export function movesNodes({ moves }: Pick<MonthlyView, 'moves'>): Node[] {
  if (moves.length === 0) return [];
  const more = moves.length - MOVES;
  return [
    notice('attention', `下書きのあと、記録が${moves.length}か所変わっています。`),
    changes(
      moves.slice(0, MOVES).map(({ field, what, before, after }) => ({
        what: `${shortLabel(field)} ${what}`,
        before: before === undefined ? undefined : oneLine(before),
        after: oneLine(after),
      })),
    ),
    ...(more > 0 ? [text(`ほか${more}か所`, 'quiet')] : []),
  ];
}

const oneLine = (value: string): string => value.replaceAll('\n', '、');
/** 派遣実績 of 派遣実績（市町村別 …）. */
const shortLabel = (field: MonthlyField): string => monthlyFields[field].label.replace(/（.*$/u, '');

function factsOf(field: MonthlyField, parts: readonly MonthlyPart[]): Node[] {
  const found = parts.find((part) => part.field === field)?.facts ?? [];
  return found.length > 0 ? [facts(...found.map(({ label, text: said }) => [label, said] as const))] : [];
}

function sectionRow(section: MonthlySection, view: MonthlyView): Row {
  const asked = section === 'issues' ? askedOfPrefecture(view).map((line) => `県への依頼: ${line}`) : [];
  const written = [...asked, ...textsOf(view, section)];
  const [first] = written;
  const rest = written.length > 1 ? ` ほか${written.length - 1}行` : '';
  const own = view.mayWrite ? 'まだ書いていません（記録の数字だけ）' : '記録からの数字';
  return {
    title: monthlySectionNames[section],
    detail: first === undefined ? own : `${excerpt(first, FIRST_WORDS)}${rest}`,
    ask: ask('monthly-report', { ...ofMonth(view), section, ...versionOf(view) }),
  };
}

/** A card about an older version stays about it. */
const versionOf = ({ sent }: MonthlyView): { readonly version?: number } => {
  const version = sent && sent.at < sent.of ? sent.versions[sent.at - 1] : undefined;
  return version === undefined ? {} : { version };
};

/** Nobody is led to hand in what nobody has written in yet. */
function workButtons(view: MonthlyView): Button[] {
  const { sent, standing, mayWrite, maySend } = view;
  const month = ofMonth(view);
  const submit: Button[] =
    maySend && sent === undefined
      ? [{ label: '提出する', ask: ask('submit-monthly-report', month), look: 'primary' }]
      : [];
  const write: Button[] = mayWrite ? [{ label: '内容を書く', ask: ask('edit-monthly-report', month) }] : [];
  return standing === undefined ? [...write, ...submit] : [...submit, ...write];
}

/** What waits is received where it is read. */
function receiptButtons({ toReceive }: MonthlyView): Button[] {
  if (!toReceive) return [];
  return verdictsFor('受領').map((verdict) => ({
    label: verdictName('受領', verdict),
    ask: ask('decide-filing', { ...toReceive, verdict }),
    ...(verdict === 'approve' ? { look: 'primary' as const } : {}),
  }));
}

function wholeButtons(view: MonthlyView): Button[] {
  const { sent, standing, mayWrite, moves } = view;
  const month = ofMonth(view);
  const before = sent && sent.at > 1 ? sent.versions[sent.at - 2] : undefined;
  return [
    ...receiptButtons(view),
    ...workButtons(view),
    ...(mayWrite && (standing === undefined || moves.length > 0)
      ? [{ label: standing === undefined ? '下書きにする' : '作り直す', ask: ask('redraft-monthly-report', month) }]
      : []),
    ...(standing === undefined
      ? []
      : [{ label: 'Wordで受け取る', ask: ask('monthly-report-file', { ...month, ...versionOf(view) }) }]),
    ...(before === undefined
      ? []
      : [{ label: '前の版を見る', ask: ask('monthly-report', { ...month, version: before }) }]),
  ];
}

/** One section: what people wrote, then what the records say. */
export function monthlySectionCard(
  view: MonthlyView,
  section: MonthlySection,
  page: number,
  said: readonly Node[] = [],
): Card {
  const [name, called] = [monthName(view.span), monthlySectionNames[section]];
  const own = view.parts.filter(({ field }) => monthlyFields[field].section === section);
  const rows = own.flatMap((part) => (part.table?.rows ?? []).map((row) => ({ part, row })));
  const { shown, at, pages } = pageOf(rows, page, A_PAGE);
  const open = ask('monthly-report', { ...ofMonth(view), ...versionOf(view) });
  return card(
    '月次報告',
    `${name}の月次報告 ${called}`,
    said,
    text(`${name}　${called}`, 'strong'),
    text(monthlyStandingText(view), 'quiet'),
    at === 1 ? writtenNodes(view, section) : [],
    own.flatMap((part) => partNodes(part, at, shown)),
    buttons(
      ...pageButtons(at, pages, (target) => ({ ...open, input: { ...open.input, section, page: target } })),
      ...(view.mayWrite ? [{ label: '書き直す', ask: ask('edit-monthly-report', { ...ofMonth(view), section }) }] : []),
      { label: '全体に戻る', ask: open },
    ),
  );
}

function writtenNodes(view: MonthlyView, section: MonthlySection): Node[] {
  const written = textsOf(view, section);
  const asked = section === 'issues' ? askedOfPrefecture(view) : [];
  return [
    ...written.map((line) => text(line)),
    ...(written.length === 0 && asked.length === 0 && view.mayWrite ? [text('まだ書いていません。', 'quiet')] : []),
    ...(asked.length > 0
      ? [text(shortLabel('requestsToPref'), 'heading'), ...asked.map((line) => text(`・${line}`))]
      : []),
  ];
}

type Shown = readonly { readonly part: MonthlyPart; readonly row: { readonly cells: readonly string[] } }[];

/** Its facts on the first page; its rows on the page where they come. */
function partNodes(part: MonthlyPart, page: number, shown: Shown): Node[] {
  const rows = shown.filter((each) => each.part === part).map(({ row }) => rowOf(row.cells, part.table?.head ?? []));
  const said = page === 1 ? part.facts : [];
  if (rows.length === 0 && said.length === 0) return [];
  return [
    text(shortLabel(part.field), 'heading'),
    ...(said.length > 0 ? [facts(...said.map(({ label, text: value }) => [label, value] as const))] : []),
    ...(rows.length > 0 ? [list(rows)] : []),
  ];
}

function rowOf([title = '', ...cells]: readonly string[], [, ...head]: readonly string[]): Row {
  const lines = cells.flatMap((cell, at) => {
    if (NOTHING_TO_SAY.includes(cell)) return [];
    const all = cell.split('\n');
    const shown = all.slice(0, LINES).join('、');
    return [`${head[at] ?? ''}: ${shown}${all.length > LINES ? `、ほか${all.length - LINES}` : ''}`];
  });
  return { title, detail: lines.join('\n') };
}
