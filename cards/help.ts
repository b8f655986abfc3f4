import { ask } from '../programme/asks.ts';
import type { Ask, Button } from './card.ts';
import { buttons, type Card, card, list, type Node, notice, text } from './card.ts';

export type Topic = { readonly says: string; readonly help: string; readonly example: string; readonly ask: Ask };

export type HelpFor = {
  /** A topic that there is no help about. */
  readonly said?: string | undefined;
  /** How this person's week stands. */
  readonly standing?: { readonly done: boolean; readonly sentence: string } | undefined;
  readonly buttons?: readonly Button[];
  readonly page?: number | undefined;
};

/** A row that can be pressed has about 1 KB in Teams, a whole card 28. */
const MOST_ON_A_PAGE = 22;

/** What this person can ask, beginning with what is most likely wanted now; the words can be typed or pressed. */
export function helpCard(topics: readonly Topic[], about: HelpFor = {}): Card {
  const { said, standing, buttons: first = [] } = about;
  const all = `できること: ${topics.map(({ says }) => says).join('、')}`;
  const lead = [said && `「${said}」の説明はありません。`, standing?.sentence].filter(Boolean).join('');
  const { shown, page, pages } = pageOf(topics, about.page);
  return card(
    pages > 1 ? `できること（${page}/${pages}）` : 'できること',
    `${lead}${all}`,
    said ? notice('attention', `「${said}」の説明はありません。次の言葉で始めてください。`) : [],
    standingNodes(standing),
    first.length > 0 ? buttons(...first) : [],
    text('言葉を送るか、押してください。', standing ? 'quiet' : 'plain'),
    list(
      shown.map(({ says, help, example, ask }) => ({
        title: says,
        detail: example === says ? help : `${help}\n例: ${example}`,
        ask,
      })),
    ),
    page < pages ? buttons({ label: '続きを見る', ask: ask('help', { page: page + 1 }) }) : [],
    page > 1 ? buttons({ label: '前へ', ask: ask('help', { page: page - 1 }) }) : [],
  );
}

/** Pages of about the same length. */
function pageOf(topics: readonly Topic[], asked = 1) {
  const pages = Math.max(1, Math.ceil(topics.length / MOST_ON_A_PAGE));
  const page = Math.min(asked, pages);
  const size = Math.ceil(topics.length / pages);
  return { shown: topics.slice((page - 1) * size, page * size), page, pages };
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
