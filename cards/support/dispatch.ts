import { ask } from '../../programme/asks.ts';
import { shortDate } from '../../programme/day.ts';
import { type Coverage, LOOKS_AHEAD_DAYS, type Serving } from '../../programme/support/coverage.ts';
import { buttons, type Card, card, list, type Node, notice, type Row, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

export type DispatchRow = {
  readonly coverage: Coverage;
  /** 計画日数 of those who serve it now or will. */
  readonly planned: number | undefined;
};

export type DispatchView = {
  readonly today: string;
  readonly rows: readonly DispatchRow[];
  /** Of all pages: municipalities without anybody today, and those that will be. */
  readonly open: number;
  readonly ending: number;
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  /** Experts without a municipality today. */
  readonly pool: number;
  /** What waits for the secretariat, for nobody else; undefined where it is not for who asks. */
  readonly waiting: readonly Row[] | undefined;
  /** Whether whoever decides on it looks. */
  readonly isOffice: boolean;
};

/** 〜3/14(日), 12/1(火)〜3/14(日) for one to come. */
export function servingTerm({ term }: Serving, today: string): string {
  if (term === undefined) return '終了日は未定';
  return `${term.from > today ? shortDate(term.from) : ''}〜${shortDate(term.until)}`;
}

/** 派遣 花子さん 〜3/14(日) */
export const servingName = (serving: Serving, today: string): string =>
  `${serving.expert.name}さん ${servingTerm(serving, today)}`;

/** What is uncovered of a municipality, in a few words. */
export function openName({ openFrom }: Coverage, today: string): string | undefined {
  if (openFrom === undefined) return undefined;
  return openFrom <= today ? '今は担当がいません' : `${shortDate(openFrom)}から担当がいません`;
}

/** Who is where, until when, and what is uncovered; with what waits for the secretariat. */
export function dispatchCard(view: DispatchView): Card {
  const { rows, open, ending, all, page, pages, pool, waiting, today } = view;
  const counts = `支援対象${all}団体のうち、今は担当がいない ${open}団体・${LOOKS_AHEAD_DAYS}日以内にいなくなる ${ending}団体`;
  return card(
    '派遣',
    `派遣: ${counts}（${page}/${pages}）`,
    notice(open > 0 ? 'attention' : 'good', counts),
    waiting === undefined ? [] : waitingNodes(waiting),
    list(rows.map((row) => rowOf(row, today))),
    text(`担当を待っている派遣人材: ${pool}人`, 'quiet'),
    buttons(
      ...pageButtons(page, pages, (to) => ask('show-dispatch', { page: to })),
      view.isOffice
        ? { label: '名簿を見る', ask: ask('show-roster') }
        : { label: '派遣状況を見る', ask: ask('show-support-figures') },
    ),
  );
}

function waitingNodes(waiting: readonly Row[]): readonly Node[] {
  if (waiting.length === 0) return [];
  return [text('事務局で見ること', 'heading'), list(waiting), text('派遣先', 'heading')];
}

function rowOf({ coverage, planned }: DispatchRow, today: string): Row {
  const { municipality, now, next } = coverage;
  const open = openName(coverage, today);
  const people = [...now, ...next].map((serving) => servingName(serving, today));
  const detail = [
    ...(open ? [open] : []),
    people.join('、'),
    ...(planned === undefined ? [] : [`計画${people.length > 1 ? ' あわせて' : ''} ${planned}日`]),
  ].filter((part) => part !== '');
  return {
    title: municipality.name,
    detail: detail.join('・'),
    ...(open ? { tone: 'attention' as const } : {}),
    ask: ask('show-dispatch', { municipality: municipality.code }),
  };
}
