import { ask } from '../../programme/asks.ts';
import { shortDate } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { buttons, type Card, card, text } from '../card.ts';
import type { VisitToAnswer } from './confirm-visit.ts';

/** What a municipality wants to be put right, for the expert who recorded the visit. */
export function visitReturnedToExpertCard(
  { code, name }: Municipality,
  { content, id }: VisitToAnswer,
  note: string,
): Card {
  const sentence = `${name}から、${shortDate(content.day)}の訪問記録に「直してほしい」との回答がありました。`;
  return card(
    '訪問記録を直すお願い',
    sentence,
    text(sentence),
    text(`「${note}」`, 'strong'),
    text('記録を直すと、もう一度確認をお願いする案内が届きます。', 'quiet'),
    buttons(
      { label: '記録を直す', look: 'primary', ask: ask('record-visit', { visit: id }) },
      { label: `${name}の状況を見る`, ask: ask('show-status', { municipality: code }) },
    ),
  );
}
