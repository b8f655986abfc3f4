import type { Ask } from './card.ts';
import { type Card, card, list, notice, text } from './card.ts';

export type Topic = { readonly says: string; readonly help: string; readonly example: string; readonly ask: Ask };

/** What this person can ask; the words can be typed or pressed. */
export function helpCard(topics: readonly Topic[], said?: string): Card {
  return card(
    'できること',
    said
      ? `「${said}」は分かりませんでした。できること: ${topics.map(({ says }) => says).join('、')}`
      : `できること: ${topics.map(({ says }) => says).join('、')}`,
    said
      ? notice('attention', `「${said}」は分かりませんでした。次の言葉で始めてください。何も記録していません。`)
      : text('言葉を送るか、押してください。'),
    list(
      topics.map(({ says, help, example, ask }) => ({
        title: says,
        detail: example === says ? help : `${help}\n例: ${example}`,
        ask,
      })),
    ),
  );
}

/** One command explained. */
export function topicCard(topic: Topic): Card {
  return card(topic.says, topic.help, text(topic.help), text(`例: ${topic.example}`, 'quiet'), {
    kind: 'buttons',
    buttons: [{ label: `${topic.says}を始める`, ask: topic.ask, look: 'primary' }],
  });
}
