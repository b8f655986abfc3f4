import { decide } from '../../bot/decide.ts';
import { commands } from '../../bot/features/index.ts';
import { meetingsMeant } from '../../bot/features/meetings/find.ts';
import { inputsOf } from '../../bot/inputs/fields.ts';
import { partiesSaid } from '../../bot/inputs/invited.ts';
import { registryOf } from '../../bot/registry.ts';
import type { TurnStart } from '../../bot/turn.ts';
import type { Reading } from '../../bot/understand/parts/reading.ts';
import { keyOf } from '../../bot/understand/text/fold.ts';
import { understand } from '../../bot/understand/understand.ts';
import { type Verdict, verdictOn } from '../../bot/understand/verdict.ts';
import { normaliseCode } from '../../programme/people/invitation.ts';
import { weekOf } from '../../programme/week.ts';

type Input = Readonly<Record<string, unknown>>;
type Meant = { readonly command: string; readonly input?: Input };

/** A sentence and what is meant by it: `input` holds only what the sentence determines. */
export type Sentence = {
  readonly id: string;
  readonly kind?: string;
  readonly as: string;
  readonly now: string;
  readonly text: string;
  readonly expect: Partial<Meant> & {
    readonly then?: 'acts' | 'confirms' | 'refused' | 'shows';
    /** Several reports of one message. */
    readonly together?: readonly Meant[];
    readonly askBack?: true;
    readonly notAWrite?: true;
  };
  /** Asking back is as good. */
  readonly debatable?: true;
};

export type Judged = Sentence & {
  readonly got: Verdict;
  /** Done at once, nothing asked. */
  readonly acts: boolean;
  /** Read without a doubt: whatever is asked or refused then is for what is on record. */
  readonly certain: boolean;
  readonly right: boolean;
  readonly wrongWrite: boolean;
  /** It says in so many words what is to be done. */
  readonly clear: boolean;
  /** What keeps it from being done at once: a doubt in the reading, or what the product does about it. */
  readonly heldBy: string | undefined;
};

const { writes, find, typedAs, isMeantBy, means } = registryOf(commands);

/** How each sentence is read, against how it is meant. */
export async function judgedAll(
  sentences: readonly Sentence[],
  { turnOf }: { turnOf(as: string, now: string): TurnStart },
): Promise<readonly Judged[]> {
  const all: Judged[] = [];
  for (const sentence of sentences) all.push(await judged(sentence, turnOf(sentence.as, sentence.now)));
  return all;
}

async function judged(sentence: Sentence, turn: TurnStart): Promise<Judged> {
  const reading = await understand(sentence.text, commands, turn);
  const got = await verdictOn(reading, commands, turn);
  const acts = got.sure && got.ask.length === 0;
  const isWrite = acts && writes(got.command, got.input);
  const isRead = await isReadAsMeant(sentence, got, turn);
  const { then } = sentence.expect;
  return {
    ...{ ...sentence, got, acts },
    certain: acts || (!reading.doubt && !reading.options && !reading.unknown && got.ask.length === 0),
    right: isRead ?? isLeft(sentence, { acts, isWrite, got }, turn),
    wrongWrite: isWrite && (isRead !== true || strayIn(sentence.expect, got, turn).length > 0),
    clear: then === 'acts' || (then === undefined && sentence.id.startsWith('c')),
    heldBy: acts ? undefined : await heldBy(reading, got, turn),
  };
}

async function heldBy(reading: Reading, { ask }: Verdict, turn: TurnStart): Promise<string> {
  const { command, input, doubt, options, unknown } = reading;
  if (unknown) return 'not understood';
  if (doubt) return `read with a doubt: ${doubt}`;
  if (options || ask.length > 0) return 'asks for more';
  const { kind } = await decide({ command, input }, commands, turn);
  return kind === 'confirmation' ? 'shown first for what is on record' : 'refused for what is on record';
}

/** Whether nothing is done that was not to be, or that may as well be asked. */
function isLeft(
  { expect, debatable }: Sentence,
  { acts, isWrite, got }: { readonly acts: boolean; readonly isWrite: boolean; readonly got: Verdict },
  turn: TurnStart,
): boolean {
  if (expect.notAWrite) return !isWrite;
  if (acts) return false;
  return (
    expect.askBack === true ||
    (debatable === true && got.command !== means('nothing')) ||
    isOfOthers(expect.input, turn)
  );
}

/** Undefined where it is not, or nothing was meant to be done. */
async function isReadAsMeant({ expect }: Sentence, got: Verdict, turn: TurnStart): Promise<true | undefined> {
  const { command, input = {}, together, askBack, notAWrite } = expect;
  if (askBack ?? notAWrite) return undefined;
  if (together) return plain(together.map(rowOf).toSorted()) === plain(rowsIn(got).toSorted()) || undefined;
  if (commandNamed(command) !== got.command) return undefined;
  for (const [name, value] of Object.entries(input)) if (!(await isSame(got, { name, value }, turn))) return undefined;
  return true;
}

/** word:グラフ is the command of that word. */
const commandNamed = (command = ''): string | undefined =>
  command.startsWith('word:') ? calledSo(command.slice('word:'.length)) : command;

