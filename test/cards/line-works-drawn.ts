import { draw } from '../../bot/channels/line-works/draw.ts';
import {
  isUpload,
  type MessageAction,
  type MessageContent,
  type Outgoing,
} from '../../bot/channels/line-works/message.ts';
import { type Ask, type Card, card, type Node } from '../../cards/card.ts';
import { samples } from '../../cards/samples.ts';

export const contents = (drawn: readonly Outgoing[]): MessageContent[] =>
  drawn.filter((one): one is MessageContent => !isUpload(one));
export const actions = (drawn: readonly Outgoing[]): MessageAction[] =>
  contents(drawn).flatMap((one) => (one.type === 'button_template' ? one.actions : []));
export const replies = (drawn: readonly Outgoing[]): MessageAction[] =>
  contents(drawn).flatMap(({ quickReply }) => quickReply?.items.map(({ action }) => action) ?? []);
export const labels = (drawn: readonly Outgoing[]) => actions(drawn).map(({ label }) => label);

/** What is read in the room, without labels. */
export const shown = (drawn: readonly Outgoing[]): string =>
  contents(drawn)
    .flatMap((one) => {
      if (one.type === 'text') return [one.text];
      if (one.type === 'button_template') return [one.contentText];
      return one.type === 'flex' ? texts(one.contents) : [];
    })
    .join('\n');

function texts(part: unknown): string[] {
  if (part === null || typeof part !== 'object') return [];
  const inner = Object.values(part).flatMap(texts);
  return 'text' in part ? [String(part.text), ...inner] : inner;
}

export const show = (item: string): Ask => ({ command: 'show-item', input: { item } });
export const one = (...body: readonly Node[]): Card => card('題', '要約', ...body);
export const sampleOf = (name: string) => draw(samples[name]?.() ?? one());
