import { type Day, dayOf } from '../../../programme/day.ts';
import type { InputMeta } from '../../../programme/input-meta.ts';
import type { Command } from '../../command.ts';
import { inputsOf } from '../../inputs/fields.ts';
import { inputKinds } from '../../inputs/input-kinds.ts';
import type { Doubt } from '../../inputs/spoken.ts';
import type { Registry } from '../../registry.ts';
import type { TurnStart } from '../../turn.ts';
import { isTitleWord } from '../about/meeting-names.ts';
import { doubtIn } from '../doubt/doubt.ts';
import { catalogueNames } from '../names/catalogue-names.ts';
import type { NamedMunicipalities } from '../names/municipality-names.ts';
import { ownWords } from '../names/own-words.ts';
import { masked } from '../parts/masked.ts';
import type { Reading } from '../parts/reading.ts';
import { sentenceOf } from '../parts/sentence.ts';
import { oneByOne, unusedNote } from '../parts/texts.ts';
import { unreadIn } from '../text/fluff.ts';
import { fold, plainOf, visible } from '../text/fold.ts';
import { dayWithin } from './day-within.ts';
import { type Input, readByRoster, readWord, type Taking, takeWord, type Word } from './take-word.ts';

/** Any width, any spacing: what people type on a phone. Full-width spaces and commas separate words too. */
export function wordsOf(text: string): readonly string[] {
  return visible(text.normalize('NFKC'))
    .split(/[\s、]+/)
    .filter((word) => word !== '');
}

/** 相談 …: what follows is kept as it stands, with whatever it quotes. */
export const isWrittenDown = (text: string, { typedAs }: Registry): boolean =>
  typedAs(wordsOf(text)[0]?.toLowerCase() ?? '')?.typed === 'free';

/** More words than this are text: nobody types so many inputs. */
const MOST_WORDS = 40;

/** A command's own word and its inputs, in any order; undefined for a sentence that is not typed like that. */
export async function typedReading(
  text: string,
  registry: Registry,
  towns: NamedMunicipalities,
  turn: TurnStart,
): Promise<Reading | undefined> {
  const typed = text.normalize('NFC').replace(/^\s*(\S{2,8})[:：]/, '$1 ');
  const words = placedIn(typed);
  const found = nameIn(words, registry);
  if (!found) return undefined;
  const { command, at } = found;
  if (isStageTold(text, words[at]?.said ?? '', registry, towns, dayOf(turn.now))) return undefined;
  const isFree = command.typed === 'free';
  const inputs = inputsOf(command);
  const rest = await withNames(
    words.filter((_, place) => place !== at),
    inputs,
    turn,
  );
  const { given: input, left } = await fill(inputs, rest, { typed, isFree, turn });
  const given = inputs.filter(({ name }) => input[name] !== undefined);
  if (isFree) return asWritten(command, input, inputs, { text, registry, towns, turn });
  if (given.some(({ meta }) => meta.denies)) return { command: command.name, input, notes: [] };
  const sentence = sentenceOf(
    rest.map(({ said }) => said).join(' '),
    { words: registry.words, towns },
    dayOf(turn.now),
  );
  const doubt = doubtIn(masked(sentence, sentence.spans));
  const isNamed = given.some(({ meta }) => meta.named);
  const unused = unusedIn(left, turn);
  // Who looks at 先月 does nothing that could be doubted.
  const isIdle = doubt !== 'question' && (isNamed || command.shownFirst === true || command.writes === false);
  return {
    command: command.name,
    input,
    notes: await Promise.all(
      unused.map(async (said) => ((await isOneMore(said, inputs, turn)) ? oneByOne : unusedNote)(said)),
    ),
    doubt: (isIdle ? undefined : doubt) ?? (unused.length > 0 && !command.shownFirst ? 'unused' : undefined),
  };
}

/** What is written down as it stands, and by when and of which place it says to be. */
function asWritten(command: Command, input: Taking['given'], inputs: readonly Input[], read: Read): Reading {
  const until = deadlineIn(input, inputs, read);
  const place = command.about === 'municipality' ? placeIn(input, inputs, read) : {};
  const said: Record<string, unknown> = { ...place, ...input, ...until.given };
  const empty = inputs.find(({ name, meta }) => meta.reads === 'text' && isOnlyUntil(said[name], read));
  if (empty) delete said[empty.name];
  return { command: command.name, input: said, doubt: until.doubt, notes: [] };
}

/** 来週の金曜までによろしく: by when, and nothing of what. */
function isOnlyUntil(text: unknown, { registry, towns, turn }: Read): boolean {
  if (typeof text !== 'string') return false;
  const { spans, folded } = sentenceOf(text, { words: registry.words, towns }, dayOf(turn.now));
  const days = spans.filter(({ kind }) => kind === 'day' || kind === 'days');
  const rest = [0, ...days.map(({ to }) => to)].map((from, at) => folded.slice(from, days[at]?.from));
  return days.length > 0 && spans.length === days.length && rest.every((gap) => unreadIn(gap, 'ask', []) === '');
}

