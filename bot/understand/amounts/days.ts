import { isNationallyClosed } from '../../../programme/calendar.ts';
import { addDays, addMonths, Day, daysBetween, fiscalYearOf, weekdayOf } from '../../../programme/day.ts';
import { numeralOf } from './numerals.ts';

/** Meetings lie ahead and results behind; a day without a year or a month is the nearest on that side. */
export type Lean = 'ahead' | 'behind';

/** A day without a year that is further back than this means the coming year's. */
const DAYS_BACK = 90;
/** The day that is meant anyway. */
export const TODAY = /^(?:今日|本日|きょう)$/;
const NAMED: readonly (readonly [words: RegExp, away: number])[] = [
  [TODAY, 0],
  [/^(明日|あした|あす)$/, 1],
  [/^(明後日|あさって)$/, 2],
  [/^(明々後日|しあさって)$/, 3],
  [/^(昨日|きのう)$/, -1],
  [/^(一昨日|おととい)$/, -2],
];
const WEEKS: Readonly<Record<string, number>> = { 先週: -1, 今週: 0, 来週: 1, 再来週: 2 };
const MONTHS: Readonly<Record<string, number>> = { 先月: -1, 今月: 0, 来月: 1 };
/** The year before the first of an era. */
const ERAS: Readonly<Record<string, number>> = { 令: 2018, R: 2018, 平: 1988 };
const WEEKDAYS = '日月火水木金土';
const BRACKET = '(?:\\([日月火水木金土]曜?日?\\)|の?[日月火水木金土]曜日?)?';
const DATE = new RegExp(`^(?:(令和|令|R|平成)?(\\d{1,4}|元)[-/年.])?(\\d{1,2})[-/月.](\\d{1,2})日?${BRACKET}$`, 'i');
const KANJI = /[一二三四五六七八九十]+(?=[年月日週])/g;

/** Everything `daySaid` may read, as it stands in a sentence; a match need not be a day. */
export const DAY_WORDS = new RegExp(
  [
    `(?:(?:令和|令|平成|(?<![a-z])r)(?:\\d{1,2}|元|[一二三四五六七八九十]+)|\\d{4})[-/年.][\\d一二三四五六七八九十]{1,3}[-/月.][\\d一二三四五六七八九十]{1,3}日?${BRACKET}`,
    `(?<![\\d/.-])\\d{1,2}(?:月\\d{1,2}日|/\\d{1,2}(?![\\d/]|\\s*[人名課件回枚通])日?)${BRACKET}`,
    '[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日',
    '(?:先週|今週|来週|再来週|次|今度)の?(?:[月火水木金土日]曜日?)',
    '(?:先週|今週|来週|再来週)の?[月火水木金土日](?![月火水木金土日]?[\\p{Script=Han}])',
    '(?<!\\p{Script=Han})[月火水木金土日]曜日?',
    `(?:先月|今月|来月)の?\\d{1,2}日${BRACKET}`,
    '(?<![\\d/.])\\d{1,2}[火水木金](?:曜日?)?(?![\\p{Script=Han}])',
    '(?:[二三四五2345]?連休)明けの?(?:[月火水木金]曜日?)?',
    '(?:令和|令|(?<![a-z])r)\\d{1,2}年度末',
    '(?:先月|今月|来月)の?末日?|\\d{1,2}月末日?|(?<!\\p{Script=Han})月末|(?<!\\p{Script=Han})年末|年度末',
    '(?:来年|今年|本年)の?\\d{1,2}月\\d{1,2}日',
    '(?:\\d{1,2}|(?<!\\p{Script=Han})[一二三四五六七八九十])(?:日|週間)[後前]',
    '明々後日|しあさって|明後日|あさって|一昨日|おととい|今日|本日|きょう|明日|あした|(?<![ぁ-ん])あす(?=[はのにか、。\\s休おや]|$)|昨日|きのう',
    '(?<![\\d.])\\d{1,2}日(?![間後前目数])',
  ].join('|'),
  'giu',
);

/** 12/17, 令和8年12月17日, R8.12.17, 明日, 来週火曜, 月末, 17日 … */
export function daySaid(word: string, today: Day, lean: Lean = 'ahead'): Day | undefined {
  const day = dayIn(word, today, lean);
  const { short, long, bare } = DATED_WEEKDAY.exec(word)?.groups ?? {};
  const weekday = short ?? long ?? bare;
  return day !== undefined && weekday !== undefined && WEEKDAYS[weekdayOf(day)] !== weekday ? undefined : day;
}

