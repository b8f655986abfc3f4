import type { Ask, Button } from './card.ts';
import { buttons, type Card, card, list, type Node, notice, text } from './card.ts';

export type Topic = { readonly says: string; readonly help: string; readonly example: string; readonly ask: Ask };

export type HelpFor = {
  /** A topic that there is no help about. */
  readonly said?: string | undefined;
  /** How this person's week stands. */
  readonly standing?: { readonly done: boolean; readonly sentence: string } | undefined;
  readonly buttons?: readonly Button[];
};

/** What this person can ask, beginning with what is most likely wanted now; the words can be typed or pressed. */
export function helpCard(topics: readonly Topic[], { said, standing, buttons: first = [] }: HelpFor = {}): Card {
  const all = `できること: ${topics.map(({ says }) => says).join('、')}`;
  const lead = [said && `「${said}」の説明はありません。`, standing?.sentence].filter(Boolean).join('');
  return card(
    'できること',
    `${lead}${all}`,
    said ? notice('attention', `「${said}」の説明はありません。次の言葉で始めてください。`) : [],
    standingNodes(standing),
    first.length > 0 ? buttons(...first) : [],
    text('言葉を送るか、押してください。', standing ? 'quiet' : 'plain'),
    list(
      topics.map(({ says, help, example, ask }) => ({
        title: says,
        detail: example === says ? help : `${help}\n例: ${example}`,
        ask,
      })),
    ),
  );
}

function standingNodes(standing: HelpFor['standing']): readonly Node[] {
  return standing ? [notice(standing.done ? 'good' : 'attention', standing.sentence)] : [];
}

/** One command explained. */
export function topicCard(topic: Topic): Card {
  return card(topic.says, topic.help, text(topic.help), text(`例: ${topic.example}`, 'quiet'), {
    kind: 'buttons',
    buttons: [{ label: `${topic.says}を始める`, ask: topic.ask, look: 'primary' }],
  });
}
