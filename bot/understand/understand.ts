import { dayOf } from '../../programme/day.ts';
import type { Command, TurnStart } from '../command.ts';
import { guessedCommand, guessedId } from './guess.ts';
import type { Reading } from './reading.ts';
import { sentenceOf } from './sentence.ts';
import { spokenReading } from './spoken.ts';
import { townsIn } from './town-names.ts';
import { typedReading } from './typed.ts';

/**
 * What a typed sentence means. Reading is generous, writing is strict: whatever might not be a report carries a doubt,
 * and is then shown instead of done.
 */
export async function understand(text: string, commands: readonly Command[], turn: TurnStart): Promise<Reading> {
  const towns = await townsIn(turn.store);
  const typed = await typedReading(text, commands, towns, turn);
  if (typed) return typed;
  const sentence = sentenceOf(text, towns, dayOf(turn.now));
  return (
    guessedId(sentence.spans, turn) ??
    spokenReading(sentence, { commands, towns, turn }) ??
    guessedCommand(sentence, commands, turn) ?? { command: 'help', input: {}, unknown: true, notes: [] }
  );
}
