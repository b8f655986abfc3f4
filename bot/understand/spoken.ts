import { asks, type CommandName } from '../../programme/asks.ts';
import { dayOf } from '../../programme/day.ts';
import type { Command, TurnStart } from '../command.ts';
import { inputsOf } from '../fields.ts';
import { type Doubt, doubtIn } from './doubt.ts';
import { fillFrom } from './fill.ts';
import { unreadIn } from './fluff.ts';
import { rankOf } from './intent-words.ts';
import { gapsIn, masked } from './masked.ts';
import { withNearName } from './near-names.ts';
import { ownWords } from './own-words.ts';
import { pairsIn, withValues } from './pairs.ts';
import { type People, peopleWords, STANDS_IN, substituteIn } from './people.ts';
import { type Reading, writes } from './reading.ts';
import { SLIP, withReason } from './reason.ts';
import { reportOf } from './report.ts';
import type { Sentence, Span } from './sentence.ts';
import { shownWithout, unusedNote } from './texts.ts';
import type { Towns } from './town-names.ts';
import { unusedIn } from './unused.ts';
import { whereIn } from './where.ts';

type World = {
  readonly commands: readonly Command[];
  readonly towns: Towns;
  readonly turn: TurnStart;
  readonly people: People;
};

/** What may stand in a report beside what is reported. */
const REPORTING: readonly CommandName[] = [
  'report-item',
  'report-kpi',
  'check-in',
  'show-kpis',
  'show-item',
  'register',
];
const REPORTS: readonly CommandName[] = ['report-item', 'report-kpi', 'check-in'];
/** Words that say what is wanted even where a value stands beside them. */
const FIRM: readonly CommandName[] = ['undo', 'carry-over', 'correct', 'show-history', 'help', 'chase'];

/** A sentence in its own words as something to do; undefined when there is nothing in it. */
export function spokenReading(sentence: Sentence, world: World): Reading | undefined {
  const spans = withValues(sentence);
  const wanted = intentsOf(isPlanned(sentence, spans) ? spans.filter((span) => !isMeetings(span)) : spans);
  const reading =
    wantedReading(wanted, spans, sentence, world) ??
    contentReading(spans, world) ??
    (sentence.folded.includes(STANDS_IN) ? wantedReading(['attend'], spans, sentence, world) : undefined);
  return reading && withPlan(judged(reading, wanted, spans, sentence, world), sentence, spans);
}

export const isMeetings = (span: Span): boolean => span.kind === 'intent' && span.command === 'show-meetings';

/** 予定 beside a stage, a fraction, an item or a KPI, or behind a verb, says when it will be so, and asks for no meetings. */
export function isPlanned({ folded }: Sentence, spans: readonly Span[]): boolean {
  const meetings = spans.filter(isMeetings);
  if (meetings.length === 0) return false;
  const isOnlyPlan = meetings.every(({ from, to }) => folded.slice(from, to) === '予定');
  const isOfWork = spans.some(({ kind }) => ['key', 'stage', 'fraction'].includes(kind));
  return isOnlyPlan && (isOfWork || /[うくすつぬむるぐぶ]予定/.test(folded));
}

/** What is only planned is answered with what is on record, and said to be no part of it. */
function withPlan(reading: Reading, sentence: Sentence, spans: readonly Span[]): Reading {
  if (!reading.command.startsWith('show-') || !isPlanned(sentence, spans)) return reading;
  return { ...reading, notes: [...reading.notes, '予定や見込みは記録していません。'] };
}

