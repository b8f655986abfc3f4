import { findKpi } from '../../../programme/catalogue.ts';
import { dayOf } from '../../../programme/day.ts';
import type { Command } from '../../command.ts';
import { inputsOf } from '../../inputs/fields.ts';
import type { TitledMeeting } from '../../inputs/meeting-titles.ts';
import type { Content, Doubt, Said } from '../../inputs/spoken.ts';
import type { Registry } from '../../registry.ts';
import type { TurnStart } from '../../turn.ts';
import { isOfNoMeeting, withMeetingTitle } from '../about/meeting-names.ts';
import { withNearName } from '../about/near-names.ts';
import { whereIn } from '../about/where.ts';
import { doubtOfBare } from '../doubt/bare.ts';
import { doubtIn } from '../doubt/doubt.ts';
import { isComplete, withoutDoubtful, wordForNumber } from '../doubt/incomplete.ts';
import { isLeftOver } from '../doubt/left-over.ts';
import { isOfPlan, isPlanned, withPlan } from '../doubt/planned.ts';
import { doubtOfDays, unusedIn } from '../doubt/unused.ts';
import type { NamedMunicipalities } from '../names/municipality-names.ts';
import { ownWords } from '../names/own-words.ts';
import { isStoodIn, type NamedPeople, peopleWords, STANDS_IN, substituteIn } from '../names/people.ts';
import { wordsOfReported } from '../names/reported-words.ts';
import { withChoices } from '../parts/choices.ts';
import { withDoneValue, withoutSaidTwice } from '../parts/done-value.ts';
import { fillFrom } from '../parts/fill.ts';
import { gapsIn, masked } from '../parts/masked.ts';
import { withKpiOfItem, withStageOfEach } from '../parts/named-together.ts';
import { isTold, pairsIn, withValues } from '../parts/pairs.ts';
import { type Reading, unknown, viewInstead } from '../parts/reading.ts';
import { withAside, withBehind } from '../parts/said-along.ts';
import type { Sentence } from '../parts/sentence.ts';
import type { Span } from '../parts/span.ts';
import { shownWithout, takenBackNote, unusedNote } from '../parts/texts.ts';
import { withoutTimesOfSeveral } from '../parts/times-of-several.ts';
import { unreadIn } from '../text/fluff.ts';
import { fold } from '../text/fold.ts';
import { withoutRequest } from '../text/polite-request.ts';
import { withDeed } from './called.ts';
import { saysChanged } from './changed.ts';
import { withCircumstances } from './circumstances.ts';
import { begunOf, reportOf } from './report.ts';
import { saidOf } from './said.ts';

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
  const today = dayOf(world.turn.now);
  const told = withCircumstances(toldIn(sentence), sentence.folded);
  const valued = withBehind(told, sentence, world.registry);
  const parts = withDeed(valued, sentence, world.registry, world.turn);
  const [first] = intentsOf(parts, world.registry);
  const known = { titles: world.titles, today };
  const beside = withMeetingTitle(first, withAside(first, parts, sentence), sentence, known);
  // 庁内会議のため欠席します: why, while nobody said from which meeting.
  const read = isOfNoMeeting(first, beside, sentence) ? withMeetingTitle(first, parts, sentence, known) : beside;
  const wanted = intentsOf(
    isPlanned(sentence, read, world.registry) ? read.filter((span) => !isOfPlan(span, world.registry)) : read,
    world.registry,
  );
  const spans = withChoices(wanted[0], read, sentence, today);
  const reading =
    wantedReading(wanted[0], spans, sentence, world) ??
    contentReading(spans, sentence, world) ??
    wantedReading(otherwiseIn(sentence, world.registry), spans, sentence, world);
  return (
    reading &&
    withTakenBack(
      withPlan(judged(reading, wanted, spans, sentence, world), { sentence, spans, registry: world.registry }),
      sentence.takenBack,
    )
  );
}

/** What is reported of what, however it is joined: of each of a list, of the item or of its KPI, once or twice. */
function toldIn(sentence: Sentence): readonly Span[] {
  const { folded } = sentence;
  const ways = [withoutSaidTwice, withDoneValue, withKpiOfItem, withStageOfEach];
  return ways.reduce((spans, way) => way(spans, folded), withValues(sentence));
}

/** What was put right in the same breath is said to be left out. */
export function withTakenBack(reading: Reading, takenBack: readonly string[]): Reading {
  if (takenBack.length === 0 || reading.unknown) return reading;
  return { ...reading, notes: [...reading.notes, takenBackNote(takenBack)] };
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
  const told = pairsIn(spans).filter(isTold);
  const isReported = told.length > 0 && (told.some(({ keys }) => keys.length > 0) || besideReport === true);
  if (isReported && !firm) return undefined;
  if (takesReport && told.length === 1) return { ...reportOf(told, spans, world), command: wanted.name };
  const command = about(wanted, spans, world.registry);
  const filled = fillFrom(command, spans, dayOf(world.turn.now));
  if (command.spoken?.read) return readByItself(command, filled, saidOf(command.name, sentence, spans), world);
  return { command: command.name, input: { ...filled, ...standIn(command, sentence, world.people) }, notes: [] };
}

