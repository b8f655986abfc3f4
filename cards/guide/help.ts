import { ask } from '../../programme/asks.ts';
import type { Ask, Button } from '../card.ts';
import { buttons, type Card, card, list, type Node, notice, type Row, text } from '../card.ts';

export type Topic = { readonly says: string; readonly help: string; readonly example: string; readonly ask: Ask };

/** Topics that belong together, under what one comes to do. */
export type TopicGroup = { readonly title: string; readonly topics: readonly Topic[] };

export type HelpFor = {
  /** A topic that there is no help about. */
  readonly said?: string | undefined;
  /** How this person's week stands. */
  readonly standing?: { readonly done: boolean; readonly sentence: string } | undefined;
  readonly buttons?: readonly Button[];
  /** Sentences this person could send as they stand. */
  readonly sentences?: readonly string[];
};

/** So few topics are shown at once; of more, the groups. */
const FEW = 6;

/** What this person can ask, beginning with what is most likely wanted now; the words can be typed or pressed. */
export function helpCard(groups: readonly TopicGroup[], you: HelpFor = {}): Card {
  const { said, standing, buttons: first = [], sentences = [] } = you;
  const topics = groups.flatMap((group) => group.topics);
  const few = topics.length <= FEW;
  const unknown = said && `「${said}」の説明はありません。`;
  const lead = [unknown, standing?.sentence].filter(Boolean).join('');
  return card(
    'できること',
    `${lead}できること: ${topics.map(({ says }) => says).join('、')}`,
    unknown ? notice('attention', `${unknown}次から選んでください。`) : [],
    standingNodes(standing),
    first.length > 0 ? buttons(...first) : [],
    text(few ? '言葉を送るか、押してください。' : '言葉を送るか、したいことを選んでください。', 'quiet'),
    list(few ? topics.map(topicRow) : groups.map(groupRow)),
    sentences.map((sentence) => text(`例: ${sentence}`, 'quiet')),
  );
}

function standingNodes(standing: HelpFor['standing']): readonly Node[] {
  return standing ? [notice(standing.done ? 'good' : 'attention', standing.sentence)] : [];
}

function groupRow({ title, topics }: TopicGroup): Row {
  return { title, detail: topics.map(({ says }) => says).join('、'), ask: ask('help', { topic: title }) };
}

export function topicRow({ says, help, example, ask: asked }: Topic): Row {
  return { title: says, detail: example === says ? help : `${help}\n例: ${example}`, ask: asked };
}

/** The commands of one group explained. */
export function groupCard({ title, topics }: TopicGroup): Card {
  return card(
    title,
    `${title}: ${topics.map(({ says }) => says).join('、')}`,
    list(topics.map(topicRow)),
    buttons({ label: 'できることに戻る', ask: ask('help') }),
  );
}

/** One command explained. */
export function topicCard(topic: Topic): Card {
  return card(topic.says, topic.help, text(topic.help), text(`例: ${topic.example}`, 'quiet'), {
    kind: 'buttons',
    buttons: [{ label: `${topic.says}を始める`, ask: topic.ask, look: 'primary' }],
  });
}
