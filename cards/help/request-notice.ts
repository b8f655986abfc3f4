import { ask } from '../../programme/asks.ts';
import { shortDate } from '../../programme/day.ts';
import { buttons, type Card, card, facts, text } from '../card.ts';
import { type RequestView, standingText, which, whichSeen } from './request-view.ts';

/** Why somebody of the secretariat is told of a 相談. */
type Why = 'assigned' | 'reopened' | 'overdue';
const titles = {
  assigned: '相談を割り当てられました',
  reopened: '相談が続いています',
  overdue: '期限を過ぎた相談があります',
} as const satisfies Record<Why, string>;

/** For a 1:1 chat with somebody of the secretariat; the summary keeps the content out of notifications. */
export function requestNoticeCard(view: RequestView, why: Why): Card {
  const { request, municipality, standing } = view;
  const until = `期限は${shortDate(standing.due)}`;
  const sentence = {
    assigned: `${municipality.name}の相談の担当になりました。${until}です。`,
    reopened: `${municipality.name}の相談は、まだ解決していません。${until}です。`,
    overdue: `${municipality.name}の相談の${until}でした。まだ回答していません。`,
  }[why];
  return card(
    titles[why],
    sentence,
    text(sentence),
    facts(['市町村', municipality.name], ['状態', standingText(view)]),
    text(request.text),
    buttons(
      { label: '回答する', ask: ask('answer-request', whichSeen(request)), look: 'primary' },
      { label: 'この相談を開く', ask: ask('show-requests', which(request)) },
      { label: '相談一覧', ask: ask('show-requests') },
    ),
  );
}
