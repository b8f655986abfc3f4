import { ask } from '../programme/asks.ts';
import { buttons, type Card, card, notice } from './card.ts';

const STANDS = 'このやりとりでは、何も記録していません。すでに記録したことは、そのまま残っています。';

/**
 * Somebody was asked whether it was meant, and it was not; or nothing was asked at all. What was recorded before stands:
 * it must not sound as if it had been taken back.
 */
export function leftAsItWas(): Card {
  return card(
    'やめました',
    `やめました。${STANDS}`,
    notice('quiet', STANDS),
    buttons({ label: 'できることを見る', ask: ask('help') }),
  );
}
