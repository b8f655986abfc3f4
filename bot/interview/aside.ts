import { dayOf } from '../../programme/day.ts';
import { may } from '../../programme/may.ts';
import type { Command } from '../command.ts';
import { registryOf } from '../registry.ts';
import type { TurnStart } from '../turn.ts';
import { wordsOf } from '../understand/asks/typed.ts';
import { isOfPlan, isPlanned } from '../understand/doubt/planned.ts';
import { namedMunicipalities } from '../understand/names/municipality-names.ts';
import { gapsIn } from '../understand/parts/masked.ts';
import type { Reading } from '../understand/parts/reading.ts';
import { type Sentence, sentenceOf } from '../understand/parts/sentence.ts';
import type { Span } from '../understand/parts/span.ts';
import { unreadIn } from '../understand/text/fluff.ts';
import { understand } from '../understand/understand.ts';

const NAMES: readonly Span['kind'][] = ['key', 'unknown-id', 'town', 'intent', 'step'];
const AN_ID = /(?<![A-Za-z0-9])[KS]\d[-_.ー]?\d{1,3}(?!\d)/i;
/** A text longer than this answers the question for a text; a shorter one may ask for something else. */
const SHORT = 40;

/** Whether something else is asked for by a command's own word, which is all that was said. */
export function isCommandWord(text: string, commands: readonly Command[]): boolean {
  const [first, ...more] = wordsOf(text);
  return first !== undefined && more.length === 0 && isSaid(first, commands);
}

/** Whether words stand behind the own word of another command, which goes on from a word of the one that asks. */
export function isWordOfKin(text: string, asking: string, commands: readonly Command[]): boolean {
  const [first = '', ...more] = wordsOf(text);
  const own = commands.find(({ name }) => name === asking)?.says ?? [];
  return (
    more.length > 0 &&
    own.every((word) => word !== first) &&
    own.some((word) => first.startsWith(word)) &&
    isSaid(first, commands)
  );
}

const isSaid = (word: string, commands: readonly Command[]): boolean => commandSaid(word, commands) !== undefined;

/** The command whose own word this is. */
export const commandSaid = (word: string, commands: readonly Command[]): Command | undefined =>
  commands.find(({ says }) => says.some((name) => name.normalize('NFKC').toLowerCase() === word.toLowerCase()));

/**
 * What was said in an open question would be understood outside it: it names a command, a municipality, an item or a
 * KPI. Bare numbers and words are answers, right or wrong.
 */
export async function asideIn(
  text: string,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<Reading | undefined> {
  const sentence = await partsOf(text, commands, turn);
  const [first = '', ...more] = wordsOf(text);
  const registry = registryOf(commands);
  const isPlan = isPlanned(sentence, sentence.spans, registry);
  const names =
    sentence.spans.some((span) => NAMES.includes(span.kind) && !(isPlan && isOfPlan(span, registry))) ||
    [first, more.at(-1) ?? first].some((word) => isSaid(word, commands));
  if (!names) return undefined;
  const reading = await understand(text, commands, turn);
  return reading.unknown ? undefined : reading;
}

/**
 * The same where the question takes any words: only a line that is about nothing but an item or a KPI by its id. A text
 * that mentions one, or a command, stays a text.
 */
export async function asideInText(
  text: string,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<Reading | undefined> {
  if (text.length > SHORT || /\n/.test(text.trim()) || !AN_ID.test(text.normalize('NFKC'))) return undefined;
  const reading = await asideIn(text, commands, turn);
  const isPlain = reading && !reading.options && reading.doubt === undefined;
  if (!isPlain) return undefined;
  const { find, isMeantBy } = registryOf(commands);
  const { spoken, about, needs } = find(reading.command) ?? {};
  // Whoever may not report has written a text.
  if (!needs || !may(turn.who, needs, undefined, turn.room.audience)) return undefined;
  const isLook = spoken?.looks === true && about === 'municipality';
  const isReport = isMeantBy(reading.command, 'stage', 'value') && hasValue(reading);
  return (isLook || isReport) && (await saysNothingElse(text, commands, turn)) ? reading : undefined;
}

const hasValue = ({ input }: Reading): boolean =>
  ['value', 'numerator', 'stage'].some((name) => input[name] !== undefined);

const partsOf = async (text: string, commands: readonly Command[], { store, now }: TurnStart): Promise<Sentence> =>
  sentenceOf(text, { words: registryOf(commands).words, towns: await namedMunicipalities(store) }, dayOf(now));

/** Whether all of it was read, but for words that add nothing. */
export async function saysNothingElse(text: string, commands: readonly Command[], turn: TurnStart): Promise<boolean> {
  const sentence = await partsOf(text, commands, turn);
  return gapsIn(sentence, sentence.spans).every(({ folded }) => unreadIn(folded.replace(/\?/g, ''), 'ask', []) === '');
}
