import { z } from 'zod';
import type { Ask } from '../../../cards/card.ts';
import { filledForm } from '../../../cards/filled-form.ts';
import { asWritten } from '../../../programme/written.ts';
import type { Incoming } from '../channel.ts';

/** What `message.postback` may hold. */
export const LONGEST_POSTBACK = 1000;

/** What a button of ours carries: an ask (`o`: it stands for a form), or words to be said. */
const Pressed = z.union([
  z.object({ c: z.string().min(1), i: z.record(z.string(), z.unknown()).default({}), o: z.literal(1).optional() }),
  z.object({ s: z.string().min(1) }),
]);

/** A button that carries more than the product takes: its ask must be made smaller where the card is authored. */
export class PostbackTooLong extends Error {
  constructor(command: string, length: number) {
    super(`the button for ${command} carries ${length} characters, LINE WORKS takes ${LONGEST_POSTBACK}`);
    this.name = 'PostbackTooLong';
  }
}

/**
 * An ask as a button carries it.
 * @throws PostbackTooLong
 */
export function postbackOf(ask: Ask, opens = false): string {
  const input = Object.entries(ask.input).filter(([, value]) => value !== undefined);
  const data = { c: ask.command, ...(input.length > 0 && { i: Object.fromEntries(input) }), ...(opens && { o: 1 }) };
  const postback = JSON.stringify(data);
  if (postback.length > LONGEST_POSTBACK) throw new PostbackTooLong(ask.command, postback.length);
  return postback;
}

/** Words that a button says for the person. */
export const postbackSaying = (words: string): string => JSON.stringify({ s: words });

/** What pressing meant. Nothing of ours is an unknown command, which is refused as an old card. */
export function pressedOf(postback: string): Extract<Incoming['did'], { kind: 'said' | 'pressed' }> {
  const read = Pressed.safeParse(parsed(postback));
  if (!read.success) return { kind: 'pressed', ask: { command: '', input: {} } };
  if ('s' in read.data) return { kind: 'said', text: asWritten(read.data.s) };
  const { c: command, i: input, o: opens } = read.data;
  return { kind: 'pressed', ask: filledForm({ command, input }, {}), ...(opens && { opens: true }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
