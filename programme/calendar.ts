import holidayJp from '@holiday-jp/holiday_jp';
import { z } from 'zod';
import { addDays, Day, weekdayOf } from './day.ts';

/** A day on which an office is closed beyond the national rule; `whom` is `all` or a 団体コード. */
export const Closure = z.object({ day: Day, whom: z.string(), reason: z.string() });
export type Closure = z.infer<typeof Closure>;

/** Which days an office is open: 土日・祝日・12/29–1/3 are closed for everyone, plus the office's own closures. */
export type Calendar = { readonly isOpen: (day: Day) => boolean };

/** @param municipality without one, only closures that concern everybody count. */
export function calendarOf(closures: readonly Closure[], municipality?: string): Calendar {
  const own = new Set(closures.filter((c) => c.whom === 'all' || c.whom === municipality).map((c) => c.day));
  return { isOpen: (day) => !isNationallyClosed(day) && !own.has(day) };
}

/** The last day of which the national holidays are known. The table has none of later years, which says nothing of them. */
export const HOLIDAYS_KNOWN_UNTIL: Day = `${Object.keys(holidayJp.holidays).toSorted().at(-1)?.slice(0, 4)}-12-31`;

/** Weekends and holidays: 国民の祝日に関する法律. 12/29–1/3: 地方自治法第4条の2に基づく条例の例. */
export function isNationallyClosed(day: Day): boolean {
  const weekday = weekdayOf(day);
  const date = day.slice(5);
  return weekday === 0 || weekday === 6 || date >= '12-29' || date <= '01-03' || day in holidayJp.holidays;
}

/** Why everybody, or this office, is closed on a day; undefined when it is open. */
export function closedBecause(day: Day, closures: readonly Closure[], municipality?: string): string | undefined {
  const closure = closures.find((c) => c.day === day && (c.whom === 'all' || c.whom === municipality));
  if (!isNationallyClosed(day)) return closure?.reason;
  const holidays: Readonly<Record<string, { readonly name: string }>> = holidayJp.holidays;
  const holiday = holidays[day]?.name;
  if (holiday) return holiday;
  return day.slice(5) >= '12-29' || day.slice(5) <= '01-03' ? '年末年始' : '土日';
}

/** This day when open, else the next one that is. */
export function nextOpenDay(day: Day, calendar: Calendar): Day {
  return step(day, 1, calendar);
}

/** This day when open, else the last one before it that is. Deadlines move this way. */
export function previousOpenDay(day: Day, calendar: Calendar): Day {
  return step(day, -1, calendar);
}

/** The open day that lies `count` open days after (or, negative, before) this one. */
export function addOpenDays(day: Day, count: number, calendar: Calendar): Day {
  const direction = Math.sign(count);
  let found = day;
  for (let left = Math.abs(count); left > 0; left--) found = step(addDays(found, direction), direction, calendar);
  return found;
}

/** How many open days come after one day, up to and with the other. */
export function openDaysAfter(day: Day, until: Day, calendar: Calendar): number {
  let count = 0;
  for (let next = addDays(day, 1); next <= until; next = addDays(next, 1)) if (calendar.isOpen(next)) count++;
  return count;
}

function step(from: Day, direction: number, calendar: Calendar): Day {
  let day = from;
  for (let tries = 0; tries < 366; tries++) {
    if (calendar.isOpen(day)) return day;
    day = addDays(day, direction);
  }
  throw new RangeError(`no open day within a year of ${from}`);
}
