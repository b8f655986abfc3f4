import { ask } from '../../programme/asks.ts';
import type { Audience } from '../../programme/room.ts';
import { buttons, type Card, card, notice, text } from '../card.ts';

/**
 * Says what the room now shows, and to whom.
 * @param whose the municipality, or the office that steers
 */
export function roomBound(audience: Audience, whose: string): Card {
  const municipality = /^\d/.test(audience) ? whose : undefined;
  const sentence = sentenceOf(audience, whose, municipality);
  return card(
    '部屋を登録しました',
    sentence,
    notice('good', sentence),
    text('この部屋にいる全員が見ることになります。参加者を確かめてください。', 'quiet'),
    audience === 'none'
      ? []
      : buttons({
          label: municipality ? '状況を見る' : 'ダイジェストを見る',
          ask: municipality ? ask('show-status') : ask('show-digest'),
        }),
  );
}

function sentenceOf(audience: Audience, whose: string, municipality: string | undefined): string {
  if (audience === 'none') return 'この部屋の登録を外しました。市町村の情報は表示しません。';
  if (municipality) return `この部屋は${municipality}の部屋です。${municipality}の情報だけを表示します。`;
  return `この部屋は${whose}の部屋です。全市町村の情報とダイジェストを表示します。`;
}
