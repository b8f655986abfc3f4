import { dayOf } from '../../programme/day.ts';
import type { Command, TurnStart } from '../command.ts';
import { inputsOf } from '../fields.ts';
import type { TitledMeeting } from '../meeting-titles.ts';
import type { Registry } from '../registry.ts';
import type { Content, Doubt, Said } from '../spoken.ts';
import { withChoices } from './choices.ts';
import { doubtIn } from './doubt.ts';
import { fillFrom } from './fill.ts';
import { unreadIn } from './fluff.ts';
import { fold } from './fold.ts';
import { gapsIn, masked } from './masked.ts';
import { withMeetingTitle } from './meeting-names.ts';
import type { NamedMunicipalities } from './municipality-names.ts';
import { withNearName } from './near-names.ts';
import { ownWords } from './own-words.ts';
import { pairsIn, withValues } from './pairs.ts';
import { type NamedPeople, peopleWords, STANDS_IN, substituteIn } from './people.ts';
import { type Reading, unknown, viewInstead } from './reading.ts';
import { reportOf } from './report.ts';
import { saidOf } from './said.ts';
import type { Sentence, Span } from './sentence.ts';
import { shownWithout, unusedNote } from './texts.ts';
import { withoutTimesOfSeveral } from './times-of-several.ts';
import { unusedIn, usedBy } from './unused.ts';
import { whereIn } from './where.ts';

type World = {
  readonly registry: Registry;
  readonly towns: NamedMunicipalities;
  readonly turn: TurnStart;
  readonly people: NamedPeople;
  /** Of the meetings the sentence may be about. */
  readonly titles: readonly TitledMeeting[];
};

/** A sentence in its own words as something to do; undefined when there is nothing in it. */
export function spokenReading(sentence: Sentence, world: World): Reading | undefined {
  const parts = withValues(sentence);
  const read = withMeetingTitle(intentsOf(parts, world.registry)[0], parts, sentence, world.titles);
  const wanted = intentsOf(
    isPlanned(sentence, read, world.registry) ? read.filter((span) => !isOfPlan(span, world.registry)) : read,
    world.registry,
  );
  const spans = withChoices(wanted[0], read, sentence, dayOf(world.turn.now));
  const reading =
    wantedReading(wanted[0], spans, sentence, world) ??
    contentReading(spans, world) ??
    wantedReading(otherwiseIn(sentence, world.registry), spans, sentence, world);
  return (
    reading && withPlan(judged(reading, wanted, spans, sentence, world), { sentence, spans, registry: world.registry })
  );
}

/** A word that asks for a command, or only says that something is to come: 会議の予定, 来月完了予定. */
export function isOfPlan(span: Span, { find }: Registry): boolean {
  return span.kind === 'intent' && find(span.command)?.spoken?.orPlan !== undefined;
}

/** 予定 beside a stage, a fraction, an item or a KPI, or behind a verb, says when it will be so, and asks for nothing. */
export function isPlanned({ folded }: Sentence, spans: readonly Span[], registry: Registry): boolean {
  const plans = spans.filter((span) => isOfPlan(span, registry));
  if (plans.length === 0) return false;
  const isOnlyPlan = plans.every(
    (span) =>
      span.kind === 'intent' && registry.find(span.command)?.spoken?.orPlan?.includes(folded.slice(span.from, span.to)),
  );
  const isOfWork = spans.some(({ kind }) => ['key', 'stage', 'fraction'].includes(kind));
  return isOnlyPlan && (isOfWork || /[うくすつぬむるぐぶ]予定/.test(folded));
}

type Planned = { readonly sentence: Sentence; readonly spans: readonly Span[]; readonly registry: Registry };

/** What is only planned is answered with what is on record, and said to be no part of it. */
function withPlan(reading: Reading, { sentence, spans, registry }: Planned): Reading {
  if (registry.writes(reading.command, reading.input) || !isPlanned(sentence, spans, registry)) return reading;
  return { ...reading, notes: [...reading.notes, '予定や見込みは記録していません。'] };
}

