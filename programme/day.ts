import { UTCDate } from '@date-fns/utc';
import { addMonths as addMonthsTo } from 'date-fns';
import { z } from 'zod';

/** A calendar day in Asia/Tokyo, `YYYY-MM-DD`. Days compare as strings. */
export const Day = z.iso.date('日付は 2024-10-03 の形で入力してください');
export type Day = z.infer<typeof Day>;

/** Japan Standard Time has been UTC+9 without daylight saving since 1952, so a fixed shift is exact. */
const JST = 9 * 60 * 60 * 1000;
const DAY_MS = 86_400_000;
const MIDNIGHT = '00:00';
/** 1970-01-01 was a Thursday. */
const WEEKDAY_OF_FIRST = 4;
const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'] as const;
const FIRST_DAY_OF_REIWA = '2019-05-01';

/** The day it is in Japan at this instant. */
export function dayOf(now: Date): Day {
  return dayNumbered(Math.floor((now.getTime() + JST) / DAY_MS));
}

/** The wall-clock time in Japan at this instant, `HH:MM`. */
export function timeOf(now: Date): string {
  return new Date(now.getTime() + JST).toISOString().slice(11, 16);
}

/** The instant at which a wall clock in Japan shows this day and `HH:MM`. */
export function instantOf(day: Day, time = MIDNIGHT): Date {
  return time === MIDNIGHT ? new Date(numberOf(day) * DAY_MS - JST) : new Date(`${day}T${time}:00+09:00`);
}

export function addDays(day: Day, count: number): Day {
  return dayNumbered(numberOf(day) + count);
}

/** The same date in another month; where that month is shorter, its last day. */
export function addMonths(day: Day, count: number): Day {
  return format(addMonthsTo(new UTCDate(day), count));
}

/** 0 is Sunday. */
export function weekdayOf(day: Day): number {
  return (((numberOf(day) + WEEKDAY_OF_FIRST) % 7) + 7) % 7;
}

/** 日, 月 … of a number, 0 being Sunday. */
export function weekdayCalled(weekday: number): string {
  return WEEKDAYS[weekday] ?? '';
}

/** Of two days the one that comes later. */
export const laterDay = (a: Day, b: Day): Day => [a, b].toSorted()[1] ?? a;

export function daysBetween(from: Day, until: Day): number {
  return numberOf(until) - numberOf(from);
}

/** The Japanese fiscal year starts in April; the number is the calendar year it starts in. */
export function fiscalYearOf(day: Day): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) < '04-01' ? year - 1 : year;
}

/** 令和6年9月20日（金） */
export function fullDate(day: Day): string {
  const [year, month, date] = parts(day);
  return `${eraYear(year, day)}年${month}月${date}日（${weekdayName(day)}）`;
}

/** 9/20(金) */
export function shortDate(day: Day): string {
  const [, month, date] = parts(day);
  return `${month}/${date}(${weekdayName(day)})`;
}

/** 9/20(金) 15:04, for when the minute matters. */
export function shortMoment(at: Date): string {
  return `${shortDate(dayOf(at))} ${timeOf(at)}`;
}

/** 令和6年度; the first one is 令和元年度. Earlier ones go by the calendar year, like earlier days. */
export function fiscalYearName(year: number): string {
  if (year < 2019) return `${year}年度`;
  return `令和${year === 2019 ? '元' : year - 2018}年度`;
}

function weekdayName(day: Day): string {
  return weekdayCalled(weekdayOf(day));
}

function eraYear(year: number, day: Day): string {
  if (day < FIRST_DAY_OF_REIWA) return String(year);
  return `令和${year === 2019 ? '元' : year - 2018}`;
}

function parts(day: Day): [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** So many days are remembered by their numbers, which planning asks for by the thousand. Beyond them all are forgotten. */
const REMEMBERED = 10_000;
const numbers = new Map<Day, number>();
const days = new Map<number, Day>();

/** Days since 1970-01-01. */
function numberOf(day: Day): number {
  const known = numbers.get(day);
  if (known !== undefined) return known;
  const number = Math.floor(Date.parse(day) / DAY_MS);
  if (numbers.size >= REMEMBERED) numbers.clear();
  numbers.set(day, number);
  return number;
}

function dayNumbered(number: number): Day {
  const known = days.get(number);
  if (known !== undefined) return known;
  const day = format(new Date(number * DAY_MS));
  if (days.size >= REMEMBERED) days.clear();
  days.set(number, day);
  return day;
}

function format(date: Date): Day {
  return date.toISOString().slice(0, 10);
}
