import type { CommandName } from '../../programme/asks.ts';
import { type Day, dayOf } from '../../programme/day.ts';
import type { InputMeta } from '../../programme/inputs.ts';
import type { Command, TurnStart } from '../command.ts';
import { inputsOf } from '../fields.ts';
import { daysSaid } from './days.ts';
import { doubtIn } from './doubt.ts';
import { masked } from './masked.ts';
import { readers } from './readers.ts';
import type { Reading } from './reading.ts';
import { sentenceOf } from './sentence.ts';
import { timesSaid } from './times.ts';
import { type Towns, townSaid } from './town-names.ts';

type Input = { readonly name: string; readonly meta: InputMeta };

/** Any width, any spacing: what people type on a phone. Full-width spaces and commas separate words too. */
export function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .split(/[\s、]+/)
    .filter((word) => word !== '');
}

/** Commands whose words are typed at an end of the sentence, with the inputs as words of their own around it. */
const TYPED: readonly CommandName[] = [
  ...(['ask-help', 'add-agenda', 'record-minutes', 'schedule-meeting', 'change-meeting', 'cancel-meeting'] as const),
  ...([
    'attend',
    'decline',
    'take-leave',
    'return',
    'settings',
    'complete-action',
    'show-meetings',
    'save-meeting',
  ] as const),
  ...(['register', 'bind-room', 'resend', 'chase', 'help'] as const),
  ...(['show-accounts', 'accept-account', 'cut-account'] as const),
];
/** What is written down as it stands: only a question mark speaks against it. */
const FREE: readonly CommandName[] = ['ask-help', 'add-agenda', 'record-minutes', 'help', 'register', 'show-accounts'];

/** A command's own word and its inputs, in any order; undefined for a sentence that is not typed like that. */
export async function typedReading(
  text: string,
  commands: readonly Command[],
  towns: Towns,
  turn: TurnStart,
): Promise<Reading | undefined> {
  const words = wordsOf(text.replace(/^\s*(\S{2,8})[:：]/, '$1 '));
  const found = nameIn(words, commands);
  if (!found) return undefined;
  const { command, at } = found;
  const rest = words.filter((_, place) => place !== at);
  const input = await fill(inputsOf(command), rest, turn);
  if (FREE.includes(command.name) || input['off'] !== undefined) return { command: command.name, input, notes: [] };
  const sentence = sentenceOf(rest.join(' '), towns, dayOf(turn.now));
  const doubt = doubtIn(masked(sentence, sentence.spans));
  const isNamed = ['title', 'place'].some((name) => input[name] !== undefined);
  return { command: command.name, input, notes: [], doubt: isNamed && doubt !== 'question' ? undefined : doubt };
}

/** The first or the last word, when it is a command's; the words are told apart by being whole. */
function nameIn(words: readonly string[], commands: readonly Command[]): { command: Command; at: number } | undefined {
  for (const at of [0, words.length - 1]) {
    const word = words[at]?.toLowerCase();
    const command = commands.find(
      ({ name, says }) => TYPED.includes(name) && says.some((said) => said.normalize('NFKC').toLowerCase() === word),
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

const TAIL = /(でお願いします|をお願いします|お願いします|です|でした|から|まで|[でにはをのと、。])$/;

async function takeWord(word: string, inputs: readonly Input[], filled: Filled, turn: TurnStart): Promise<void> {
  const { given, left } = filled;
  const today = dayOf(turn.now);
  const taken =
    readMarker(word, inputs, filled) ||
    readFraction(word, inputs, given) ||
    readRange(word, inputs, given) ||
    readDays(word, inputs, given, today) ||
    readWord(word, inputs, given, today) ||
    (await readMunicipality(word, inputs, given, turn)) ||
    (TAIL.test(word) && readWord(word.replace(TAIL, ''), inputs, given, today)) ||
    (TAIL.test(word) && (await readMunicipality(word.replace(TAIL, ''), inputs, given, turn)));
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
function readRange(word: string, inputs: readonly Input[], given: Record<string, unknown>): boolean {
  const times = inputs.some(({ name }) => name === 'end') ? timesSaid(word) : undefined;
  if (times) [given['start'], given['end']] = times;
  return times !== undefined;
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
  const code = await townSaid(store, word);
  if (code === undefined) return false;
  given[input.name] = [given[input.name], code].filter(Boolean).join('、');
  return true;
}
