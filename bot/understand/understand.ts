import { dayOf } from '../../programme/day.ts';
import { may } from '../../programme/may.ts';
import { saysNothing } from '../../programme/says-nothing.ts';
import type { Command } from '../command.ts';
import { inputsOf } from '../inputs/fields.ts';
import { type Registry, registryOf } from '../registry.ts';
import type { TurnStart } from '../turn.ts';
import { titlesFor } from './about/meeting-names.ts';
import { withOwnKpis } from './about/own-kpis.ts';
import { partsByPlace, readingOfPlaces } from './about/places.ts';
import { asRows } from './asks/as-rows.ts';
import { calledIn } from './asks/called.ts';
import { calledAlone, calledOfPlace, calledWith } from './asks/called-reading.ts';
import { guessedCommand, guessedId } from './asks/guess.ts';
import { spokenReading, withTakenBack } from './asks/spoken.ts';
import { isWrittenDown, typedReading } from './asks/typed.ts';
import { wishTyped } from './asks/wished.ts';
import { isDoneBare } from './doubt/bare.ts';
import { doubtIn } from './doubt/doubt.ts';
import { withFrame } from './doubt/framed.ts';
import { isComplete } from './doubt/incomplete.ts';
import { type NamedMunicipalities, townsFor } from './names/municipality-names.ts';
import { ownWords } from './names/own-words.ts';
import { peopleFor } from './names/people.ts';
import { fillFrom } from './parts/fill.ts';
import { masked } from './parts/masked.ts';
import { type Reading, unknown } from './parts/reading.ts';
import { type Sentence, sentenceOf } from './parts/sentence.ts';
import { keepingStage, withTexts } from './parts/texts.ts';
import { smallTalkIn, topicIn } from './small-talk.ts';
import { keyOf } from './text/fold.ts';
import { type Labelled, labelledIn } from './text/labelled.ts';
import { type Mail, mailIn } from './text/mail.ts';
import { withoutRequest } from './text/polite-request.ts';

/**
 * What a typed sentence means. Reading is generous, writing is strict: whatever might not be a report carries a doubt,
 * and is then shown instead of done. What a person labelled as text is taken out before anything is read.
 */
export async function understand(text: string, commands: readonly Command[], turn: TurnStart): Promise<Reading> {
  const registry = registryOf(commands);
  const mail = isWrittenDown(text, registry) ? undefined : mailIn(text, ownWords(turn.who));
  if (!mail) return understandSaid(text, registry, turn);
  return withSubject(mail, await understandSaid(mail.said, registry, turn), registry, turn);
}

/** What an answer by mail is to, and 標記の件: the subject, or what is quoted, says it. */
async function withSubject(mail: Mail, reading: Reading, registry: Registry, turn: TurnStart): Promise<Reading> {
  const command = registry.find(reading.command);
  if (!command || mail.about === '' || reading.unknown) return reading;
  const today = dayOf(turn.now);
  const about = fillFrom(command, sentenceOf(mail.about, await wordsFor(registry, turn), today).spans, today);
  const isNamed = /(?:標記|表題|標題|件名)の?(?:件|とおり)?/.test(mail.said);
  const lacking = inputsOf(command).filter(
    ({ name, meta }) =>
      reading.input[name] === undefined && (meta.reads === 'meeting' || (isNamed && KEYS.includes(meta.reads))),
  );
  const found = lacking.flatMap(({ name }) => (about[name] === undefined ? [] : [[name, about[name]] as const]));
  return { ...reading, input: { ...reading.input, ...Object.fromEntries(found) } };
}

const KEYS: readonly string[] = ['kpi', 'item'];

async function understandSaid(text: string, registry: Registry, turn: TurnStart): Promise<Reading> {
  const reading = await readSaid(text, registry, turn);
  return isWrittenDown(text, registry) ? reading : withFrame(reading, text, registry);
}

async function readSaid(text: string, registry: Registry, turn: TurnStart): Promise<Reading> {
  if (smallTalkIn(text) && !calledIn(text, registry, turn).some(({ rest }) => rest === '')) return unknown(registry);
  if (saysNothingNew(text, registry, turn))
    return { command: registry.means('unchanged'), input: {}, doubt: 'several', notes: [] };
  const held = await toldWithin(text, registry, turn);
  if (held) return held;
  const labelled = labelledIn(text);
  const isText = labelled && !isOnlySaid(text, labelled);
  const told = isText ? withTexts(await readWhole(labelled.rest, registry, turn), labelled.texts, registry) : undefined;
  if (told) return keepingStage(withUnsure(told, registry.find(told.command)), registry, turn);
  const whole = await readWhole(text, registry, turn);
  // A value or a stage that stands only in what was labelled was not reported.
  return labelled && registry.reports(whole.command)
    ? { ...whole, doubt: whole.doubt ?? 'several' }
    : keepingStage(whole, registry, turn);
}

