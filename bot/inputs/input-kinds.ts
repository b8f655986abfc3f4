import type { Choice, Field } from '../../cards/card.ts';
import type { Among } from '../../cards/choose-municipality.ts';
import { findKpi, type Kpi } from '../../programme/catalogue.ts';
import { channelChoices, channelSaid } from '../../programme/channel.ts';
import { type Day, dayOf } from '../../programme/day.ts';
import type { InputMeta, Reads } from '../../programme/input-meta.ts';
import { stageChoices } from '../../programme/inputs.ts';
import { areaSaid } from '../../programme/municipality.ts';
import { timeChoices, weekdayChoices } from '../../programme/own-times/inputs.ts';
import { municipalitiesIn } from '../../storage/municipalities.ts';
import type { TurnStart } from '../turn.ts';
import { comparedDaySaid, comparedDaysSaid } from '../understand/amounts/compared-days.ts';
import { daySaid, daysSaid } from '../understand/amounts/days.ts';
import { amountSaid } from '../understand/amounts/numbers.ts';
import { timeSaid, timesSaid } from '../understand/amounts/times.ts';
import { itemYearSaid, yearSaid } from '../understand/amounts/years.ts';
import { municipalitySaid } from '../understand/names/municipality-names.ts';
import * as read from '../understand/parts/readers.ts';
import { weekSaid } from '../understand/parts/sentence.ts';
import type { Span } from '../understand/parts/span.ts';
import { alsoSaid } from './also-said.ts';
import { audienceChoices, invitedChoices, itemChoices, kpiChoices, stepChoices, valueChoices } from './choices.ts';
import { invitedSaid, isSomebody } from './invited.ts';
import { meetingTitles, type TitledMeeting } from './meeting-titles.ts';

/** What is known of the inputs beside it. */
type Given = Readonly<Record<string, unknown>>;

/** Everything there is to know of a kind of input; what it does not have it is not read or offered as. */
export type InputKind = {
  /** Reads one word that was typed with the command's own. */
  readonly word?: (word: string, today: Day, meta: InputMeta) => string | number | undefined;
  /** The same behind the input's own word, which leaves no doubt that one is meant. */
  readonly marked?: (word: string) => string | undefined;
  /** What is plainly meant as one and cannot be: kept as it was said, so that the person is told what can be. */
  readonly almost?: RegExp;
  /** Reads one word that says both of a pair: 14:00-15:30. */
  readonly both?: (word: string, today: Day) => readonly [string, string?] | undefined;
  /** Reads a part of a sentence; `second` of a pair such as a start and an end. */
  readonly part?: (span: Span, today: Day, second: boolean) => string | number | undefined;
  /** Parts of a sentence that are of use to it, whatever they say: a day of the week that is meant. */
  readonly uses?: readonly Span['kind'][];
  /** A word may name a municipality. */
  readonly town?: true;
  /** Reads a text that names some of whom there may be several, and is undefined where any of it means nothing. */
  several?(text: string, turn: TurnStart, marked?: boolean): Promise<string | undefined>;
  /** Whether a text is the name of somebody who may be one of them: it may have blanks in it. */
  isName?(text: string, turn: TurnStart): Promise<boolean>;
  /** What those are called that are known to the person, so that a sentence may name one. */
  titles?(turn: TurnStart): Promise<readonly TitledMeeting[]>;
  /** What a person can choose from; undefined where it is written freely. */
  choices?(turn: TurnStart, given: Given): readonly Choice[] | undefined | Promise<readonly Choice[]>;
  /** Which municipalities, and what beside them, it is one of. */
  among?(turn: TurnStart): Promise<Among>;
  /** How a form takes it where nothing can be chosen; as text when absent. */
  readonly field?: Extract<Field['type'], 'number' | 'date' | 'time'>;
  /** What a KPI calls it. */
  label?(kpi: Kpi): string | undefined;
  /** A form never has it: a card fills it in, or another question does. */
  readonly unasked?: true;
};

const WRITTEN_DAY = '(?:\\d{4}[年/.-])?\\d{1,2}(?:[/.-]\\d{1,2}|月(?:\\d{1,2}日?)?)';
/** 9/31, 13月, 2026-02-30, 9/31と10/31 */
const ALMOST_DAY = new RegExp(`^${WRITTEN_DAY}(?:(?:と|から|より|[-~〜])${WRITTEN_DAY}(?:まで)?)?$`);
const CLOCK = /^\d{1,2}(:\d{1,2}|時(\d{1,2}分|半)?)$/;
const timeIn: NonNullable<InputKind['part']> = (span, _today, second) =>
  span.kind === 'time' ? span.times[second ? 1 : 0] : undefined;

