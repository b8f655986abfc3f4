import { findItem, findKpi } from '../../../programme/catalogue.ts';
import { may } from '../../../programme/may.ts';
import type { Doubt } from '../../inputs/spoken.ts';
import type { Option, Reading } from '../parts/reading.ts';
import type { Sentence } from '../parts/sentence.ts';
import { misheardIn, type SoundWorld } from './misheard.ts';

/** Reads a text as if it had been typed, without listening again. */
type Reread = (text: string) => Promise<Reading>;

/** What was only left over speaks against nothing that was said. */
const GOES: readonly (Doubt | undefined)[] = [undefined, 'unread', 'unused'];
const MOST = 5;

/**
 * A sentence some of whose words were not read, by their sound: もしかして. It is always asked, with the rest of what
 * was said in each answer, and never instead of what was read exactly.
 */
export async function heardAs(
  reading: Reading,
  sentence: Sentence,
  world: SoundWorld,
  reread: Reread,
): Promise<Reading> {
  if (isSettled(reading)) return reading;
  const found: Option[] = [];
  for (const { text } of misheardIn(sentence, world)) {
    const read = await reread(text);
    if (isBetter(read, reading, world)) found.push(...optionsOf(read, reading, world));
  }
  const guessed = guessesOf(reading).filter((each) => !found.some((other) => idOf(other) === idOf(each)));
  const options = oncePer([...found, ...guessed]).slice(0, MOST);
  const [first] = found;
  if (!first?.command) return reading;
  const one = options.length === 1 ? first : undefined;
  const which = whichOf(options);
  return { command: first.command, input: one?.input ?? {}, options, which, guess: true, notes: [] };
}

const KEYS = ['item', 'kpi'] as const;

/** What was said of something named exactly, and what was asked for in so many words. */
function isSettled({ input, options, none, guess }: Reading): boolean {
  if (none !== undefined || (options !== undefined && !guess)) return true;
  return !guess && KEYS.some((key) => input[key] !== undefined) && CARRIED.some((name) => input[name] !== undefined);
}

/** What was read exactly, and has to be in what is offered. */
const CARRIED = ['stage', 'value', 'numerator', 'denominator'] as const;

function isBetter(read: Reading, was: Reading, { registry, turn }: SoundWorld): boolean {
  const command = registry.find(read.command);
  if (!command || read.unknown || read.guess || read.none !== undefined || !GOES.includes(read.doubt)) return false;
  const town = read.input['municipality'];
  const code = typeof town === 'string' ? town : undefined;
  if (!may(turn.who, command.needs, code, turn.room.audience)) return false;
  const isKept = [...CARRIED, 'municipality'].every(
    (name) => was.input[name] === undefined || read.input[name] === was.input[name] || read.options !== undefined,
  );
  return isKept && (read.command !== was.command || JSON.stringify(read.input) !== JSON.stringify(was.input));
}

function optionsOf({ command, input, options }: Reading, was: Reading, world: SoundWorld): readonly Option[] {
  if (options) return options.map((each) => ({ command, ...each, input: { ...input, ...each.input } }));
  return [{ label: labelOf({ command, input }, was, world), command, input }];
}

/** What the eye had guessed stays in question. */
const guessesOf = ({ command, input, options, guess }: Reading): readonly Option[] =>
  guess && options ? options.map((each) => ({ command, ...each, input: { ...input, ...each.input } })) : [];

/** What was found: an item, a KPI, a place, or what is to be done. */
function labelOf({ command, input }: Pick<Reading, 'command' | 'input'>, was: Reading, world: SoundWorld): string {
  const { item, kpi, municipality } = input;
  if (typeof item === 'string') return `${item} ${findItem(item)?.short ?? ''}`;
  if (typeof kpi === 'string') return `${kpi} ${findKpi(kpi)?.name ?? ''}`;
  const says = world.registry.find(command)?.says[0] ?? '';
  const town = world.towns.all.find(({ code }) => code === municipality && code !== was.input['municipality']);
  return town ? `${town.name}の${says}` : says;
}

/** The same thing with less of what was said of it is no other answer. */
const idOf = ({ command, input }: Option): string =>
  `${command} ${KEYS.map((key) => input[key] ?? '').join()} ${String(input['municipality'] ?? '')}`;

const oncePer = (options: readonly Option[]): readonly Option[] =>
  [
    ...new Map(options.toReversed().map((each) => [`${each.command} ${JSON.stringify(each.input)}`, each])).values(),
  ].toReversed();

/** The input that every answer decides; none where it is the command. */
function whichOf(options: readonly Option[]): string | undefined {
  const isOne = new Set(options.map(({ command }) => command)).size === 1;
  return isOne
    ? [...KEYS, 'municipality'].find((key) => options.every(({ input }) => input[key] !== undefined))
    : undefined;
}