/** 議題に「S3-6の進め方」を足して: nothing in the topic is read, and what is done is read from the rest. */
async function toldWithin(text: string, registry: Registry, turn: TurnStart): Promise<Reading | undefined> {
  if (isWrittenDown(text, registry)) return undefined;
  for (const command of registry.commands) {
    const { tells } = command.spoken ?? {};
    const told = tells?.in(text);
    if (!tells || !told) continue;
    const reading = asRows(await readWhole(told.rest, registry, turn), command.name, registry);
    if (reading.command !== command.name || reading.unknown || reading.options) continue;
    const { spans, folded } = sentenceOf(told.rest, await wordsFor(registry, turn), dayOf(turn.now));
    const against = doubtIn(withoutRequest(masked({ folded }, spans).replace(NEXT_MEETING, '').replace(WHAT_FOR, '')));
    const lost = isMeetingLost(told.rest, command, reading) ? 'unread' : undefined;
    const { unsure = against ?? lost, doubt = unsure, ...known } = reading;
    return { ...known, input: { ...known.input, [tells.input]: told.text }, doubt };
  }
  return undefined;
}

/** 21/22の会議 is none: the topic is for no other meeting instead. */
const isMeetingLost = (rest: string, command: Command, { input }: Reading): boolean =>
  /\d|会議|打ち?合わ?せ|研修|勉強会|説明会|回/u.test(rest) &&
  inputsOf(command).some(({ name, meta }) => meta.reads === 'meeting' && input[name] === undefined);

/** 次回の会議: which one, and nothing that is only to come. */
const NEXT_MEETING = /(?:次回?|来月|再来月|来週|今度)の?(?=[^、。]{0,20}(?:会議|打ち?合わ?せ|研修))/gu;

/** 話したいことがあって、: why there is to be a topic. */
const WHAT_FOR =
  /[^。、]{0,12}たい(?:こと|話|件)があ(?:って|るので|りまして|りますので)、?|^[^。、]{0,24}(?:ので|ため)、/gu;

const wordsFor = async ({ words }: Registry, turn: TurnStart) => ({ words, towns: await townsFor(turn) });

/** 資料は来週送ります: a label in front, and nothing that it could be beside. Only 根拠 stands for itself. */
const isOnlySaid = (text: string, { rest }: Labelled): boolean => rest.trim() === '' && !/^\s*根拠(?!資料)/.test(text);

/** A weekly report on every KPI and item has fewer parts; a text of more is not read, and nothing is done. */
const MOST_PARTS = 500;

/** 今週は特に何もありません: most likely nothing changed, which is asked before it is written. */
function saysNothingNew(text: string, registry: Registry, { who }: TurnStart): boolean {
  const isAnything = /困り|相談/.test(text) || !/[な無あ]/.test(text);
  const needs = registry.find(registry.means('unchanged'))?.needs;
  return !isAnything && saysNothing(text) && needs !== undefined && may(who, needs);
}

async function readWhole(text: string, registry: Registry, turn: TurnStart): Promise<Reading> {
  const reading = await readAlone(text, registry, turn);
  const command = reading.unknown ? undefined : registry.find(reading.command);
  if (!command?.named) return reading;
  const read = { ...reading, input: await command.named({ said: text, input: reading.input }, turn) };
  return withUnsure(read, command);
}

/** What was doubted while something was missing is doubted once it is there. */
const withUnsure = (read: Reading, command: Command | undefined): Reading =>
  command && isComplete(command, read) ? { ...read, doubt: read.doubt ?? read.unsure } : read;

/** What a wish of a whole sentence is when it is typed. */
async function wishedReading(
  which: 'first' | 'others',
  ...[text, registry, towns, turn]: Parameters<typeof typedReading>
): Promise<Reading | undefined> {
  const wish = wishTyped(text, registry, turn, which);
  if (wish === undefined) return undefined;
  // What takes nothing behind its word is called by that word alone.
  const typed =
    (await typedReading(wish.typed, registry, towns, turn)) ?? calledAlone(wish.typed, registry, towns, turn);
  return lookedOver(typed && doubted(typed, wish.doubt, registry), registry);
}

/** What is shown first anyway, only shown, or asked for in a form needs no question of its own. */
function doubted(reading: Reading, doubt: Reading['doubt'], { find, writes }: Registry): Reading {
  const command = find(reading.command);
  if (reading.doubt || !command || command.shownFirst || !writes(reading.command, reading.input)) return reading;
  return isComplete(command, reading) ? { ...reading, doubt } : reading;
}

/**
 * A wish stands behind what is called by its word alone or typed, but for one that is meant although it begins with another
 * command's word. What is left unused of something typed may be what a wish for the same command explains.
 */