/** A kind of input is declared here, and nowhere else. */
export const inputKinds: Readonly<Record<Reads, InputKind>> = {
  // 軽井沢町, which takes no part: left out, it would be done for all, or for another one.
  municipality: { town: true, almost: /^[^\d\s]{1,8}[市区町村]$/, uses: ['town'], unasked: true },
  step: {
    word: read.stepSaid,
    part: (span) => (span.kind === 'step' ? span.step : undefined),
    uses: ['step'],
    choices: () => stepChoices,
  },
  item: { word: read.itemSaid, part: (span) => read.keyIn(span, 'item'), uses: ['step'], choices: () => itemChoices },
  kpi: {
    word: read.kpiSaid,
    part: (span) => read.keyIn(span, 'kpi'),
    choices: (turn, { municipality }) => kpiChoices(turn, municipality),
  },
  stage: { word: read.stageSaid, choices: () => stageChoices },
  amount: {
    word: read.numberSaid,
    marked: read.markedNumber,
    choices: (_turn, { kpi }) => valueChoices(kpi),
    field: 'number',
    label: ({ name, unit }) => `${name}（${unit}）`,
  },
  numerator: { field: 'number', label: ({ numerator }) => numerator },
  denominator: { field: 'number', label: ({ denominator }) => denominator },
  year: {
    // 去年 beside a value is no year that it is reported for.
    word: (word, today) => (word.endsWith('年') ? undefined : yearSaid(word, today)),
    part: (span) => (span.kind === 'year' ? span.year : undefined),
    uses: ['year'],
    unasked: true,
  },
  week: { word: read.isoDay, part: read.weekIn, uses: ['day', 'days'] },
  audience: { word: read.audienceSaid, town: true, uses: ['town'], among: audienceChoices },
  code: { word: (word) => word },
  topic: { word: (word) => word },
  url: { word: read.urlSaid, part: (span) => (span.kind === 'url' ? span.said : undefined) },
  day: {
    word: (word, today) => daySaid(word, today),
    // 来週 is a first day and a last one.
    both: (word, today) => daysSaid(word, today) ?? weekSaid(word, today),
    part: dayIn,
    field: 'date',
  },
  pastDay: { word: (word, today) => daySaid(word, today, 'behind'), part: read.pastDayIn, field: 'date' },
  comparedDay: {
    word: (word, today) => comparedDaySaid(word, today),
    almost: ALMOST_DAY,
    both: comparedDaysSaid,
    field: 'date',
  },
  time: { word: timeSaid, almost: CLOCK, both: timesSaid, part: timeIn, field: 'time' },
  place: { word: read.placeSaid },
  meeting: {
    word: read.meetingSaid,
    part: (span) => (span.kind === 'meeting' ? span.said : span.kind === 'day' ? span.day : undefined),
    uses: ['meeting'],
    titles: meetingTitles,
  },
  invited: { several: invitedSaid, isName: isSomebody, uses: ['town'], among: invitedChoices },
  repeat: { word: read.repeatSaid },
  weekday: {
    word: read.weekdaySaid,
    almost: /^([土日](曜日?)?|毎日)$/,
    part: read.weekdayIn,
    uses: ['day'],
    choices: () => weekdayChoices,
  },
  officeTime: { word: timeSaid, almost: CLOCK, part: timeIn, choices: () => timeChoices },
  channel: { word: channelSaid, choices: () => channelChoices },
  email: { word: read.emailSaid },
  // 小海 may be somebody's name where nothing says that it is a municipality; 小海町 is not.
  towns: {
    several: async (word, { store }, marked) =>
      marked || /[市区町村]$/.test(word) ? municipalitySaid(store, word) : undefined,
  },
  townCode: { word: read.townCodeSaid },
  area: { several: async (word, { store }) => areaSaid(word, await municipalitiesIn(store)) },
  choice: { word: choiceSaid, uses: ['choice'] },
  itemYear: {
    word: choiceSaid,
    several: async (word, { programme, now }) => itemYearSaid(word, programme.fiscalYear, dayOf(now)),
    uses: ['choice'],
  },
  number: {
    word: (word) => countSaid(word),
    part: (span) => (span.kind === 'amount' ? countSaid(span.said) : undefined),
    uses: ['amount'],
    field: 'number',
  },
  score: {
    word: (word) => scoreSaid(word),
    part: (span) => (span.kind === 'amount' ? scoreSaid(span.said) : undefined),
    uses: ['amount'],
    field: 'number',
  },
  text: {},
  hidden: { unasked: true },
};

function choiceSaid(word: string, today: Day, { choices, otherwise }: InputMeta): string | undefined {
  const all = choices?.map(({ value, label }) => ({ value, label: label.normalize('NFKC') })) ?? [];
  const [nearly, ...more] = all.filter(({ label }) => withoutEnding(label) === withoutEnding(word));
  return (
    all.find(({ label }) => [label, ...alsoSaid(label)].includes(word))?.value ??
    otherwise?.(word, today) ??
    (more.length === 0 ? nearly?.value : undefined)
  );
}

/** 検討中 for 検討, 申請済みです for 申請済: how it is written, and not which one it is. */
const withoutEnding = (said: string): string => said.replace(/(?:です)?$/u, '').replace(/(?:中|済み?)$/u, '');

/** 4%, 4名 are no score. */
const scoreSaid = (said: string): string | undefined => countSaid(said, '点');

/** However it is said; about so many, or a part of something, is no count. */
function countSaid(said: string, unit?: string): string | undefined {
  const amount = amountSaid(said, unit);
  return amount && !amount.approximate && amount.conversion === undefined ? String(amount.value) : undefined;
}

/** The days of a leave are two, those of everything else one. */
function dayIn(span: Span, _today: Day, second: boolean): Day | undefined {
  if (span.kind === 'days') return span.days[second ? 1 : 0];
  return span.kind === 'day' && !second ? span.day : undefined;
}

/** What a form calls an input: a KPI knows what its parts are called. */
export function labelFor({ title, reads }: { readonly title: string; readonly reads: Reads }, given: Given): string {
  const kpi = typeof given['kpi'] === 'string' ? findKpi(given['kpi']) : undefined;
  return (kpi && inputKinds[reads].label?.(kpi)) ?? title;
}
