import { ask } from '../../programme/asks.ts';
import { type Day, shortDate } from '../../programme/day.ts';
import type { VisitOpen } from '../../programme/visits/visit-answering.ts';
import type { VisitContent } from '../../programme/visits/visit-record.ts';
import { type Button, buttons, type Card, card, list, type Node, notice, text } from '../card.ts';
import { ratingQuestion } from './rate-visit.ts';
import { visitCalled, visitInShort } from './visit-facts.ts';

/** A version of a record, as its municipality is asked about it. */
export type VisitToAnswer = {
  readonly municipality: string;
  /** Of the record. */
  readonly id: string;
  readonly version: number;
  readonly content: VisitContent;
  readonly expert: string;
  /** The last day to confirm it. */
  readonly until: Day;
  /** What was to be put right the last time. */
  readonly returned?: string | undefined;
};

const confirming = ({ municipality, id, version }: VisitToAnswer, verdict: 'confirmed' | 'returned') =>
  ask('confirm-visit', { municipality, visit: id, seen: version, verdict });

const toReturn = (visit: VisitToAnswer, label: string): Button => ({ label, ask: confirming(visit, 'returned') });

/** What was recorded of a visit, to be confirmed in one tap. For 1:1 chats with its municipality. */
export function confirmVisitCard(visit: VisitToAnswer, said: readonly Node[] = []): Card {
  const { content, expert, until, returned } = visit;
  const sentence = `${visitCalled(content, expert)}の記録を確認してください。`;
  return card(
    '訪問記録の確認',
    sentence,
    said,
    text(sentence),
    returned === undefined ? [] : text(`前に「${returned}」とお伝えいただいた分です。`, 'quiet'),
    visitInShort(content, expert),
    text(`${shortDate(until)}までにお答えがないときは「未確認のまま確定」になります。`, 'quiet'),
    buttons({ label: '確認', ask: confirming(visit, 'confirmed'), look: 'primary' }, toReturn(visit, '直してほしい'), {
      label: '記録の全体を見る',
      ask: ask('show-visit', { municipality: visit.municipality, visit: visit.id }),
    }),
  );
}

/** Several that wait, or that were answered and may be answered anew; pressing one opens it. */
export function visitsToConfirmCard(visits: readonly VisitToAnswer[], are: 'waiting' | 'answered' = 'waiting'): Card {
  const which = are === 'waiting' ? '確認をお願いしている訪問記録' : '答えを直せる訪問記録';
  const sentence = `${which}が${visits.length}件あります。`;
  return card(
    '訪問記録の確認',
    sentence,
    text(`${sentence}押すと内容が開きます。`),
    list(
      visits.map(({ municipality, id, content, expert, until }) => ({
        title: visitCalled(content, expert),
        detail: `${shortDate(until)}まで`,
        ask: ask('confirm-visit', { municipality, visit: id }),
        does: '開く',
      })),
    ),
  );
}

/** None waits. `toRate`: visits whose 満足度 is still open. */
export function noVisitToConfirmCard(toRate: number): Card {
  const sentence = '確認をお願いしている訪問記録はありません。';
  return card(
    '訪問記録の確認',
    sentence,
    notice('good', sentence),
    buttons(...(toRate > 0 ? [{ label: '満足度を答える', ask: ask('rate-visit') }] : []), {
      label: '会議の予定',
      ask: ask('show-meetings'),
    }),
  );
}

/** Confirmed; 満足度 is asked here, where it was not said before. */
export function visitConfirmedCard(visit: VisitToAnswer, open: VisitOpen, score: number | undefined): Card {
  const { content, expert } = visit;
  const sentence = `${visitCalled(content, expert)}の記録を確認済みにしました。`;
  return card(
    '訪問記録を確認しました',
    sentence,
    notice('good', sentence),
    open.mayRate && score === undefined ? ratingQuestion(visit) : [],
    buttons(
      ...(score === undefined ? [] : [{ label: '満足度を見る', ask: rated(visit) }]),
      ...(open.mayReturn ? [toReturn(visit, 'やはり直してほしい')] : []),
      { label: '訪問一覧', ask: ask('show-visits', { municipality: visit.municipality }) },
    ),
  );
}

const rated = ({ municipality, id }: VisitToAnswer) => ask('rate-visit', { municipality, visit: id });

/** What is to be put right is on its way to the expert, or was told `before`. */
export function visitReturnedCard(visit: VisitToAnswer, note: string, when: 'now' | 'before' = 'now'): Card {
  const told = when === 'now' ? '直してほしいところを伝えます。' : '直してほしいところを伝えてあります。';
  const sentence = `${visit.expert}さんに、${told}直した記録が届いたら、もう一度確認をお願いします。`;
  return card(
    '訪問記録を戻しました',
    sentence,
    notice('good', sentence),
    text(`「${note}」`, 'strong'),
    buttons({ label: 'このままでよい（確認）', ask: confirming(visit, 'confirmed') }, toReturn(visit, '書き直す')),
  );
}
