import { ask } from '../../programme/asks.ts';
import { type Audience, isShared } from '../../programme/room.ts';
import { type Button, buttons, type Card, card, notice, text } from '../card.ts';

/**
 * Says what the room now shows, and to whom.
 * @param whose the municipality, the office that steers, or the municipalities that are together in it
 */
export function roomBound(audience: Audience, whose: string): Card {
  const sentence = sentenceOf(audience, whose);
  return card(
    '部屋を登録しました',
    sentence,
    notice('good', sentence),
    text('この部屋にいる全員が見ることになります。参加者を確かめてください。', 'quiet'),
    audience === 'none' ? [] : buttons(firstIn(audience)),
  );
}

/** What can be looked at first in the room. */
function firstIn(audience: Audience): Button {
  if (isShared(audience)) return { label: '共有された資料を見る', ask: ask('show-shared') };
  if (isOfTown(audience)) return { label: '状況を見る', ask: ask('show-status') };
  return { label: 'ダイジェストを見る', ask: ask('show-digest') };
}

const isOfTown = (audience: Audience): boolean => /^\d/.test(audience);

function sentenceOf(audience: Audience, whose: string): string {
  if (audience === 'none') return 'この部屋の登録を外しました。市町村の情報は表示しません。';
  if (isShared(audience))
    return `この部屋は${whose}の部屋です。共有の承諾がある事例と資料だけを表示します。ほかのことは1対1のチャットで使ってください。`;
  if (isOfTown(audience)) return `この部屋は${whose}の部屋です。${whose}の情報だけを表示します。`;
  return `この部屋は${whose}の部屋です。全市町村の情報とダイジェストを表示します。`;
}
