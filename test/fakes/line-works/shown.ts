import { isObject, type Json } from './reply.ts';
import type { Message } from './world.ts';

/** Something that can be pressed, and the words of the row it belongs to. */
export type Pressable = {
  readonly label: string;
  readonly row: string;
  readonly action: Json;
  readonly quick: boolean;
};

/** Every word a message shows, the quick replies last. `altText` only where nothing else is shown. */
export function wordsOf({ content, fileName }: Pick<Message, 'content' | 'fileName'>, quick = true): string {
  const { quickReply, ...rest } = content;
  const words = [...wordsIn(rest), ...(fileName === undefined ? [] : [fileName])];
  const alone = words.length === 0 && typeof content['altText'] === 'string' ? [content['altText']] : words;
  return [...alone, ...(quick ? wordsIn(quickReply) : [])].join('\n');
}

const SHOWN = ['title', 'subtitle', 'text', 'contentText', 'linkText', 'address', 'label'];

function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (!isObject(value)) return [];
  const { action, defaultAction, ...rest } = value;
  // Spans are one line; what a button would say is not shown before it is pressed.
  if (value['type'] === 'text' && Array.isArray(value['contents']))
    return [value['contents'].map((span) => (isObject(span) ? String(span['text']) : '')).join('')];
  const isAction = typeof value['label'] === 'string';
  const own = SHOWN.filter((name) => name === 'label' || !isAction)
    .map((name) => value[name])
    .filter((word) => typeof word === 'string');
  const inside = Object.entries(rest).filter(([name]) => !name.startsWith('i18n'));
  const button = value['type'] === 'text' || value['type'] === 'box' ? [] : wordsIn(action);
  return [...own, ...inside.flatMap(([, each]) => (typeof each === 'object' ? wordsIn(each) : [])), ...button];
}

/** What goes on with the card before says so: it is named again above its buttons, or in its heading. */
const GOES_ON = /^(【[^\n]*】\n(次にすることを選んでください。|ほかの操作)|[^\n]*（つづき）】?\n)/;

/** The words of each card: one may take several messages. */
export function cardsIn(messages: readonly Message[]): readonly string[] {
  const cards: string[] = [];
  for (const message of messages) {
    const words = wordsOf(message);
    const isMore = GOES_ON.test(words) || (message.content['type'] === 'text' && !words.startsWith('【'));
    if (isMore && cards.length > 0) cards.push(`${cards.pop()}\n${words}`);
    else cards.push(words);
  }
  return cards;
}

/** All that can be pressed on a message and calls back, top to bottom, the quick replies last. */
export function pressablesOf(content: Json): readonly Pressable[] {
  const { quickReply, ...rest } = content;
  return [...actionsIn(rest, '', false), ...actionsIn(quickReply, '', true)];
}

function actionsIn(value: unknown, row: string, quick: boolean): Pressable[] {
  if (Array.isArray(value)) return value.flatMap((each) => actionsIn(each, row, quick));
  if (!isObject(value)) return [];
  const { label, type, text, title } = value;
  const callsBack = (type === 'message' || type === 'postback') && typeof label === 'string';
  if (callsBack) return [{ label, row, action: value, quick }];
  const own = [title, text].filter((word) => typeof word === 'string').join('\n') || row;
  return Object.values(value).flatMap((each) => actionsIn(each, own, quick));
}

/**
 * Whether what is drawn stands for what is looked for: 3 the same, 2 shortened by 「…」 or numbered by 「1 」, 1 contains
 * it, 0 not at all.
 */
export function likeness(wanted: string, drawn: string): 0 | 1 | 2 | 3 {
  if (drawn === wanted) return 3;
  const plain = drawn.replace(/^[0-9０-９]{1,2}[ 　.．)）]\s*/, '');
  if (plain === wanted) return 2;
  const cut = /^(.+)…/.exec(plain)?.[1];
  if (cut !== undefined && wanted.startsWith(cut)) return 2;
  return drawn.includes(wanted) ? 1 : 0;
}

/** The one that bears this label best. Rows are known by their words too. */
export function findPressable(all: readonly Pressable[], wanted: string): Pressable | undefined {
  const ranked = all
    .map((each) => ({ each, rank: likeness(wanted, each.label) || (each.row.includes(wanted) ? 0.5 : 0) }))
    .filter(({ rank }) => rank > 0);
  return ranked.toSorted((one, other) => other.rank - one.rank)[0]?.each;
}
