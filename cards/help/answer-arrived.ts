import { ask } from '../../programme/asks.ts';
import type { HelpStep } from '../../programme/help/help-request.ts';
import { isEnded } from '../../programme/help/request-standing.ts';
import { buttons, type Card, card, text } from '../card.ts';
import { excerpt } from '../excerpt.ts';
import { solvedOrNot } from './request.ts';
import type { RequestView } from './request-view.ts';

/** An answer, for whoever asked, 1:1; the summary keeps the content out of notifications. */
export function answerArrivedCard({ request, municipality, standing, nameOf }: RequestView, answer: HelpStep): Card {
  return card(
    '相談に回答がありました',
    `${municipality.name}の相談に、事務局から回答がありました。`,
    text(`${municipality.name}の相談「${excerpt(request.text)}」`, 'quiet'),
    text(answer.text ?? ''),
    text(`事務局 ${nameOf(answer.by)}`, 'quiet'),
    isEnded(standing) ? [] : text('これで解決しましたか。', 'strong'),
    buttons(...(isEnded(standing) ? [] : solvedOrNot(request, true)), {
      label: '相談一覧',
      ask: ask('show-requests'),
    }),
  );
}
