import type { Activity } from 'botbuilder';
import type { Card } from '../../../cards/card.ts';
import { hasPictures, picturesInWords } from '../../../cards/pictures-in-words.ts';
import { CardTooLarge, draw } from './draw.ts';

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** `summary` is what notifications and the chat list show. A `text` beside the card would be shown twice. */
export function cardMessage(card: Card): Partial<Activity> {
  return { type: 'message', summary: card.summary, attachments: [{ contentType: CARD_TYPE, content: drawn(card) }] };
}

/** What a card says is not lost because its pictures are too large beside it: their words stand for them then. */
function drawn(card: Card): Record<string, unknown> {
  try {
    return draw(card);
  } catch (error) {
    if (error instanceof CardTooLarge && hasPictures(card)) return draw(picturesInWords(card));
    throw error;
  }
}

export const textMessage = (text: string): Partial<Activity> => ({ type: 'message', text, summary: text });