function intentsOf(spans: readonly Span[], { find }: Registry): readonly Command[] {
  const all = spans.flatMap((span) => (span.kind === 'intent' ? [span.command] : []));
  const wins = (command: Command) => command.spoken?.wins ?? 0;
  return [...new Set(all)].flatMap((name) => find(name) ?? []).toSorted((a, b) => wins(b) - wins(a));
}

const otherwiseIn = ({ folded }: Sentence, { commands }: Registry): Command | undefined =>
  commands.find(({ spoken }) => spoken?.otherwise?.some((word) => folded.includes(fold(word))));

/** What is asked for in so many words, unless something is reported in the same sentence. */
function wantedReading(
  wanted: Command | undefined,
  spans: readonly Span[],
  sentence: Sentence,
  world: World,
): Reading | undefined {
  if (wanted === undefined) return undefined;
  const { besideReport, firm, takesReport } = wanted.spoken ?? {};
  const told = pairsIn(spans).filter(({ values, stages }) => values.length + stages.length > 0);
  const isTold = told.length > 0 && (told.some(({ keys }) => keys.length > 0) || besideReport === true);
  if (isTold && !firm) return undefined;
  if (takesReport && told.length === 1) return { ...reportOf(told, spans, world), command: wanted.name };
  const command = about(wanted, spans, world.registry);
  const filled = fillFrom(command, spans, dayOf(world.turn.now));
  if (command.spoken?.read) return readByItself(command, filled, saidOf(command.name, sentence, spans), world);
  return { command: command.name, input: { ...filled, ...standIn(command, sentence, world.people) }, notes: [] };
}

/** What a command reads in its own way, and the KPI that was named beside it; a question is looked up. */
function readByItself(
  { name, spoken }: Command,
  { kpi }: Readonly<Record<string, unknown>>,
  said: Said,
  { registry }: World,
): Reading {
  const { input = {}, doubt } = spoken?.read?.(said) ?? {};
  const read = { command: name, input: kpi === undefined ? input : { kpi, ...input }, doubt, notes: [] };
  return doubt === 'question' ? lookedUp(read, registry) : read;
}

