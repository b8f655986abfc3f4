import { catalogue, findItem, findKpi } from '../../../programme/catalogue.ts';
import type { Day } from '../../../programme/day.ts';
import { stageChoices } from '../../../programme/inputs.ts';
import { stateNames } from '../../../programme/provenance.ts';
import { weekOfDay } from '../../../programme/week.ts';
import { daySaid } from '../amounts/days.ts';
import { amountSaid } from '../amounts/numbers.ts';
import type { Key } from '../names/catalogue-names.ts';
import type { Span } from './span.ts';

/** Only % and counters without a scale are dropped: 3千件 or 90分 stays as typed, and the value is asked for again. */
const AMOUNT = /^-?[\d,]+(\.\d+)?(?=(%|件|回|人|点|業務|種別|団体|日)?$)/;

/** Words for stages: the catalogue's own, with and without their percentage, and either half of 「決定・導入済」. */
const stages = new Map(
  stageChoices.flatMap(({ value, label }) => {
    const name = label.replace(/（.*）$/, '');
    return [label, name, ...name.split('・')].map((word) => [word, value] as const);
  }),
).set(stateNames.confirmedNone, 'confirmedNone');

const audiences = new Map([
  ['県', 'prefecture'],
  ['事務局', 'secretariat'],
  ...['支援対象', '支援対象市町村', '支援対象の市町村', '支援対象の全市町村'].map(
    (word) => [word, 'supported'] as const,
  ),
  ...['全市町村', '県内全市町村', '県内の全市町村', '県内市町村'].map((word) => [word, 'all'] as const),
  ['解除', 'none'],
]);
/** 77市町村: those of the prefecture, by their number. */
const ALL_BY_NUMBER = /^(県内|県内の|全)?\d{2,3}(の)?市町村$/;

const weekdays = '月火水木金';

/** 役場、県庁 西庁舎、301会議室、オンライン … */
const PLACE = /(室|庁|庁舎|館|ホール|役場|センター|オンライン|Teams|Zoom|Webex)$/i;
/** 第4回、12/17、12月17日、今日 … (の会議), or an id from a card. */
const MEETING =
  /^(meeting-\S+|第?\d+回目?|(\d{4}[-/年])?\d{1,2}[-/月]\d{1,2}日?(\(.\))?|今日|本日|明日|明後日|\d{1,2}日|[今来]週の?[月火水木金]曜日?)$/;

/** Each reads one word as an input of its kind; undefined when it is not one. */
export const stepSaid = (word: string): string | undefined => {
  const digit = /^(?:ステップ|STEP)?([0-3])$/i.exec(word)?.[1];
  return digit && catalogue.steps.find(({ order }) => order === Number(digit))?.id;
};
export const itemSaid = (word: string): string | undefined => knownId(word, findItem, catalogue.items);
export const kpiSaid = (word: string): string | undefined => knownId(word, findKpi, catalogue.kpis);
export const stageSaid = (word: string): string | undefined =>
  stages.get(word) ?? stages.get(word.replace('(', '（').replace(')', '）'));
export const numberSaid = (word: string): string | undefined =>
  AMOUNT.exec(word)?.[0] ?? (word === '有' ? '1' : word === '無' ? '0' : undefined);
/** 目標 九割 is 90%, 目標 九十 is 90; 目標 12/20 is no date, and stays as it was said. */
export function markedNumber(word: string): string | undefined {
  if (/^[\d,.]+\/[\d,.]+$/.test(word)) return word;
  const { value, approximate } = (/^[\d,.]*%?$/.test(word) ? undefined : amountSaid(word)) ?? {};
  return value === undefined || approximate ? undefined : `${value}${/割/.test(word) ? '%' : ''}`;
}
export const isoDay = (word: string): string | undefined => (/^\d{4}-\d\d-\d\d$/.test(word) ? word : undefined);
export const urlSaid = (word: string): string | undefined => (/^https?:\/\/\S+$/.test(word) ? word : undefined);
export const emailSaid = (word: string): string | undefined => (/^[^\s@]+@[^\s@]+$/.test(word) ? word : undefined);
export const townCodeSaid = (word: string): string | undefined => (/^\d{6}$/.test(word) ? word : undefined);
export const audienceSaid = (word: string): string | undefined =>
  ALL_BY_NUMBER.test(word) ? 'all' : audiences.get(word);
export const placeSaid = (word: string): string | undefined => (PLACE.test(word) ? word : undefined);
export const meetingSaid = (placed: string, today: Day): string | undefined => {
  const word = placed.replace(/の?(会議|打合せ|打ち合わせ)$/, '');
  return MEETING.test(word) ? (/回/.test(word) ? word : (daySaid(word, today) ?? word)) : undefined;
};
export const repeatSaid = (word: string): string | undefined =>
  /^(毎月|月例|月1回)$/.test(word) ? 'monthly' : undefined;
export const weekdaySaid = (word: string): string | undefined => {
  const day = /^([月火水木金])(曜日?)?$/.exec(word)?.[1];
  return day && String(weekdays.indexOf(day) + 1);
};

/** The Monday of the week that is meant, results lying behind; none for this week, which is meant anyway. */
export function weekIn(span: Span, today: Day): Day | undefined {
  const said = span.kind === 'days' ? span.days[0] : span.kind === 'day' ? pastDay(span, today) : undefined;
  const week = said && weekOfDay(said);
  return week === weekOfDay(today) ? undefined : week;
}

const pastDay = ({ said, day }: { readonly said: string; readonly day: Day }, today: Day): Day =>
  day > today ? (daySaid(said, today, 'behind') ?? day) : day;

/** A day that lies behind: 10/3 said in November is that of this year. */
export const pastDayIn = (span: Span, today: Day): Day | undefined =>
  span.kind === 'day' ? pastDay(span, today) : undefined;

/** A day on which offices are closed stays as it was said, so that the person is told so. */
export function weekdayIn(span: Span): string | undefined {
  const name = span.kind === 'day' ? /^([月火水木金土日])曜?日?$/.exec(span.said)?.[1] : undefined;
  if (span.kind !== 'day' || name === undefined) return undefined;
  const at = weekdays.indexOf(name);
  return at < 0 ? span.said : String(at + 1);
}

/** An item or a KPI, where only one is meant. */
export function keyIn(span: Span, kind: Key['kind']): string | undefined {
  if (span.kind !== 'key') return undefined;
  const [first, ...others] = span.keys.filter((key) => key.kind === kind);
  return others.length === 0 ? first?.id : undefined;
}

function knownId(
  word: string,
  find: (id: string) => { readonly id: string } | undefined,
  all: readonly { readonly id: string; readonly name: string; readonly short?: string }[],
): string | undefined {
  const id = word.toUpperCase();
  return find(id)?.id ?? all.find(({ name, short }) => [name, short].some((n) => n?.normalize('NFKC') === word))?.id;
}
