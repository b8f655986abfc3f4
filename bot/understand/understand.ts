import type { Ask } from '../../cards/card.ts';
import { type Day, dayOf } from '../../programme/day.ts';
import type { InputMeta } from '../../programme/inputs.ts';
import type { Command, TurnStart } from '../command.ts';
import { inputsOf } from '../fields.ts';
import { findMunicipality } from '../municipality.ts';
import { daysSaid } from './moments.ts';
import { readers } from './readers.ts';

type Input = { readonly name: string; readonly meta: InputMeta };

/** Any width, any spacing: what people type on a phone. Full-width spaces and commas separate words too. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .split(/[\s、]+/)
    .filter((word) => word !== '');
}

/**
 * A typed sentence as an ask: one word names the command, the others fill its inputs, in any order.
 * A sentence without a command's word is the question what the bot can do, about that sentence.
 */
export async function understand(text: string, commands: readonly Command[], turn: TurnStart): Promise<Ask> {
  const words = wordsOf(text);
  const found = nameIn(words, commands);
  if (!found) return { command: 'help', input: { topic: words.join(' ').slice(0, 40) || undefined } };
  const rest = words.filter((_, at) => at !== found.at);
  return { command: found.command.name, input: await fill(inputsOf(found.command), rest, turn) };
}

/** The first word that is a command's; the words are told apart by being whole. */
function nameIn(words: readonly string[], commands: readonly Command[]): { command: Command; at: number } | undefined {
  for (const [at, word] of words.entries()) {
    const command = commands.find(({ says }) =>
      says.some((name) => name.normalize('NFKC').toLowerCase() === word.toLowerCase()),
    );
    if (command) return { command, at };
  }
  return undefined;
}

/** A word nobody can read stands for the number that is missing, so that the person is told it is not one. */
async function fill(
  inputs: readonly Input[],
  words: readonly string[],
  turn: TurnStart,
): Promise<Record<string, unknown>> {
  const filled: Filled = { given: {}, left: [], open: undefined };
  for (const word of words) await takeWord(word, inputs, filled, turn);
  const { given, left } = filled;
  const number = inputs.find(({ name, meta }) => meta.reads === 'amount' && given[name] === undefined);
  if (number && given['numerator'] === undefined && left.length > 0) given[number.name] = left.shift();
  const free =
    inputs.find(({ name, meta }) => meta.reads === 'text' && !meta.marker && given[name] === undefined) ??
    inputs.find(({ name, meta }) => meta.reads === 'meeting' && given[name] === undefined);
  if (free && left.length > 0) given[free.name] = left.join(' ');
  return given;
}

/** What has been read so far; `open` is the input whose marker was seen last, and takes what nothing else can. */
type Filled = { readonly given: Record<string, unknown>; readonly left: string[]; open: Input | undefined };

async function takeWord(word: string, inputs: readonly Input[], filled: Filled, turn: TurnStart): Promise<void> {
  const { given, left } = filled;
  const today = dayOf(turn.now);
  const taken =
    readMarker(word, inputs, filled) ||
    readFraction(word, inputs, given) ||
    readRange(word, inputs, given, today) ||
    readDays(word, inputs, given, today) ||
    readWord(word, inputs, given, today) ||
    (await readMunicipality(word, inputs, given, turn));
  if (taken) return;
  const { open } = filled;
  if (open) given[open.name] = [given[open.name], word].filter(Boolean).join(' ');
  else left.push(word);
}

/** 代理 佐藤, 代理:佐藤 or only 代理: the words from here on belong to the input that is marked so. */
function readMarker(word: string, inputs: readonly Input[], filled: Filled): boolean {
  const marked = inputs.filter(({ meta }) => meta.marker !== undefined && word.startsWith(meta.marker));
  const rest = word.slice(marked[0]?.meta.marker?.length).replace(/^[:=はが]/, '');
  for (const input of marked) {
    if (input.meta.reads === 'hidden') filled.given[input.name] = 'yes';
    else filled.open = input;
  }
  if (filled.open && marked.length > 0 && rest !== '') filled.given[filled.open.name] = rest;
  return marked.length > 0;
}

/** 14:00-15:30 is a start and an end. */
function readRange(word: string, inputs: readonly Input[], given: Record<string, unknown>, today: Day): boolean {
  const [from, until, ...more] = word.split(/[-~〜–―ー]|から/).map((part) => readers.time?.(part, today));
  if (!from || !until || more.length > 0 || !inputs.some(({ name }) => name === 'end')) return false;
  given['start'] = from;
  given['end'] = until;
  return true;
}

/** 10/7-10/11 is a first day and a last one. */
function readDays(word: string, inputs: readonly Input[], given: Record<string, unknown>, today: Day): boolean {
  const days = inputs.some(({ name }) => name === 'until') ? daysSaid(word, today) : undefined;
  if (days) [given['from'], given['until']] = days;
  return days !== undefined;
}

/** 124/200 is a numerator and a denominator. */
function readFraction(word: string, inputs: readonly Input[], given: Record<string, unknown>): boolean {
  const parts = /^([\d,.]+)\/([\d,.]+)$/.exec(word);
  if (!parts || !inputs.some(({ meta }) => meta.reads === 'numerator')) return false;
  given['numerator'] = parts[1];
  given['denominator'] = parts[2];
  return true;
}

function readWord(word: string, inputs: readonly Input[], given: Record<string, unknown>, today: Day): boolean {
  for (const { name, meta } of inputs) {
    const value = given[name] === undefined ? readers[meta.reads]?.(word, today) : undefined;
    if (value === undefined) continue;
    given[name] = value;
    return true;
  }
  return false;
}

async function readMunicipality(
  word: string,
  inputs: readonly Input[],
  given: Record<string, unknown>,
  { store }: TurnStart,
): Promise<boolean> {
  const input = inputs.find(({ meta }) => ['municipality', 'audience', 'invited'].includes(meta.reads));
  const several = input?.meta.reads === 'invited';
  if (!input || (given[input.name] !== undefined && !several)) return false;
  const code = (await findMunicipality(store, word))?.code;
  if (code === undefined) return false;
  given[input.name] = [given[input.name], code].filter(Boolean).join('、');
  return true;
}
