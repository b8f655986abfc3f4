import type { Ask, Card } from '../../cards/card.ts';
import { never } from '../../cards/understood.ts';
import { type Interview, isExpired } from '../../programme/interview.ts';
import type { Command } from '../command.ts';
import { type Registry, registryOf } from '../registry.ts';
import type { TurnStart } from '../turn.ts';
import type { Reading } from '../understand/parts/reading.ts';
import { understand } from '../understand/understand.ts';
import { isCommandWord } from './aside.ts';
import { comparable, offerNamed } from './offered.ts';

export type Beside = NonNullable<Interview['beside']>;

/** How many are kept: a few cards. */
const MOST = 24;
/** What holds more is pressed. */
const HOLDS = 600;
/** Said or not, these are of the place and time that are spoken of anyway. */
const OF_THE_TALK = ['municipality', 'week', 'year', 'page', 'seen'];

/**
 * What stands in sight under a name that says something else when it is read, or nothing: typed, it is the button. Of
 * the cards before this one only what writes nothing.
 */
export async function besideOf(
  card: Card,
  before: Interview | undefined,
  commands: readonly Command[],
  turn: TurnStart,
): Promise<Beside> {
  const registry = registryOf(commands);
  const now: Beside = [];
  for (const { label, ask } of inSightOn(card, registry)) {
    const input = JSON.parse(JSON.stringify(ask.input));
    // 取消 alone takes back what came last, wherever that was written.
    const isLeftToWord = registry.writes(ask.command, ask.input) && isCommandWord(label, commands);
    if (!isLeftToWord && !(await isReadAsThis(label, ask, commands, turn)))
      now.push({ label, ask: { command: ask.command, input } });
  }
  const names = new Set(now.map(({ label }) => comparable(label)));
  const last = before && !isExpired(before, turn.now) ? (before.beside ?? []) : [];
  const older = last.filter(
    ({ label, ask }) => !names.has(comparable(label)) && !registry.writes(ask.command, ask.input),
  );
  return [...now, ...older].slice(0, MOST);
}

/** The button or row of a card in sight that is called exactly so. */
export function besideSaid(text: string, { beside = [] }: Interview): Ask | undefined {
  return offerNamed<Beside[number]>(text.trim(), beside)?.ask;
}

export const isSameBeside = (one: Beside, other: Beside | undefined): boolean =>
  JSON.stringify(one) === JSON.stringify(other ?? []);

/** Rows bear names of places, people and things: none writes because its name was said. */
function inSightOn({ body }: Card, { writes }: Registry): readonly { readonly label: string; readonly ask: Ask }[] {
  const buttons = body.flatMap((node) => (node.kind === 'buttons' ? node.buttons : []));
  const rows = body.flatMap((node) => (node.kind === 'list' ? node.rows : []));
  const shown = rows.flatMap(({ title, ask }) =>
    ask && !writes(ask.command, ask.input) ? [{ label: title, ask }] : [],
  );
  return [...buttons, ...shown].filter(
    ({ label, ask }) =>
      comparable(label).length > 1 &&
      ask.command !== never.ask.command &&
      JSON.stringify(ask.input).length + label.length < HOLDS,
  );
}

const NOTHING = { list: async () => [], get: async () => undefined };

/** Labels are of the product, and what they are read as is asked of no store: it is the same for everybody, and free. */
const ofTheProduct = (turn: TurnStart): TurnStart => ({
  ...turn,
  store: new Proxy(turn.store, { get: () => NOTHING }),
});

/** Kept because most cards have the same ones. */
const readings = new WeakMap<readonly Command[], Map<string, Reading | 'none'>>();
const MOST_READINGS = 2_000;

async function isReadAsThis(label: string, ask: Ask, commands: readonly Command[], turn: TurnStart): Promise<boolean> {
  const known = readings.get(commands) ?? new Map<string, Reading | 'none'>();
  readings.set(commands, known);
  if (known.size > MOST_READINGS) known.clear();
  const reading =
    known.get(label) ?? (await understand(label, commands, ofTheProduct(turn)).catch(() => 'none' as const));
  known.set(label, reading);
  if (reading === 'none' || reading.unknown || reading.options || reading.doubt !== undefined) return false;
  const names = new Set([...Object.keys(ask.input), ...Object.keys(reading.input)]);
  return (
    reading.command === ask.command &&
    [...names].every((name) => OF_THE_TALK.includes(name) || isAlike(ask.input[name], reading.input[name]))
  );
}

const isAlike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
