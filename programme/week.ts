import type { z } from 'zod';
import { addDays, Day, dayOf, fiscalYearOf, instantOf, shortDate, weekdayOf } from './day.ts';

/** A reporting week, named by its Monday. */
export const Week = Day.refine((day) => weekdayOf(day) === 1, '週は月曜日の日付で指定してください');
export type Week = z.infer<typeof Week>;

/** Reports for a week are taken until the end of the following week; then the week is closed. */
const WEEKS_UNTIL_CLOSED = 2;

/** The week that holds this instant, Asia/Tokyo. */
export function weekOf(now: Date): Week {
  return weekOfDay(dayOf(now));
}

export function weekOfDay(day: Day): Week {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

export function addWeeks(week: Week, count: number): Week {
  return addDays(week, count * 7);
}

/** The instant from which only the secretariat may change the week's values. */
export function closesAt(week: Week): Date {
  return instantOf(addWeeks(week, WEEKS_UNTIL_CLOSED));
}

export function isClosed(week: Week, now: Date): boolean {
  return now >= closesAt(week);
}

/** What is said in a week that begins in one fiscal year and ends in the next belongs to the next. */
export function fiscalYearOfWeek(week: Week): number {
  return fiscalYearOf(addDays(week, 6));
}

/** 9/16(月)の週 */
export function weekName(week: Week): string {
  return `${shortDate(week)}の週`;
}