/** The words of what is typed, of what is only said and of what is wished for: グラフ, 1枚で, 先月と比べて. */
const calledSo = (word: string): string | undefined =>
  (
    typedAs(word.toLowerCase()) ??
    commands.find(({ says }) => says.some((said) => keyOf(said) === keyOf(word))) ??
    commands.find(({ wished }) => wished?.some(({ like }) => like.test(word)))
  )?.name;

const plain = (value: unknown): string => keyOf(JSON.stringify(value) ?? '').replace(/[\s"-]/g, '');

const readsOf = (command: string, name: string): string => {
  const known = find(command);
  return (known ? inputsOf(known) : []).find((input) => input.name === name)?.meta.reads ?? '';
};

/** Written by people, and right where it holds the words. */
const WRITTEN = ['text', 'url', 'place', 'hidden', 'topic', 'invited', 'towns', 'member'];

async function isSame(
  { command, input }: Verdict,
  { name, value }: { readonly name: string; readonly value: unknown },
  turn: TurnStart,
): Promise<boolean> {
  const got = input[name];
  const reads = readsOf(command, name);
  if (got === undefined) return isDefault(name, value, { input, turn });
  if (name === 'code') return normaliseCode(String(got)) === normaliseCode(String(value));
  if (reads === 'meeting') return got === value || (await dayOfMeeting(command, String(got), turn)) === value;
  if (reads === 'invited') return plain(partsOf(await codesOf(got, turn))) === plain(partsOf(value));
  if (Array.isArray(value)) return value.every((part, at) => isHeld(part, Array.isArray(got) ? got[at] : got));
  return plain(got) === plain(value) || (WRITTEN.includes(reads) && plain(got).includes(plain(value)));
}

/** Whom it stands for, where somebody is named as people call them. */
async function codesOf(said: unknown, turn: TurnStart): Promise<unknown> {
  const { parts } = await partiesSaid(String(said), turn);
  return parts.flatMap(({ parties, said: word }) => (parties.length === 1 ? parties : [word]));
}

const partsOf = (said: unknown): readonly unknown[] =>
  (Array.isArray(said) ? said : String(said).split('、')).toSorted();

/** Each field of a row, or a text, in what was read. */
function isHeld(expected: unknown, got: unknown): boolean {
  if (typeof expected !== 'object' || expected === null) return plain(got).includes(plain(expected));
  const read: Input = typeof got === 'object' && got !== null ? { ...got } : {};
  return Object.entries(expected).every(([name, value]) => plain(read[name]).includes(plain(value)));
}

/** The only municipality of a person, or the first day again as the last: what stands without being said. */
const isDefault = (name: string, value: unknown, { input, turn }: { input: Input; turn: TurnStart }): boolean =>
  (name === 'municipality' && onlyTownOf(turn) === value) || (name === 'until' && input['from'] === value);

const onlyTownOf = ({ who }: TurnStart): string | undefined =>
  who?.municipalities.length === 1 ? who.municipalities[0] : undefined;

const isOfOthers = (input: Input | undefined, { who }: TurnStart): boolean => {
  const town = input?.['municipality'];
  return typeof town === 'string' && (who?.municipalities.length ?? 0) > 0 && !who?.municipalities.includes(town);
};

const OF_MINUTES = ['record-minutes', 'edit-minutes', 'minutes-file', 'confirm-minutes'];

/** The day of the one meeting that a person names so; undefined where it is none, or one of several. */
async function dayOfMeeting(command: string, said: string, turn: TurnStart): Promise<string | undefined> {
  const { who } = turn;
  if (!who) return undefined;
  const purpose = OF_MINUTES.includes(command) ? 'minutes' : 'look';
  const found = await meetingsMeant(said, purpose, { ...turn, who }).catch(() => []);
  return found.length === 1 ? found[0]?.day : undefined;
}

/** What was read beside what was said, and does not stand anyway. */
function strayIn({ input = {}, together }: Sentence['expect'], got: Verdict, turn: TurnStart): readonly string[] {
  if (together) return [];
  const standing: Input = {
    municipality: onlyTownOf(turn),
    week: weekOf(turn.now),
    until: got.input['from'],
    proxy: got.input['proxy'],
    year: turn.programme.fiscalYear,
  };
  const added = Object.entries(got.input).filter(([name, value]) => !(name in input) && value !== standing[name]);
  return added.map(([name]) => name).filter((name) => !['text', 'topic', 'place'].includes(readsOf(got.command, name)));
}

type Row = Readonly<Record<string, string>>;

/** A report by itself as the weekly report and the one of several places hold it. */
function rowOf({ input: { municipality, item, kpi, ...said } = {} }: Meant): string {
  const row = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, String(value)]));
  return lineOf(municipality, item ?? kpi, row);
}

const lineOf = (town: unknown, id: unknown, row: Row): string =>
  [town, id, ...Object.entries(row).map((each) => each.join('='))].filter(Boolean).toSorted().join(' ');

function rowsIn({ command, input }: Verdict): readonly string[] {
  if (!isMeantBy(command, 'several', 'places')) return [];
  const places = (input['places'] ?? [input]) as readonly Input[];
  return places.flatMap(({ municipality, answers = {}, stages = {} }) =>
    Object.entries({ ...(answers as object), ...(stages as object) }).map(([id, row]) =>
      lineOf(municipality, id, row as Row),
    ),
  );
}