type Read = {
  readonly text: string;
  readonly registry: Registry;
  readonly towns: NamedMunicipalities;
  readonly turn: TurnStart;
};

const UNTIL = /^中?までに?(?:で|、|。|お願い|くだ|下さ|報告|回答|提出|いただ|頂|よろしく|\s|$)/u;
/** A day that the text ends with, and no まで that can be read. */
const ALMOST_UNTIL = /^[^\d]{0,4}$/u;

/** 実施状況を来週の火曜まで: what is written down as it stands may say by when; 12/8ま is looked over before it is sent. */
function deadlineIn(
  input: Taking['given'],
  inputs: readonly Input[],
  { text, registry, towns, turn }: Read,
): { readonly given: Readonly<Record<string, Day>>; readonly doubt?: Doubt } {
  const open = inputs.find(({ name, meta }) => meta.reads === 'day' && input[name] === undefined);
  if (!open) return { given: {} };
  const { spans, folded } = sentenceOf(text, { words: registry.words, towns }, dayOf(turn.now));
  const days = spans.flatMap((span) => (span.kind === 'day' ? [{ day: span.day, behind: folded.slice(span.to) }] : []));
  const [until, ...others] = new Set(days.flatMap(({ day, behind }) => (UNTIL.test(behind) ? [day] : [])));
  if (until !== undefined && others.length === 0) return { given: { [open.name]: until } };
  return { given: {}, ...(days.some(({ behind }) => ALMOST_UNTIL.test(behind)) && { doubt: 'unread' as const }) };
}

/** 相談 小海町の議会資料のこと: who has several municipalities says in front which of them it is about. */
function placeIn(input: Taking['given'], inputs: readonly Input[], { text, registry, towns, turn }: Read) {
  const open = inputs.some(({ name, meta }) => meta.reads === 'municipality' && input[name] === undefined);
  const served = turn.who?.municipalities ?? [];
  if (!open || served.length < 2) return {};
  const { spans, folded } = sentenceOf(text, { words: registry.words, towns }, dayOf(turn.now));
  const [first] = spans.filter(({ kind }) => kind !== 'intent');
  const [town, ...others] = first?.kind === 'town' ? first.towns : [];
  const isFront = first !== undefined && /^\S{2,8}\s+$/u.test(folded.slice(0, first.from));
  const isOf = isFront && /^(?:の|では?|は|が|で、|、)/u.test(folded.slice(first.to));
  return town && others.length === 0 && isOf && served.includes(town.code) ? { municipality: town.code } : {};
}

/** 工程表 完了: a command's word that is also the name of an item, whose stage is told. */
function isStageTold(text: string, word: string, { words }: Registry, towns: NamedMunicipalities, today: Day): boolean {
  const isItem = catalogueNames.some(([name, { kind }]) => kind === 'item' && name === word);
  return isItem && sentenceOf(text, { words, towns }, today).spans.some(({ kind }) => kind === 'stage');
}

/** 議会のため, 研修で: why somebody does something changes nothing of what is done, and is kept where that is asked. */
const BECAUSE = /(ため|ので|により|につき|都合)(に|で)?(です)?[。、]?$/;

/** The words that nothing was read from and that do not go without saying. */
function unusedIn(left: readonly Word[], { who }: TurnStart): readonly string[] {
  const own = ownWords(who);
  const words = left.map(({ said }) => said).filter((said) => !BECAUSE.test(said));
  return words.filter((said) => unreadIn(fold(said), 'ask', own) !== '');
}

/** 小海町 川上村, 12/25 12/28: the second of what a command takes one of. */
async function isOneMore(said: string, inputs: readonly Input[], turn: TurnStart): Promise<boolean> {
  const filled: Taking = { given: {}, left: [], open: undefined };
  return readWord(said, inputs, filled.given, dayOf(turn.now)) || readByRoster(said, inputs, filled, turn);
}

/** 11/20下諏訪町打合せ: a day, and the meeting of that name. */
const DATED_TITLE = /^(\d{1,2}(?:\/|月)\d{1,2}日?)(?=[\p{Script=Han}ァ-ー]{2,16}(?:会議|打合せ|研修)$)/u;

function placedIn(typed: string): readonly Word[] {
  return [...typed.matchAll(/[^\s、､]+/g)].flatMap(({ 0: word, index }) => {
    const said = plainOf(word).replace(/\s/g, '');
    if (said === '') return [];
    const [dated, day = ''] = said.length === word.length ? (DATED_TITLE.exec(said) ?? []) : [];
    const whole = { said, from: index, to: index + word.length };
    if (dated === undefined) return [whole];
    return [
      { said: day, from: index, to: index + day.length },
      { said: said.slice(day.length), from: index + day.length, to: whole.to },
    ];
  });
}

/** The first or the last word, when it is a command's; the words are told apart by being whole. */
function nameIn(words: readonly Word[], { typedAs }: Registry): { command: Command; at: number } | undefined {
  for (const at of [0, words.length - 1]) {
    const command = typedAs(words[at]?.said.toLowerCase() ?? '');
    if (command) return { command, at };
  }
  return undefined;
}

type Typing = { readonly typed: string; readonly isFree: boolean; readonly turn: TurnStart };

