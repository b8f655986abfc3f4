import type { Command } from '../../command.ts';
import { inputsOf } from '../../inputs/fields.ts';
import type { Registry } from '../../registry.ts';
import { isDoneBare } from '../doubt/bare.ts';
import { lookedAtBy } from '../parts/nouns.ts';
import type { Reading } from '../parts/reading.ts';
import { keyOf, plainOf } from '../text/fold.ts';
import { calledIn } from './called.ts';
import { isWrittenDown, typedReading } from './typed.ts';
import { apart } from './wished.ts';

/** Asked for by its own word and a verb, and nothing else. */
export function calledAlone(...[text, registry, , turn]: Parameters<typeof typedReading>): Reading | undefined {
  const alone = calledIn(text, registry, turn).find(({ rest }) => rest === '');
  // What its word alone does is read with whatever stands beside it.
  if (!alone || isDoneBare(alone.command, registry)) return undefined;
  const { command, isWish } = alone;
  return wishedFor({ command: command.name, input: {}, notes: [] }, command, { isWish, registry });
}

/** The same with something beside it, which has to be all of use to the command, where nothing else was read. */
export async function calledWith(...[text, registry, towns, turn]: Parameters<typeof typedReading>) {
  if (isWrittenDown(text, registry)) return undefined;
  for (const { command, rest, isWish } of calledIn(text, registry, turn)) {
    if (rest === '' || command.typed !== 'inputs' || isDoneBare(command, registry)) continue;
    const reading = await typedReading(
      `${command.says[0]} ${apart(rest.replace(/の分$/u, ''))}`,
      registry,
      towns,
      turn,
    );
    if (!reading || reading.command !== command.name || !isOfUse(reading, command)) continue;
    return wishedFor(reading, command, { isWish, registry });
  }
  return undefined;
}

/** What is shown of a place by its own word. */
export async function calledOfPlace(...[text, registry, towns, turn]: Parameters<typeof typedReading>) {
  const [, place = '', word = ''] =
    /^\s*([^\s、。]{2,12}?)の([^\s、。]{2,12}?)(?:の?一覧)?(?:は|です)?[。?？]*\s*$/u.exec(plainOf(text)) ?? [];
  for (const command of lookedAtBy(keyOf(word), registry, turn)) {
    const reading = await typedReading(`${command.says[0]} ${place}`, registry, towns, turn);
    if (reading && reading.input['municipality'] !== undefined && isOfUse(reading, command)) return reading;
  }
  return undefined;
}

/** 取消したい may be a thought; 訪問記録を書きたい only opens the form. */
function wishedFor(
  reading: Reading,
  { input, check }: Command,
  { isWish, registry }: { readonly isWish: boolean; readonly registry: Registry },
): Reading {
  if (!isWish || !registry.writes(reading.command, reading.input)) return reading;
  const parsed = input.safeParse(reading.input);
  return parsed.success && (check?.(parsed.data) ?? []).length === 0 ? { ...reading, doubt: 'plan' } : reading;
}

/** Nothing was left over, and nothing is taken for a text or a title that may be something else. */
function isOfUse({ input, doubt, notes }: Reading, command: Command): boolean {
  const given = inputsOf(command).filter(({ name }) => input[name] !== undefined);
  return (
    doubt === undefined && notes.length === 0 && !given.some(({ meta }) => ['text', 'meeting'].includes(meta.reads))
  );
}