/** What a command reads in its own way, and the item or the KPI that was named beside it; a question is looked up. */
function readByItself(
  { name, spoken }: Command,
  { kpi, item }: Readonly<Record<string, unknown>>,
  said: Said,
  { registry }: World,
): Reading {
  const { input = {}, doubt } = spoken?.read?.(said) ?? {};
  const named = { ...(kpi !== undefined && { kpi }), ...(item !== undefined && { item }) };
  const read = { command: name, input: { ...named, ...input }, doubt, notes: [] };
  return doubt === 'question' ? lookedUp(read, registry) : read;
}

/** 代理で佐藤が出ます: who, has to be said where nobody on the roster was. */
function standIn(command: Command, { folded }: Sentence, people: NamedPeople): Readonly<Record<string, unknown>> {
  if (!isStoodIn(folded)) return {};
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
function contentReading(spans: readonly Span[], { folded }: Sentence, world: World): Reading | undefined {
  const pairs = pairsIn(spans);
  const told = pairs.filter(isTold);
  if (told.length > 0) return reportOf(pairs, spans, world);
  const begun = pairs.find(({ isBegun }) => isBegun);
  if (begun) return begunOf(begun, world.registry);
  const named = namedIn(spans);
  const content = named === 'kpi' && saysChanged(folded) ? 'value' : named;
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
  const own = [
    ...ownWords(who),
    ...peopleWords(substituteIn(sentence.folded, people)),
    ...wordsOfReported(reading.input),
  ];
  const use = registry.reports(command.name) ? 'report' : 'ask';
  const plainly = plainlyFor[use];
  const gaps = gapsIn(sentence, spans).map(({ folded }) => folded);
  const unread = gaps.map((gap) => unreadIn(plainly(gap), use, own));
  const placed = placedIn(reading, command, { spans, unread, world });
  const unused = unusedIn(placed, sentence, spans, { who, registry });
  const isUnread = unread.join('') !== '';
  if (isUnread && unused.length > 0 && isStray(command, placed, wanted)) return unknown(registry);
  const isWrite = registry.writes(placed.command, placed.input);
  const told = { ...placed, notes: [...placed.notes, ...unused.map(isWrite ? unusedNote : shownWithout)] };
  if (!isWrite) return shownFor(told, command, plainly(masked(sentence, spans)), registry);
  const lost = doubtOfDays(command, placed.input, spans);
  if (command.spoken?.judge) {
    const { input, doubt } = command.spoken.judge(placed.input, saidOf(command.name, sentence, spans));
    return { ...placed, input, doubt: doubt ?? placed.doubt ?? lost };
  }
  const read = { reading: placed, wanted, spans, sentence, gaps };
  const left = isUnread
    ? 'unread'
    : (lost ?? leftIn(command, read, registry) ?? savedOrSpent(placed, sentence) ?? restOf(unused));
  const view = retreat({ ...told, doubt: doubtIn(plainly(masked(sentence, spans))) ?? placed.doubt ?? left }, registry);
  if (isComplete(command, view)) return view;
  return wordForNumber(withoutDoubtful(view, registry), wanted, unread, registry);
}

/** What else was read, or is made of a word that alone does something. */
function leftIn(
  command: Command,
  read: Parameters<typeof isLeftOver>[1] & Parameters<typeof doubtOfBare>[1],
  registry: Registry,
): Doubt | undefined {
  return isLeftOver(command, read, registry) ? 'unread' : doubtOfBare(command, read, registry);
}

/** A report in the form of a request may be none. */
const plainlyFor = { ask: withoutRequest, report: (said: string) => said } as const;

/** IT経費は300万円: what is spent, where the KPI is of what is saved. */
const savedOrSpent = ({ input: { kpi } }: Reading, { folded }: Sentence): Doubt | undefined =>
  (findKpi(String(kpi))?.name ?? '').includes('削減') && !/減|k\d/.test(folded) ? 'several' : undefined;

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

/** A question, or a denial, is answered with what is on record. */
function retreat(reading: Reading, registry: Registry): Reading {
  const isAsked = reading.doubt === 'question' || reading.doubt === 'negation';
  const view = isAsked ? viewInstead(reading, registry) : undefined;
  if (view) return { ...view, notes: [] };
  return reading.doubt === 'question' ? lookedUp(reading, registry) : reading;
}

/** もう催促した? would only be asked where to, and is no wish for it. */
function shownFor(reading: Reading, { spoken }: Command, said: string, registry: Registry): Reading {
  return spoken?.asked !== undefined && doubtIn(said) === 'question' ? lookedUp(reading, registry) : reading;
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