async function typedOrWished(...asked: Parameters<typeof typedReading>) {
  const first = calledAlone(...asked) ?? (await wishedReading('first', ...asked));
  if (first) return first;
  const typed = await typedReading(...asked);
  if (typed && typed.doubt !== 'unused') return typed;
  const other = (await wishedReading('others', ...asked)) ?? (typed && (await calledWith(...asked)));
  return typed && other?.command !== typed.command ? typed : (other ?? typed);
}

/** 小海町の人材: of a place nothing was asked for that is known by its own word in a sentence. */
const isOnlyPlace = (spoken: Reading | undefined, { spans }: Sentence, { isMeantBy }: Registry): boolean =>
  spoken !== undefined && isMeantBy(spoken.command, 'where') && !spans.some(({ kind }) => kind === 'intent');

/**
 * @param isPart of a message of several places: what stands in it is of one
 * @param isHeard by its sound already, and not to be listened to again
 */
async function readAlone(
  text: string,
  registry: Registry,
  turn: TurnStart,
  { isPart, isHeard }: { readonly isPart?: boolean; readonly isHeard?: boolean } = {},
): Promise<Reading> {
  const towns = await townsFor(turn);
  const sentence = sentenceOf(text, { words: registry.words, towns }, dayOf(turn.now));
  const meant = isWrittenDown(text, registry) ? text : sentence.meant;
  const typed = await typedOrWished(meant, registry, towns, turn);
  if (typed) return withTakenBack(typed, meant === text ? [] : sentence.takenBack);
  if (sentence.spans.length > MOST_PARTS) return unknown(registry);
  const placed = isPart ? undefined : await readPlaces(sentence, registry, turn);
  return placed ?? readInOwnWords(text, sentence, { registry, towns, turn, isHeard });
}

/** The names by their sound, which only a sentence in somebody's own words needs. */
let listening: Promise<typeof import('./sound/heard-as.ts')> | undefined;

async function readInOwnWords(
  text: string,
  parted: Sentence,
  {
    registry,
    towns,
    turn,
    isHeard,
  }: {
    readonly registry: Registry;
    readonly towns: NamedMunicipalities;
    readonly turn: TurnStart;
    readonly isHeard?: boolean | undefined;
  },
): Promise<Reading> {
  const sentence = await withOwnKpis(parted, turn);
  const [people, titles] = [await peopleFor(text, turn), await titlesFor(sentence, registry, turn)];
  const world = { registry, towns, turn, people, titles };
  const spoken = spokenReading(sentence, world);
  // 週時報告 holds 報告, and is one sign off something else.
  const isVague = spoken && registry.isMeantBy(spoken.command, 'stage') && Object.keys(spoken.input).length === 0;
  const isPlain = spoken && !spoken.unknown && !isVague;
  const reading =
    guessedId(sentence.spans, world) ??
    (isOnlyPlace(spoken, sentence, registry) ? await calledOfPlace(text, registry, towns, turn) : undefined) ??
    (isPlain ? undefined : await calledWith(text, registry, towns, turn)) ??
    (isVague && !isWord(sentence.folded, registry) ? guessedCommand(sentence, world) : undefined) ??
    spoken ??
    guessedCommand(sentence, world) ??
    unknown(registry);
  if (topicIn(text) && !registry.writes(reading.command, reading.input)) return unknown(registry);
  const sure = isOfAnother(reading, text, registry, turn) ? { ...reading, doubt: 'unread' as const } : reading;
  if (isHeard) return sure;
  listening ??= import('./sound/heard-as.ts');
  const { heardAs } = await listening;
  return heardAs(sure, sentence, world, (said) => readAlone(said, registry, turn, { isHeard: true }));
}

/** 出席を直したい: what is to be done to what one command names is not surely another command's. */
function isOfAnother(reading: Reading, text: string, registry: Registry, turn: TurnStart): boolean {
  if (reading.unknown || reading.doubt || reading.options) return false;
  return calledIn(text, registry, turn).some(
    ({ command, rest }) => rest === '' && command.name !== reading.command && isDoneBare(command, registry),
  );
}

/** What only a wish was read as is looked over before it is sent, where the command drafts it. */
function lookedOver(reading: Reading | undefined, { find }: Registry): Reading | undefined {
  const { command, doubt = 'unread' } = reading ?? {};
  return reading && find(command ?? '')?.drafts ? { ...reading, doubt } : reading;
}

/** Two places in one message are two reports. */
async function readPlaces(sentence: Sentence, registry: Registry, turn: TurnStart): Promise<Reading | undefined> {
  const parts = partsByPlace(sentence);
  if (!parts) return undefined;
  const readings: Reading[] = [];
  for (const part of parts) readings.push(await readAlone(part, registry, turn, { isPart: true }));
  return readingOfPlaces(readings, registry, turn);
}

const isWord = (folded: string, { commands }: Registry): boolean =>
  commands.some(({ says }) => says.some((word) => folded.trim().startsWith(keyOf(word))));
