import { ask } from '../programme/asks.ts';
import { buttons, type Card, card, notice } from './card.ts';

/** Somebody was asked whether it was meant, and it was not. */
export function leftAsItWas(): Card {
  return card(
    'やめました',
    'やめました。何も記録していません。',
    notice('quiet', '何も記録していません。'),
    buttons({ label: 'できることを見る', ask: ask('help') }),
  );
}
