import { withoutCalls } from '../../../programme/called.ts';
import { type InboundActivity, mentionIn } from './activity.ts';

/** How the bot was called; `isAlone`: nobody else was. */
export type BotMention = { readonly text: string; readonly names: readonly string[]; readonly isAlone: boolean };

/** Of one message. More are no message of a person. */
const MOST = 5;
const AT = /<at(?:\s[^<>]*)?>([^<]*)<\/at>/gi;
const bare = (mention: string): string => mention.replace(/<[^<>]*>/g, '').trim();

/** Where the bot is called in a message; nothing where it is not. */
export function mentionsOfBot({ entities = [], recipient }: InboundActivity): readonly BotMention[] {
  const all = entities.flatMap((entity) => mentionIn(entity) ?? []);
  return all
    .filter(({ mentioned }) => mentioned.id === recipient?.id)
    .slice(0, MOST)
    .map(({ text = '', mentioned }) => {
      const names = [mentioned.name ?? '', bare(text), recipient?.name ?? ''].filter((name) => name.trim() !== '');
      return { text: text.trim(), names: [...new Set(names)], isAlone: all.length === 1 };
    });
}

/** Without the bot's name, in whatever way the client put it there; other people's names stay as words. */
export function withoutBot(text: string, mentions: readonly BotMention[]): string {
  return mentions.reduce((rest, mention) => withoutOne(rest, mention), text);
}

function withoutOne(text: string, { text: mention, names, isAlone }: BotMention): string {
  const isOnly = isAlone && [...text.matchAll(AT)].length === 1;
  const isBot = (call: string, inner: string) => call === mention || names.includes(inner.trim());
  const rest = text.replace(AT, (call: string, inner: string) => (isBot(call, inner) ? ' ' : call));
  if (rest !== text) return rest;
  if (isOnly) return text.replace(AT, ' ');
  if (mention !== '' && text.includes(mention)) return text.replaceAll(mention, ' ');
  // Some clients leave the name bare in front.
  const isInFront = names.some((name) => text.trimStart().startsWith(name));
  return withoutCalls(isInFront ? `@${text.trimStart()}` : text, names) ?? text;
}
