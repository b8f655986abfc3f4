import type { Activity } from 'botbuilder';
import type { Card } from '../../../cards/card.ts';
import { draw } from './draw.ts';

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** `summary` is what notifications and the chat list show. A `text` beside the card would be shown twice. */
export function cardMessage(card: Card): Partial<Activity> {
  return { type: 'message', summary: card.summary, attachments: [{ contentType: CARD_TYPE, content: draw(card) }] };
}

export const textMessage = (text: string): Partial<Activity> => ({ type: 'message', text, summary: text });