async function fill(
  inputs: readonly Input[],
  words: readonly Word[],
  { typed, isFree, turn }: Typing,
): Promise<Pick<Taking, 'given' | 'left'>> {
  const filled: Taking = { given: {}, left: [], open: undefined };
  for (const [at, word] of words.entries()) {
    // Inside of what is written down as it stands, a place is part of the text.
    const places =
      isFree && filled.left.length > 0 ? inputs.filter(({ meta }) => meta.reads !== 'municipality') : inputs;
    if (at < MOST_WORDS) await takeWord(word, places, filled, turn);
    else filled.left.push(word);
  }
  const { given } = filled;
  const isAgain = ({ said }: Word) =>
    !isFree && inputs.some(({ name, meta }) => isChosenAgain(said, given[name], meta));
  joinTitle(inputs, filled);
  takeCause(inputs, filled);
  const again = filled.left.filter(isAgain);
  const left = filled.left.filter((word) => !again.includes(word));
  const isOpen = ({ name, meta }: Input) => meta.reads === 'text' && given[name] === undefined;
  const free =
    inputs.find((input) => input.meta.takesRest && isOpen(input)) ??
    inputs.find((input) => !input.meta.marker && isOpen(input)) ??
    inputs.find(({ name, meta }) => meta.reads === 'meeting' && given[name] === undefined);
  // 欠席 議会のため names no meeting.
  const named = free?.meta.reads === 'meeting' ? left.filter(({ said }) => !BECAUSE.test(said)) : left;
  const [first, last] = [named[0], named.at(-1)];
  if (!free || !first || !last) return { given, left: almostRead(inputs, filled) };
  // Letter for letter, with its commas and blanks.
  given[free.name] = isFree ? typed.slice(first.from, last.to) : named.map(({ said }) => said).join(' ');
  takeDay(free, inputs, given, dayOf(turn.now));
  return { given, left: again };
}

/** What takes the rest of a sentence leaves the day in it to what asks for one. */
function takeDay({ name, meta }: Input, inputs: readonly Input[], given: Taking['given'], today: Day): void {
  if (!meta.takesRest) return;
  const open = inputs.find(
    (input) => input.meta.reads === 'pastDay' && !input.meta.onlyMarked && given[input.name] === undefined,
  );
  const within = open && dayWithin(String(given[name]), today);
  if (!open || !within) return;
  given[open.name] = within.day;
  given[name] = within.rest === '' ? undefined : within.rest;
}

/** 第8回 市町村連絡会議 is one meeting. */
function joinTitle(inputs: readonly Input[], { given, left }: Taking): void {
  const { name = '' } = inputs.find(({ meta }) => meta.reads === 'meeting') ?? {};
  if (given[name] !== undefined && isTitleWord(left[0]?.said ?? ''))
    given[name] = `${given[name]} ${left.shift()?.said}`;
}

/** 議会のため is the reason, where the command asks for one. */
function takeCause(inputs: readonly Input[], { given, left }: Taking): void {
  const why = inputs.find(({ name, meta }) => meta.because && given[name] === undefined);
  const at = why ? left.findIndex(({ said }) => BECAUSE.test(said)) : -1;
  if (why && at >= 0) given[why.name] = left.splice(at, 1)[0]?.said;
}

/** 良好 要修理 where one can be chosen: the second is no text to be written down, and makes the first one doubtful. */
function isChosenAgain(said: string, given: unknown, { choices = [] }: InputMeta): boolean {
  const value = choices.find(({ label }) => label.normalize('NFKC') === said)?.value;
  return value !== undefined && given !== undefined && value !== given;
}

/** 土 for a weekday, 25:00 for a time: kept as it was said, so that the person is told what can be chosen. */
function almostRead(inputs: readonly Input[], { given, left }: Taking): Word[] {
  return left.filter(({ said }) => {
    const input = inputs.find(
      ({ name, meta }) => given[name] === undefined && inputKinds[meta.reads].almost?.test(said),
    );
    if (input) given[input.name] = said;
    return input === undefined;
  });
}

/** What a name may be made of: 小海町 総務課 小海 花子. */
const MOST_PIECES = 5;

/** With those words as one that are one name between them, where a command takes people: 小海 花子. */
async function withNames(words: readonly Word[], inputs: readonly Input[], turn: TurnStart): Promise<readonly Word[]> {
  const { isName } = inputs.map(({ meta }) => inputKinds[meta.reads]).find((kind) => kind.isName) ?? {};
  if (!isName) return words;
  const joined: Word[] = [];
  for (let from = 0; from < words.length; ) {
    let run = words.slice(from, from < MOST_WORDS ? from + MOST_PIECES : from + 1);
    while (run.length > 1 && !(await isName(saidBy(run), turn))) run = run.slice(0, -1);
    joined.push(...(run.length > 1 ? [{ said: saidBy(run), from: run[0]?.from ?? 0, to: run.at(-1)?.to ?? 0 }] : run));
    from += run.length;
  }
  return joined;
}

const saidBy = (words: readonly Word[]): string => words.map(({ said }) => said).join(' ');