/** 12/7(月), 来月4日の金曜日, 27金: a date that names its weekday, which has to be that one. */
const DATED_WEEKDAY =
  /\d日?(?:\((?<short>[日月火水木金土])曜?日?\)|の?(?<long>[日月火水木金土])曜日?|(?<bare>[火水木金]))$/;

function dayIn(word: string, today: Day, lean: Lean): Day | undefined {
  const plain = inDigits(word);
  return (
    named(plain, today) ??
    afterHolidays(word, today) ??
    inYear(plain, today) ??
    dated(plain, today) ??
    counted(plain, today) ??
    monthly(plain, today, lean) ??
    weekly(plain, today, lean)
  );
}

const inDigits = (word: string): string => word.replace(KANJI, (kanji) => String(numeralOf(kanji) ?? kanji));

/** 10/7-10/11, 10月7日から11日まで, 12/28～1/5, 明日から3日間: both days, the second one counted from the first. */
export function daysSaid(word: string, today: Day): readonly [from: Day, until: Day] | undefined {
  for (const { index, 0: sign } of word.matchAll(/[-~〜–―ー]|から|より/g)) {
    const from = daySaid(word.slice(0, index), today);
    const said = word.slice(index + sign.length);
    // 明日から2日: two days, or until the 2nd.
    if ((sign === 'から' || sign === 'より') && /^\d{1,2}日$/.test(said)) return undefined;
    const rest = said.replace(/まで$/, '');
    const until =
      from && (lasting(rest, from) ?? daySaid(rest, from) ?? daySaid(`${Number(from.slice(5, 7))}/${rest}`, from));
    if (from && until) return [from, until];
  }
  return undefined;
}

/** 3日間, 3日ほど from a day on: the day itself is the first of them. */
function lasting(said: string, from: Day): Day | undefined {
  const word = inDigits(said);
  const [found, count, unit] =
    /^(\d{1,2})(日|週)(?:間(?:ほど|くらい|ぐらい|程度)?|(?:ほど|くらい|ぐらい|程度))$/.exec(word) ?? [];
  const days = Number(count) * (unit === '日' ? 1 : 7);
  return found && days > 0 ? addDays(from, days - 1) : undefined;
}

function named(word: string, today: Day): Day | undefined {
  const away = NAMED.find(([words]) => words.test(word))?.[1];
  return away === undefined ? undefined : addDays(today, away);
}

/** 三連休明けの火曜: the first open day behind the next days off that a holiday makes so long; none where that is another weekday. */
function afterHolidays(word: string, today: Day): Day | undefined {
  const [found, long, weekday] = /^([二三四五2345]?)連休明けの?(?:([月火水木金])曜日?)?$/.exec(word) ?? [];
  if (found === undefined) return undefined;
  const length = long ? (numeralOf(long) ?? Number(long)) : SHORTEST_HOLIDAYS;
  const ahead = Array.from({ length: DAYS_TO_HOLIDAYS }, (_, count) => addDays(today, count));
  const isBehind = (day: Day) =>
    !isNationallyClosed(day) && Array.from({ length }, (_, back) => addDays(day, -1 - back)).every(isNationallyClosed);
  const day = ahead.find(isBehind);
  return day && (weekday === undefined || WEEKDAYS[weekdayOf(day)] === weekday) ? day : undefined;
}

/** A weekend is no 連休. */
const SHORTEST_HOLIDAYS = 3;
/** Longer ahead nobody speaks of 連休明け without a date. */
const DAYS_TO_HOLIDAYS = 45;

function dated(word: string, today: Day): Day | undefined {
  const [found, era, year, month = '', date = ''] = DATE.exec(word) ?? [];
  if (!found) return undefined;
  if (year === undefined) return /[-.]/.test(word) ? undefined : nearest(today, month, date);
  if (era === undefined && year.length < 4) return undefined;
  const before = era === undefined ? 0 : (ERAS[era.slice(0, 1).toUpperCase()] ?? 0);
  return valid(before + (year === '元' ? 1 : Number(year)), month, date);
}

