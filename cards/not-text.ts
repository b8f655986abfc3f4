import { ask } from '../programme/asks.ts';
import { buttons, type Card, card, notice } from './card.ts';

/** A picture, a stamp, a file or the like was sent: what to do instead. */
export function notText(): Card {
  const sentence =
    '画像・スタンプ・ファイルなどは読み取れません。文字で送るか、ボタンを押してください。何も記録していません。';
  return card(
    '文字で送ってください',
    sentence,
    notice('quiet', sentence),
    buttons({ label: 'できることを見る', ask: ask('help') }),
  );
}
