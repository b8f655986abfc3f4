import { type Card, text } from './card.ts';

/** An answer that may be there already: something broke between doing it and saying so. */
export function lateAnswer(card: Card): Card {
  const sentence = 'お返事が遅れました。同じ内容が2度届いても、記録は1回だけです。';
  return { ...card, body: [text(sentence, 'quiet'), ...card.body] };
}