function intentsOf(spans: readonly Span[]): readonly CommandName[] {
  const all = spans.flatMap((span) => (span.kind === 'intent' ? [span.command] : []));
  return [...new Set(all)].toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** What is asked for in so many words, unless something is reported in the same sentence. */
function wantedReading(
  wanted: readonly CommandName[],
  spans: readonly Span[],
  sentence: Sentence,
  { turn, people }: World,
): Reading | undefined {
  const [first] = wanted;
  if (first === undefined) return undefined;
  if (first === 'help') return { command: 'help', input: {}, notes: [] };
  const told = pairsIn(spans).filter(({ values, stages }) => values.length + stages.length > 0);
  const isTold = told.length > 0 && (told.some(({ keys }) => keys.length > 0) || REPORTING.includes(first));
  if (isTold && !FIRM.includes(first)) return undefined;
  if (first === 'correct' && told.length === 1) return { ...reportOf(told, spans, turn), command: 'correct' };
  const command = about(first, spans);
  if (command === 'ask-help') return helpReading(sentence, spans);
  const input = { ...fillFrom(asks[command], spans, dayOf(turn.now)), ...standIn(command, sentence, people) };
  return { command, input, notes: [] };
}

/** 代理で佐藤が出ます */
function standIn(command: CommandName, { folded }: Sentence, people: People): Readonly<Record<string, unknown>> {
  const substitute = substituteIn(folded, people);
  const named = substitute === undefined ? {} : { substitute };
  if (command === 'take-leave') return named;
  const isAnswer = command === 'attend' || command === 'decline';
  // Somebody else comes; who, has to be said where nobody on the roster was.
  return isAnswer && folded.includes(STANDS_IN) ? { ...named, proxy: 'yes' } : {};
}

/** 状況 and 報告 of a KPI or an item are about that one. */
function about(command: CommandName, spans: readonly Span[]): CommandName {
  const keys = spans.flatMap((span) => (span.kind === 'key' ? span.keys : []));
  const isItem = keys.some(({ kind }) => kind === 'item');
  const isKpi = keys.some(({ kind }) => kind === 'kpi');
  if (command === 'report-item' && isKpi && !isItem) return 'report-kpi';
  if (['show-status', 'show-kpis', 'show-item'].includes(command) && keys.length > 0)
    return isItem ? 'show-item' : 'show-history';
  return command;
}

/** 相談したいことがあります, …について相談です: what it is about is still to be said. */
const ONLY_ASKS = /^(があ|した|ごと|ことが|たい)|(について|の件|に関して)$/;

function helpReading(sentence: Sentence, spans: readonly Span[]): Reading {
  // 予算 is an item's name elsewhere; here all that is said beside the word for help is the text.
  const heads = spans.filter((span) => span.kind === 'intent' && span.command === 'ask-help');
  const words = gapsIn(sentence, heads).map(({ folded }) => unreadIn(folded, 'ask', []));
  const isMore = words.some((word) => word.length > 5 && !ONLY_ASKS.test(word));
  return isMore
    ? { command: 'ask-help', input: { text: sentence.typed }, doubt: 'unread', notes: [] }
    : { command: 'ask-help', input: {}, notes: [] };
}

/** What is meant by content alone: 「K0-03 62」, 「S1-3」, 「小海町」. */
function contentReading(spans: readonly Span[], { turn }: World): Reading | undefined {
  const pairs = pairsIn(spans);
  const told = pairs.filter(({ values, stages }) => values.length + stages.length > 0);
  if (told.length > 0) return reportOf(pairs, spans, turn);
  const [named] = pairs;
  if (named) {
    const isItem = named.keys.some(({ kind }) => kind === 'item');
    const isProven = isItem && spans.some(({ kind }) => kind === 'url');
    const command = isProven ? 'report-item' : isItem ? 'show-item' : 'show-history';
    return { command, input: fillFrom(asks[command], spans, dayOf(turn.now)), notes: [] };
  }
  if (spans.some(({ kind }) => kind === 'town' || kind === 'step'))
    return { command: 'show-status', input: fillFrom(asks['show-status'], spans, dayOf(turn.now)), notes: [] };
  return undefined;
}

/** Adds where it is about, and whatever speaks against doing it at once. */
function judged(
  reading: Reading,
  wanted: readonly CommandName[],
  spans: readonly Span[],
  sentence: Sentence,
  world: World,
): Reading {
  const command = world.commands.find(({ name }) => name === reading.command);
  if (!command) return reading;
  const own = [...ownWords(world.turn.who), ...peopleWords(substituteIn(sentence.folded, world.people))];
  const use = REPORTS.includes(reading.command) ? 'report' : 'ask';
  const unread = gapsIn(sentence, spans).map(({ folded }) => unreadIn(folded, use, own));
  const placed = placedIn(reading, command, { spans, unread, world });
  const unused = unusedIn(placed, sentence, spans, world.turn.who);
  if (isStray(placed, wanted, unread, unused)) return { command: 'help', input: {}, unknown: true, notes: [] };
  const isWrite = writes(placed.command, placed.input);
  const told = { ...placed, notes: [...placed.notes, ...unused.map(isWrite ? unusedNote : shownWithout)] };
  if (!isWrite) return told;
  if (placed.command === 'correct') {
    const because = doubtIn(masked(sentence, spans).replace(SLIP, ''));
    return { ...withReason(placed, sentence, spans), doubt: because ?? placed.doubt };
  }
  const isUnread = unread.some((word) => word !== '') || leftOver(placed.command, wanted, spans);
  const left = isUnread ? 'unread' : restOf(unused);
  const view = retreat({ ...told, doubt: doubtIn(masked(sentence, spans)) ?? placed.doubt ?? left });
  return isComplete(command, view) ? view : wordForNumber(withoutDoubtful(view), wanted, unread);
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
  return withNearName({ ...reading, input, ...asking }, unread);
}

/** 来週伺います with somebody's name before it is said to somebody, and no answer to an invitation. */
const isStray = (
  { command, input }: Reading,
  wanted: readonly CommandName[],
  unread: readonly string[],
  unused: readonly string[],
): boolean =>
  command === 'attend' &&
  input['meeting'] === undefined &&
  !wanted.some((each) => ['show-meetings', 'decline'].includes(each)) &&
  unused.length > 0 &&
  unread.some((word) => word !== '');

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
function withoutDoubtful({ doubt, ...reading }: Reading): Reading {
  const isSaid = SAID_ANYWAY.includes(doubt) || !REPORTED.some((name) => reading.input[name] !== undefined);
  if (isSaid || !REPORTS.includes(reading.command)) return reading;
  const kept = Object.entries(reading.input).filter(([name]) => !REPORTED.includes(name));
  return { ...reading, input: Object.fromEntries(kept), notes: [...reading.notes, NOT_TAKEN] };
}

const NOT_TAKEN = '予定や打ち消しのように読めるため、段階や値は入れていません。今の内容を教えてください。';

/** A word nobody can read stands for the number that is missing, so that the person is told it is not one. */
function wordForNumber(reading: Reading, wanted: readonly CommandName[], unread: readonly string[]): Reading {
  const word = unread.find((each) => each !== '');
  const { value, numerator, kpi } = reading.input;
  const lacks = reading.command === 'report-kpi' && kpi !== undefined && value === undefined && numerator === undefined;
  if (!lacks || !wanted.includes('report-kpi') || word === undefined || !/^\D+$/.test(word)) return reading;
  return { ...reading, input: { ...reading.input, value: word.slice(0, 40) } };
}

/** Something else that was read, and that the command has no use for. */
function leftOver(command: CommandName, wanted: readonly CommandName[], spans: readonly Span[]): boolean {
  const isReport = REPORTS.includes(command);
  const others = wanted.filter((each) => each !== command && !(isReport && REPORTING.includes(each)));
  const hasUrl = spans.some(({ kind }) => kind === 'url');
  const rest = others.filter(
    (each) =>
      !PASSING.includes(each) && !(hasUrl && each === 'record-minutes') && !(command === 'undo' && each === 'correct'),
  );
  if (rest.length > 0) return true;
  if (isReport) return spans.some(({ kind }) => kind === 'unknown-id');
  return spans.some(
    ({ kind }) => ['stage', 'amount', 'fraction', 'unknown-id', 'url'].includes(kind) && command !== 'correct',
  );
}

/** Words that are often said along without being wanted: 報告を取消, 会議に出席. */
const PASSING: readonly CommandName[] = [
  'report-item',
  'show-meetings',
  'check-in',
  'who-am-i',
  'register',
  'show-kpis',
  'show-item',
];

/** A question, or a denial, is answered with what is on record. */
function retreat(reading: Reading): Reading {
  const { command, input, doubt } = reading;
  if (!isAsked(doubt)) return reading;
  const { municipality, item, kpi } = input;
  const place = municipality === undefined ? {} : { municipality };
  if (command === 'report-item' && item !== undefined)
    return { command: 'show-item', input: { ...place, item }, notes: [] };
  if (command === 'report-kpi' && kpi !== undefined)
    return { command: 'show-history', input: { ...place, kpi }, notes: [] };
  return doubt === 'question' ? lookedUp(reading) : reading;
}

const isAsked = (doubt: Doubt | undefined) => doubt === 'question' || doubt === 'negation';

/** もう催促した? 誰が出席しますか: neither wants anything sent or answered. */
function lookedUp(reading: Reading): Reading {
  const { command, input } = reading;
  if (command === 'chase') return { command: 'show-unreported', input: {}, notes: [] };
  if (command !== 'attend' && command !== 'decline') return reading;
  const { meeting } = input;
  return { command: 'show-meetings', input: meeting === undefined ? {} : { meeting }, notes: [] };
}
