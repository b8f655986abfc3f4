import type { Card, Node } from '../../../cards/card.ts';
import { picturesInWords } from '../../../cards/pictures-in-words.ts';
import { CardTooLarge } from './card-too-large.ts';
import { asTyped } from './draw/as-typed.ts';
import { bubblesOf, isFigure } from './draw/bubble.ts';
import { actionOf, numbersOf, offerOf, type Pressables } from './draw/offer.ts';
import { shorten } from './draw/shorten.ts';
import { textMessages } from './draw/text-messages.ts';
import { cardWords, titleLine } from './draw/words.ts';
import {
  type ButtonContent,
  isUpload,
  limits,
  type MessageAction,
  type MessageContent,
  type Outgoing,
  type QuickReplies,
  REQUESTS_PER_FILE,
  type Upload,
} from './message.ts';
import { postbackSaying } from './pressed.ts';

/**
 * Draws a card as few messages: files first, so that what can be pressed is what stands last in the room. A picture is a
 * message of its own, between those of what stands above and below it.
 * @throws CardTooLarge, PostbackTooLong
 */
export function draw(card: Card): readonly Outgoing[] {
  const offer = offerOf(card);
  const { above, below } = atPictures(card);
  const pictured = above.flatMap(({ part, picture }) => [...saidAbove(part, offer), picture]);
  const said = below.body.length === 0 && above.length > 0 ? [] : saidBelow(below, offer);
  return [...card.body.flatMap(uploadsOf), ...pictured, ...withReplies(said, repliesOf(card))];
}

function saidBelow(below: Card, offer: Pressables): MessageContent[] {
  if (!below.body.some(isFigure)) return inWords(below, offer);
  return [...bubblesOf(below, offer.numbers), ...templates(below, pointer(below), offer)];
}

type Above = { readonly part: Card; readonly picture: Upload };

/** The card in parts: what stands above each picture, and what is below the last. */
function atPictures(card: Card): { readonly above: readonly Above[]; readonly below: Card } {
  const above: Above[] = [];
  let [part, held]: [Card, Node[]] = [card, []];
  for (const node of card.body) {
    if (node.kind !== 'image') held.push(node);
    else {
      const picture = { kind: 'image', name: node.name, type: 'image/png', bytes: node.png } as const;
      above.push({ part: { ...part, body: held }, picture });
      if (held.length > 0) part = { ...card, title: `${card.title}（つづき）` };
      held = [];
    }
  }
  return { above, below: { ...part, body: held } };
}

/** What stands above a picture, without the buttons: those come last. */
function saidAbove(part: Card, { numbers }: Pressables): MessageContent[] {
  if (part.body.length === 0) return [];
  return part.body.some(isFigure) ? bubblesOf(part, numbers) : textMessages(cardWords(part, numbers));
}

/** How many requests of the API sending these takes. */
export function requestsOf(drawn: readonly Outgoing[]): number {
  return drawn.reduce((sum, outgoing) => sum + (isUpload(outgoing) ? REQUESTS_PER_FILE : 1), 0);
}

/** The card as text that says everything by itself, for where it cannot be drawn. */
export function plainText(card: Card): string {
  const isPressed = card.body.some(({ kind }) => ['buttons', 'list', 'meter', 'form'].includes(kind));
  const hint = isPressed ? '\n\n続けるには「ヘルプ」と送ってください。' : '';
  return asTyped(cardWords(picturesInWords(card), new Map())) + hint;
}

/** Words and buttons are one message where the words fit above the buttons. */
function inWords(card: Card, offer: Pressables): MessageContent[] {
  const words = cardWords(card, offer.numbers);
  if (offer.actions.length === 0) return textMessages(words);
  const safe = asTyped(words);
  if (safe.length <= limits.contentText) return templates(card, safe, offer);
  return [...textMessages(words), ...templates(card, pointer(card), offer)];
}

/** Above buttons that stand under a message of their own. */
function pointer(card: Card): string {
  return `${titleLine(card)}\n次にすることを選んでください。`;
}

function templates(card: Card, words: string, { actions, withoutButton }: Pressables): ButtonContent[] {
  const count = Math.ceil(actions.length / limits.actions);
  return Array.from({ length: count }, (_, at) => {
    const said = [
      at === 0 ? words : `${titleLine(card)}\nほかの操作`,
      ...(at === count - 1 ? howToReach(withoutButton) : []),
    ];
    const contentText = asTyped(said.join('\n'));
    if (contentText.length > limits.contentText)
      throw new CardTooLarge(card.title, 'characters above its buttons', contentText.length, limits.contentText);
    return {
      type: 'button_template',
      contentText,
      actions: actions.slice(at * limits.actions, (at + 1) * limits.actions),
    };
  });
}

function howToReach([first, ...rest]: readonly string[]): string[] {
  if (first === undefined) return [];
  return [`ボタンのない${rest.length + 1}件は、名前を送ってください（例: ${shorten(first, limits.label)}）。`];
}

function uploadsOf(node: Node): Upload[] {
  if (node.kind !== 'file') return [];
  const { name, type, content } = node;
  return [{ kind: 'file', name, type, bytes: typeof content === 'string' ? Buffer.from(content) : content }];
}

function repliesOf(card: Card): MessageAction[] {
  const replies = card.body.flatMap((node) => (node.kind === 'replies' ? node.replies : []));
  if (replies.length > limits.quickReplies)
    throw new CardTooLarge(card.title, 'quick replies', replies.length, limits.quickReplies);
  const numbers = numbersOf(replies.map((reply) => ({ of: reply, label: reply.label })));
  return replies.map((reply) => {
    const { label, says } = reply;
    if (says.length > limits.actionText)
      throw new CardTooLarge(card.title, 'characters in a quick reply', says.length, limits.actionText);
    return actionOf(label, says, postbackSaying(says), numbers.get(reply));
  });
}

function withReplies(said: readonly MessageContent[], replies: readonly MessageAction[]): MessageContent[] {
  const quickReply: QuickReplies = { items: replies.map((action) => ({ action })) };
  return said.map((content, at) =>
    at === said.length - 1 && replies.length > 0 ? { ...content, quickReply } : content,
  );
}
