import { catalogue, findItem, findKpi } from '../../programme/catalogue.ts';
import { channelSaid } from '../../programme/channel.ts';
import type { Day } from '../../programme/day.ts';
import { type Reads, stageChoices } from '../../programme/inputs.ts';
import { stateNames } from '../../programme/provenance.ts';
import { daySaid } from './days.ts';
import { timeSaid } from './times.ts';

/** Reads one word as an input of its kind, on a certain day; undefined when it is not one. */
type Reader = (word: string, today: Day) => string | undefined;

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
  ['解除', 'none'],
]);

const invited = new Map([
  ['全市町村', 'all'],
  ['全員', 'all'],
  ['県', 'prefecture'],
  ['事務局', 'secretariat'],
]);

const weekdays = '月火水木金';

/** 役場、県庁 西庁舎、301会議室、オンライン … */
const PLACE = /(室|庁|庁舎|館|ホール|役場|センター|オンライン|Teams|Zoom|Webex)$/i;
/** 第4回、12/17、12月17日、今日 … or an id from a card. */
const MEETING =
  /^(meeting-\S+|第?\d+回目?|(\d{4}[-/年])?\d{1,2}[-/月]\d{1,2}日?(\(.\))?|今日|本日|明日|明後日|\d{1,2}日|[今来]週の?[月火水木金]曜日?)$/;

/** A reader per kind of input that a single word can be read as without knowing the programme's records. */
export const readers: Readonly<Partial<Record<Reads, Reader>>> = {
  step: (word) => {
    const digit = /^(?:ステップ|STEP)?([0-3])$/i.exec(word)?.[1];
    return digit && catalogue.steps.find(({ order }) => order === Number(digit))?.id;
  },
  item: (word) => knownId(word, findItem, catalogue.items),
  kpi: (word) => knownId(word, findKpi, catalogue.kpis),
  stage: (word) => stages.get(word) ?? stages.get(word.replace('(', '（').replace(')', '）')),
  amount: (word) => AMOUNT.exec(word)?.[0] ?? (word === '有' ? '1' : word === '無' ? '0' : undefined),
  week: (word) => (/^\d{4}-\d\d-\d\d$/.test(word) ? word : undefined),
  url: (word) => (/^https?:\/\/\S+$/.test(word) ? word : undefined),
  audience: (word) => audiences.get(word),
  day: daySaid,
  time: timeSaid,
  place: (word) => (PLACE.test(word) ? word : undefined),
  meeting: (word, today) =>
    MEETING.test(word) ? (/回/.test(word) ? word : (daySaid(word, today) ?? word)) : undefined,
  invited: (word) => invited.get(word),
  repeat: (word) => (/^(毎月|月例|月1回)$/.test(word) ? 'monthly' : undefined),
  weekday: (word) => {
    const day = /^([月火水木金])(曜日?)?$/.exec(word)?.[1];
    return day && String(weekdays.indexOf(day) + 1);
  },
  officeTime: timeSaid,
  channel: channelSaid,
  code: (word) => word,
  topic: (word) => word,
};

/** What is plainly meant as an input of its kind and cannot be one. */
export const almost: Readonly<Partial<Record<Reads, RegExp>>> = {
  weekday: /^([土日](曜日?)?|毎日)$/,
  officeTime: /^\d{1,2}(:\d{1,2}|時(\d{1,2}分|半)?)$/,
  time: /^\d{1,2}(:\d{1,2}|時(\d{1,2}分|半)?)$/,
};

function knownId(
  word: string,
  find: (id: string) => { readonly id: string } | undefined,
  all: readonly { readonly id: string; readonly name: string; readonly short?: string }[],
): string | undefined {
  const id = word.toUpperCase();
  return find(id)?.id ?? all.find(({ name, short }) => [name, short].some((n) => n?.normalize('NFKC') === word))?.id;
}
