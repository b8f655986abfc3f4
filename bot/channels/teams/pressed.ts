import { z } from 'zod';
import type { Ask } from '../../../cards/card.ts';
import { filledForm } from '../../../cards/filled-form.ts';

/** What a button of ours carries. The client adds what was filled in beside it, by input id. */
const ButtonData = z.looseObject({
  bansou: z.literal(1),
  command: z.string().min(1),
  given: z.record(z.string(), z.unknown()).default({}),
});

/** Pressed, but nothing we know how to read: an unknown command, which is refused as an old card. */
const UNREADABLE: Ask = { command: '', input: {} };

/** Not inputs: our own three, and what Teams may add for itself. */
const RESERVED = new Set(['bansou', 'command', 'given', 'msteams']);

/** The ask of a pressed button: what it carried, and over it what the person filled in. */
export function askOf(data: unknown): Ask {
  const read = ButtonData.safeParse(data);
  if (!read.success) return UNREADABLE;
  const filled = Object.entries(read.data).filter(([name]) => !RESERVED.has(name));
  return filledForm({ command: read.data.command, input: read.data.given }, Object.fromEntries(filled));
}
