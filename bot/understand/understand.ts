import type { Ask } from '../../cards/card.ts';
import type { InputMeta } from '../../programme/inputs.ts';
import type { Command, TurnStart } from '../command.ts';
import { inputsOf } from '../fields.ts';
import { findMunicipality } from '../municipality.ts';
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
  const given: Record<string, unknown> = {};
  const left: string[] = [];
  for (const word of words) {
    const taken =
      readFraction(word, inputs, given) ||
      readWord(word, inputs, given) ||
      (await readMunicipality(word, inputs, given, turn));
    if (!taken) left.push(word);
  }
  const number = inputs.find(({ name, meta }) => meta.reads === 'amount' && given[name] === undefined);
  if (number && given['numerator'] === undefined && left.length > 0) given[number.name] = left.shift();
  const free = inputs.find(({ name, meta }) => meta.reads === 'text' && given[name] === undefined);
  if (free && left.length > 0) given[free.name] = left.join(' ');
  return given;
}

/** 124/200 is a numerator and a denominator. */
function readFraction(word: string, inputs: readonly Input[], given: Record<string, unknown>): boolean {
  const parts = /^([\d,.]+)\/([\d,.]+)$/.exec(word);
  if (!parts || !inputs.some(({ meta }) => meta.reads === 'numerator')) return false;
  given['numerator'] = parts[1];
  given['denominator'] = parts[2];
  return true;
}

function readWord(word: string, inputs: readonly Input[], given: Record<string, unknown>): boolean {
  for (const { name, meta } of inputs) {
    const value = given[name] === undefined ? readers[meta.reads]?.(word) : undefined;
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
  const input = inputs.find(({ meta }) => meta.reads === 'municipality' || meta.reads === 'audience');
  const code = input && given[input.name] === undefined ? (await findMunicipality(store, word))?.code : undefined;
  if (!input || code === undefined) return false;
  given[input.name] = code;
  return true;
}