/** 来年1月29日 */
function inYear(word: string, today: Day): Day | undefined {
  const [found, year, month = '', date = ''] = /^(来年|今年|本年)の?(\d{1,2})月(\d{1,2})日$/.exec(word) ?? [];
  return found ? valid(Number(today.slice(0, 4)) + (year === '来年' ? 1 : 0), month, date) : undefined;
}

function counted(word: string, today: Day): Day | undefined {
  const [found, count, unit, side] = /^(\d{1,2})(日|週間)([後前])$/.exec(word) ?? [];
  return found && addDays(today, Number(count) * (unit === '日' ? 1 : 7) * (side === '後' ? 1 : -1));
}

/** 年末, 年度末, 月末, 来月末, 9月末, 来月10日, 17日 */
function monthly(word: string, today: Day, lean: Lean): Day | undefined {
  const [, reiwa] = /^(?:令和|令|r)(\d{1,2})年度末$/i.exec(word) ?? [];
  if (reiwa !== undefined) return `${(ERAS['令'] ?? 0) + Number(reiwa) + 1}-03-31`;
  if (word === '年度末') return `${fiscalYearOf(today) + 1}-03-31`;
  if (word === '年末') return `${today.slice(0, 4)}-12-31`;
  return endOfMonth(word, today, lean) ?? dateOfMonth(word, today, lean);
}

function endOfMonth(word: string, today: Day, lean: Lean): Day | undefined {
  const [found, of = '今月'] = /^(先月|今月|来月|\d{1,2}月)?の?末日?$/.exec(word.replace(/^月末$/, '今月末')) ?? [];
  const first = found && (/^\d/.test(of) ? firstOf(Number.parseInt(of, 10), today, lean) : firstNear(of, today));
  return first ? addDays(addMonths(first, 1), -1) : undefined;
}

/** Without its month, a date is the nearest that way. */
function dateOfMonth(word: string, today: Day, lean: Lean): Day | undefined {
  const [found, of, date = ''] =
    new RegExp(`^(先月|今月|来月)?の?(\\d{1,2})(?:日${BRACKET}|[火水木金](?:曜日?)?)$`).exec(word) ?? [];
  if (!found) return undefined;
  const first = firstNear(of ?? '今月', today);
  const day = dateAfter(first, date);
  const isThatWay = day !== undefined && (lean === 'ahead' ? day >= today : day <= today);
  return of !== undefined || isThatWay ? day : dateAfter(addMonths(first, lean === 'ahead' ? 1 : -1), date);
}

const firstNear = (month: string, today: Day): Day => addMonths(`${today.slice(0, 7)}-01`, MONTHS[month] ?? 0);
const dateAfter = (first: Day, date: string): Day | undefined =>
  valid(Number(first.slice(0, 4)), first.slice(5, 7), date);

function firstOf(month: number, today: Day, lean: Lean): Day | undefined {
  if (month < 1 || month > 12) return undefined;
  const first = `${today.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
  if (lean === 'behind') return first <= today ? first : addMonths(first, -12);
  return first.slice(0, 7) >= today.slice(0, 7) ? first : addMonths(first, 12);
}

/** 金曜, 来週の火曜日; weeks begin on Monday. */
function weekly(word: string, today: Day, lean: Lean): Day | undefined {
  const [found, week, name = ''] = /^(先週|今週|来週|再来週|次|今度)?の?([日月火水木金土])(曜日?)?$/.exec(word) ?? [];
  if (!found || (week === undefined && !/曜/.test(word))) return undefined;
  const weekday = WEEKDAYS.indexOf(name);
  const away = WEEKS[week ?? ''];
  if (away !== undefined) return addDays(today, away * 7 + ((weekday + 6) % 7) - ((weekdayOf(today) + 6) % 7));
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (week !== undefined) return addDays(today, ahead === 0 ? 7 : ahead);
  return addDays(today, lean === 'ahead' || ahead === 0 ? ahead : ahead - 7);
}

function nearest(today: Day, month: string, date: string): Day | undefined {
  const year = Number(today.slice(0, 4));
  const day = valid(year, month, date);
  return day !== undefined && daysBetween(day, today) > DAYS_BACK ? valid(year + 1, month, date) : day;
}

function valid(year: number, month: string, date: string): Day | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return Day.safeParse(day).success ? day : undefined;
}
