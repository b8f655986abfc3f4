import { ask } from '../../programme/asks.ts';
import { buttons, type Card, list, offering, text } from '../card.ts';
import { type Topic, topicRow } from './help.ts';

/** A sentence nobody can read: what is most likely wanted, and never only that it was not understood. */
export function suggestionsCard(said: string, topics: readonly Topic[]): Card {
  return offering(
    'どれに近いですか',
    `「${said}」の読み取り方が分かりませんでした。${topics.map(({ says }) => says).join('、')}のどれかですか。何も記録していません。`,
    text(`「${said}」の読み取り方が分かりませんでした。近いものを押してください。何も記録していません。`),
    list(topics.map(topicRow)),
    buttons({ label: 'できることを見る', ask: ask('help') }),
  );
}
