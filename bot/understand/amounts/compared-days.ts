import { addDays, addMonths, type Day, fiscalYearOf } from '../../../programme/day.ts';
import { weekOfDay } from '../../../programme/week.ts';
import { daySaid } from './days.ts';
import { numeralOf } from './numerals.ts';

/** Months and days of long ago, counted back from today to the same date. */
const AGO: readonly (readonly [RegExp, (today: Day) => Day])[] = [
  [/^(?:先月|前月)(?:の?今日|の?同じ日)?$/, (today) => addMonths(today, -1)],
  [/^先々月$/, (today) => addMonths(today, -2)],
  // Of a week what is different since the end of the last one.
  [/^今週$/, (today) => addDays(weekOfDay(today), -1)],
  [/^(?:先週|前週)$/, (today) => addDays(today, -7)],
  [/^先々週$/, (today) => addDays(today, -14)],
  [/^(?:去年|昨年|前年)(?:の?今日|の?同じ日|の?今頃)?$/, (today) => addMonths(today, -12)],
  [/^半年前$/, (today) => addMonths(today, -6)],
  [/^(?:今|現在|いま)$/, (today) => today],
  [/^今年度$|^(?:今年度|年度)(?:の?(?:初め|始め|はじめ|頭|当初))$/, (today) => `${fiscalYearOf(today)}-04-01`],
];
const MONTHS_AGO = /^(\d{1,2})[かヶケカ箇]月前$/;
const BEFORE_REIWA = 2018;
const KANJI = /[一二三四五六七八九十]+(?=[年月日週かヶケカ箇])/g;
const YEAR = '(?:(?:(?:令和|令|r)(?<era>\\d{1,2}|元)|(?<year>\\d{4}))[年./-]|(?<away>一昨年|[去昨前]年|今年)の?)';
const MONTH = new RegExp(`^${YEAR}?の?(?<month>\\d{1,2}|今|先|先々)月(?:の?(?:初め|始め|はじめ|頭|初日))?$`, 'iu');
/** A month and a date without its year. */
const DATE = /^(\d{1,2})[/月](\d{1,2})日?(?:\([日月火水木金土]曜?日?\))?$/;
const OF_YEAR = /^(一昨年|[去昨前]年|今年)の?(.+)$/u;

/** Which of its days is meant where a month is said. */
type Side = 'first' | 'last';

/**
 * A day that records are looked at of, which lies behind: 4/1 said in November is that of this year, 12/1 that of the
 * last one. 9月 is a day too.
 */
export function comparedDaySaid(word: string, today: Day, side: Side = 'first'): Day | undefined {
  const plain = plainOf(word);
  const ago = AGO.find(([pattern]) => pattern.test(plain));
  if (ago) return ago[1](today);
  const months = Number(MONTHS_AGO.exec(plain)?.[1]);
  if (months > 0) return addMonths(today, -months);
  return (
    monthSaid(plain, today, side) ?? dated(plain, today) ?? inYear(plain, today) ?? daySaid(plain, today, 'behind')
  );
}

const plainOf = (word: string): string =>
  word
    .normalize('NFKC')
    .replace(KANJI, (kanji) => String(numeralOf(kanji) ?? kanji))
    .replace(/(?<=.)(?:時点|現在|の(?:状況|記録|時点))$/u, '');

/** 9月, 令和7年9月, 去年の9月: its first day, or its last one, and no later than today. */
function monthSaid(word: string, today: Day, side: Side): Day | undefined {
  const groups = MONTH.exec(word)?.groups;
  if (!groups) return undefined;
  const { era, year, away, month = '' } = groups;
  const first = /^\d/.test(month)
    ? firstOf(Number(month), today, yearOf({ era, year, away }, today))
    : addMonths(`${today.slice(0, 7)}-01`, month === '今' ? 0 : month === '先' ? -1 : -2);
  if (first === undefined || side === 'first') return first;
  const last = addDays(addMonths(first, 1), -1);
  return first <= today && last > today ? today : last;
}

type YearWords = Readonly<Record<'era' | 'year' | 'away', string | undefined>>;

/** The calendar year that is said. */
function yearOf({ era, year, away }: YearWords, today: Day): number | undefined {
  if (era !== undefined) return BEFORE_REIWA + (era === '元' ? 1 : Number(era));
  if (year !== undefined) return Number(year);
  if (away === undefined) return undefined;
  return Number(today.slice(0, 4)) - (away === '今年' ? 0 : away === '一昨年' ? 2 : 1);
}

function firstOf(month: number, today: Day, year: number | undefined): Day | undefined {
  if (month < 1 || month > 12) return undefined;
  const of = (each: number): Day => `${each}-${String(month).padStart(2, '0')}-01`;
  if (year !== undefined) return of(year);
  const thisYear = Number(today.slice(0, 4));
  return of(thisYear) <= today ? of(thisYear) : of(thisYear - 1);
}

/** 10/3 and 10月3日: of this year where it has been, and of the last one where it has not. */
function dated(word: string, today: Day): Day | undefined {
  if (!DATE.test(word)) return undefined;
  const year = Number(today.slice(0, 4));
  return [year, year - 1].map((each) => inThe(each, word)).find((day) => day !== undefined && day <= today);
}

function inThe(year: number, word: string): Day | undefined {
  const [, month, date] = DATE.exec(word) ?? [];
  return month === undefined ? undefined : daySaid(`${year}/${month}/${date}`, `${year}-01-01`);
}

/** 去年の9月1日 */
function inYear(word: string, today: Day): Day | undefined {
  const [, away, date = ''] = OF_YEAR.exec(word) ?? [];
  const year = yearOf({ era: undefined, year: undefined, away }, today);
  return year === undefined ? undefined : inThe(year, date);
}

const BETWEEN = /から|より|[~〜–―ー]|と|・|→|-(?!\d{1,2}(?:$|日))|(?<=\d{1,2}\/\d{1,2})-/gu;

/**
 * 9/1と10/1, 9月から11月まで, 2026-09-01〜2026-10-01: two days. The second one goes by the first where it says less:
 * 令和7年9月1日と10月1日, 9/1〜15. Of a span that is said to its end, まで, a month is its last day.
 */
export function comparedDaysSaid(word: string, today: Day): readonly [from: Day, until: Day] | undefined {
  const plain = word.normalize('NFKC');
  for (const { index, 0: sign } of plain.matchAll(BETWEEN)) {
    const before = plain.slice(0, index);
    const from = comparedDaySaid(before, today);
    const rest = plain.slice(index + sign.length);
    const side: Side = sign === 'と' || sign === '・' ? 'first' : 'last';
    const until = from && secondSaid(rest.replace(/(?:まで|と)$/, ''), { before, from, today, side });
    if (from && until) return [from, until];
  }
  return undefined;
}

type First = { readonly before: string; readonly from: Day; readonly today: Day; readonly side: Side };

function secondSaid(rest: string, { before, from, today, side }: First): Day | undefined {
  const bare = /^(\d{1,2})日?$/.exec(rest)?.[1];
  if (bare) return daySaid(`${from.slice(0, 4)}/${from.slice(5, 7)}/${bare}`, from);
  const saysYear = /\d{4}|令|r\d|年/iu.test(plainOf(before));
  // 10月1日 behind 令和7年9月1日 is of 令和7年; 1/15 behind 令和7年12月1日 of the year after it.
  const of = saysYear && (DATE.test(rest) || /^\d{1,2}月$/.test(rest)) ? addDays(addMonths(from, 12), -1) : today;
  return comparedDaySaid(rest, of, side);
}
