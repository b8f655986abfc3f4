import type { Logger } from 'pino';
import type { Card } from '../../../cards/card.ts';
import { textMessages } from './draw/text-messages.ts';
import { draw, plainText } from './draw.ts';
import type { Outgoing } from './message.ts';

/** The card as messages; in words alone where it cannot be drawn, which is a fault of ours and is logged as one. */
export function drawn(card: Card, log: Pick<Logger, 'error'>): readonly Outgoing[] {
  try {
    return draw(card);
  } catch (error) {
    log.error({ error: error instanceof Error ? error.name : typeof error }, 'a card could not be drawn');
    return textMessages(plainText(card));
  }
}
