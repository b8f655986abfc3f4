import { ask } from '../../programme/asks.ts';
import { shortDate } from '../../programme/day.ts';
import { type Ask, type Button, buttons, type Card, card, list, type Node, notice, offering, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';
import { never } from '../understood.ts';
import { type FilingView, filingRow } from './filing-view.ts';

/** Something else that waits for an answer of the prefecture's: a 協議. */
export type OtherWaiting = { readonly what: string; readonly since: string; readonly open: Ask };

export type WaitingList = {
  readonly filings: readonly FilingView[];
  readonly all: number;
  readonly page: number;
  readonly pages: number;
  /** Only what was decided. */
  readonly isDecided: boolean;
  readonly others: readonly OtherWaiting[];
  /** What has a yes and no 文書番号 yet; on the first page of what waits. */
  readonly lacking: readonly FilingView[];
};

/** 承認待ち; for the secretariat what it has handed in. */
export function waitingCard(view: WaitingList): Card {
  const { filings, all, page, pages, isDecided, others, lacking } = view;
  const to = (target: number) => ask('show-waiting', { page: target, ...(isDecided ? { decided: '決定済み' } : {}) });
  const counts = countsOf(view);
  return card(
    isDecided ? '提出一覧（決定済み）' : '承認待ち',
    counts,
    all + others.length + lacking.length === 0 ? notice('good', counts) : text(counts),
    list(filings.map((each) => filingRow(each))),
    othersPart(others),
    lackingPart(lacking),
    buttons(...pageButtons(page, pages, to), otherList(isDecided)),
  );
}

const otherList = (isDecided: boolean): Button =>
  isDecided
    ? { label: '承認待ち', ask: ask('show-waiting') }
    : { label: '決定済みを見る', ask: ask('show-waiting', { decided: '決定済み' }) };

function countsOf({ all, isDecided, others, lacking }: WaitingList): string {
  if (isDecided) return all === 0 ? '決定したものはまだありません。' : `決定したものが${all}件あります。新しい順です。`;
  const parts = [
    ...(all > 0 ? [`県の決定を待つものが${all}件あります。古い順です。`] : []),
    ...(others.length > 0 ? [`協議の回答待ちが${others.length}件あります。`] : []),
    ...(lacking.length > 0 ? [`文書番号の届いていないものが${lacking.length}件あります。`] : []),
  ];
  return parts.length > 0 ? parts.join('') : '県の決定を待つものはありません。';
}

function othersPart(others: readonly OtherWaiting[]): Node[] {
  if (others.length === 0) return [];
  const rows = others.map(({ what, since, open }) => ({ title: what, detail: `${shortDate(since)}から`, ask: open }));
  return [text('協議（回答待ち）', 'heading'), list(rows)];
}

function lackingPart(lacking: readonly FilingView[]): Node[] {
  if (lacking.length === 0) return [];
  return [text('文書未受領', 'heading'), list(lacking.map((each) => filingRow(each)))];
}

/** Which of several is meant; nothing is done before one is pressed. */
export function whichFilingCard(
  title: string,
  question: string,
  rows: readonly { readonly view: FilingView; readonly ask: Ask }[],
): Card {
  return offering(
    title,
    `${question} まだ記録していません。`,
    text(question, 'strong'),
    list(rows.map(({ view, ask: asked }) => filingRow(view, asked))),
    text('選ぶまで、何も記録しません。', 'quiet'),
    buttons({ label: '承認待ち', ask: ask('show-waiting') }, never),
  );
}