/** 代理で佐藤が出ます: who, has to be said where nobody on the roster was. */
function standIn(command: Command, { folded }: Sentence, people: NamedPeople): Readonly<Record<string, unknown>> {
  if (!folded.includes(STANDS_IN)) return {};
  const substitute = substituteIn(folded, people);
  const marked = inputsOf(command).filter(({ meta }) => meta.marker === STANDS_IN);
  const given = marked.map(({ name, meta }) => [name, meta.reads === 'hidden' ? 'yes' : substitute] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

/** 状況 and 報告 of a KPI or an item are about that one. */
function about(command: Command, spans: readonly Span[], { find }: Registry): Command {
  const { item, kpi } = command.spoken?.of ?? {};
  const keys = spans.flatMap((span) => (span.kind === 'key' ? span.keys : []));
  const isItem = keys.some(({ kind }) => kind === 'item');
  const instead = isItem ? item : keys.length > 0 ? kpi : undefined;
  return (instead && find(instead)) ?? command;
}

/** What is meant by content alone: 「K0-03 62」, 「S1-3」, 「小海町」. */
function contentReading(spans: readonly Span[], world: World): Reading | undefined {
  const pairs = pairsIn(spans);
  const told = pairs.filter(({ values, stages }) => values.length + stages.length > 0);
  if (told.length > 0) return reportOf(pairs, spans, world);
  const content = namedIn(spans);
  const command = content && world.registry.find(world.registry.means(content));
  return command && { command: command.name, input: fillFrom(command, spans, dayOf(world.turn.now)), notes: [] };
}

function namedIn(spans: readonly Span[]): Content | undefined {
  const [named] = pairsIn(spans);
  if (!named) return spans.some(({ kind }) => kind === 'town' || kind === 'step') ? 'where' : undefined;
  if (!named.keys.some(({ kind }) => kind === 'item')) return 'kpi';
  return spans.some(({ kind }) => kind === 'url') ? 'proof' : 'item';
}

/** Adds where it is about, and whatever speaks against doing it at once. */
function judged(
  reading: Reading,
  wanted: readonly Command[],
  spans: readonly Span[],
  sentence: Sentence,
  world: World,
): Reading {
  const { registry, people } = world;
  const { who } = world.turn;
  const command = registry.find(reading.command);
  if (!command) return reading;
  const own = [...ownWords(who), ...peopleWords(substituteIn(sentence.folded, people))];
  const use = registry.reports(command.name) ? 'report' : 'ask';
  const unread = gapsIn(sentence, spans).map(({ folded }) => unreadIn(folded, use, own));
  const placed = placedIn(reading, command, { spans, unread, world });
  const unused = unusedIn(placed, sentence, spans, { who, registry });
  const isUnread = unread.some((word) => word !== '');
  if (isUnread && unused.length > 0 && isStray(command, placed, wanted)) return unknown(registry);
  const isWrite = registry.writes(placed.command, placed.input);
  const told = { ...placed, notes: [...placed.notes, ...unused.map(isWrite ? unusedNote : shownWithout)] };
  if (!isWrite) return told;
  if (command.spoken?.judge) {
    const { input, doubt } = command.spoken.judge(placed.input, saidOf(command.name, sentence, spans));
    return { ...placed, input, doubt: doubt ?? placed.doubt };
  }
  const isLeft = isUnread || leftOver(command, wanted, unclaimed(command, placed, spans), registry);
  const left = isLeft ? 'unread' : restOf(unused);
  const view = retreat({ ...told, doubt: doubtIn(masked(sentence, spans)) ?? placed.doubt ?? left }, registry);
  if (isComplete(command, view)) return view;
  return wordForNumber(withoutDoubtful(view, registry), wanted, unread, registry);
}

const restOf = (unused: readonly string[]): Doubt | undefined => (unused.length > 0 ? 'unused' : undefined);

type Around = { readonly spans: readonly Span[]; readonly unread: readonly string[]; readonly world: World };

/** With the municipality it is about, or those that are nearly named, where the command is about one. */
function placedIn(reading: Reading, command: Command, { spans, unread, world }: Around): Reading {
  const takesTown = inputsOf(command).some(({ name }) => name === 'municipality');
  const where = takesTown ? whereIn(spans, unread, command.needs, world.towns, world.turn) : {};
  const input = where.code === undefined ? reading.input : { municipality: where.code, ...reading.input };
  const isOpen = where.options !== undefined && !reading.options;
  const asking = isOpen ? { options: where.options, which: 'municipality', guess: where.guess } : {};
  const placed = { ...reading, input, ...asking };
  const ofOne = isOpen && !where.guess ? withoutTimesOfSeveral(placed, command, spans) : placed;
  return withNearName(ofOne, unread, world.registry);
}

/** 来週伺います with somebody's name before it is said to somebody, and no answer to an invitation. */
function isStray({ spoken }: Command, { input }: Reading, wanted: readonly Command[]): boolean {
  const { unless, or } = spoken?.loose ?? {};
  return unless !== undefined && input[unless] === undefined && !wanted.some(({ name }) => or?.includes(name));
}

/** What lacks something is asked for anyway: nothing is written before a person has seen it. */
function isComplete(command: Command, { command: name, input }: Reading): boolean {
  if (name !== command.name) return true;
  const parsed = command.input.safeParse(input);
  return parsed.success && (command.check?.(parsed.data) ?? []).length === 0;
}

const REPORTED: readonly string[] = ['stage', 'value', 'numerator', 'denominator'];
/** What was only left over speaks against nothing that was said. */
const SAID_ANYWAY: readonly (Doubt | undefined)[] = [undefined, 'unread', 'unused'];

/** 来月完了予定: of which item is asked, and whoever answers that has not said that it is done. */
function withoutDoubtful({ doubt, ...reading }: Reading, { reports }: Registry): Reading {
  const isSaid = SAID_ANYWAY.includes(doubt) || !REPORTED.some((name) => reading.input[name] !== undefined);
  if (isSaid || !reports(reading.command)) return reading;
  const kept = Object.entries(reading.input).filter(([name]) => !REPORTED.includes(name));
  return { ...reading, input: Object.fromEntries(kept), notes: [...reading.notes, NOT_TAKEN] };
}

const NOT_TAKEN = '予定や打ち消しのように読めるため、段階や値は入れていません。今の内容を教えてください。';

/** A word nobody can read stands for the number that is missing, so that the person is told it is not one. */
function wordForNumber(
  reading: Reading,
  wanted: readonly Command[],
  unread: readonly string[],
  { isMeantBy }: Registry,
): Reading {
  const word = unread.find((each) => each !== '');
  const { value, numerator, kpi } = reading.input;
  const lacks =
    isMeantBy(reading.command, 'value') && kpi !== undefined && value === undefined && numerator === undefined;
  const isWanted = wanted.some(({ name }) => name === reading.command);
  if (!lacks || !isWanted || word === undefined || !/^\D+$/.test(word)) return reading;
  return { ...reading, input: { ...reading.input, value: word.slice(0, 40) } };
}

/** What was read as no input that is given: of two numbers, or two choices, one was taken. */
function unclaimed(command: Command, { input }: Reading, spans: readonly Span[]): readonly Span[] {
  const uses = usedBy(command, input);
  const inputOf = (span: Span) => (span.kind === 'choice' ? span.input : span.kind);
  const isFirst = (span: Span, at: number) => spans.findIndex((other) => inputOf(other) === inputOf(span)) === at;
  return spans.filter((span, at) => !(uses.includes(span.kind) && isFirst(span, at)));
}

/** Something else that was read, and that the command has no use for. */
function leftOver(
  { name, spoken }: Command,
  wanted: readonly Command[],
  spans: readonly Span[],
  { reports }: Registry,
): boolean {
  const isReport = reports(name);
  const hasUrl = spans.some(({ kind }) => kind === 'url');
  const isPassing = (other: Command): boolean => {
    const { passing, besideReport } = other.spoken ?? {};
    if (spoken?.lets?.includes(other.name) || (isReport && besideReport)) return true;
    return passing === 'with an address' ? hasUrl : passing === true;
  };
  if (wanted.some((other) => other.name !== name && !isPassing(other))) return true;
  const left: readonly Span['kind'][] = isReport
    ? ['unknown-id']
    : ['stage', 'amount', 'fraction', 'choice', 'unknown-id', 'url'];
  return spans.some(({ kind }) => left.includes(kind));
}

/** A question, or a denial, is answered with what is on record. */
function retreat(reading: Reading, registry: Registry): Reading {
  const isAsked = reading.doubt === 'question' || reading.doubt === 'negation';
  const view = isAsked ? viewInstead(reading, registry) : undefined;
  if (view) return { ...view, notes: [] };
  return reading.doubt === 'question' ? lookedUp(reading, registry) : reading;
}

/** もう催促した? 誰が出席しますか: neither wants anything sent or answered. */
function lookedUp(reading: Reading, { find }: Registry): Reading {
  const command = find(find(reading.command)?.spoken?.asked ?? '');
  if (!command) return reading;
  const kept = inputsOf(command).filter(({ name }) => reading.input[name] !== undefined);
  return {
    command: command.name,
    input: Object.fromEntries(kept.map(({ name }) => [name, reading.input[name]])),
    notes: [],
  };
}
