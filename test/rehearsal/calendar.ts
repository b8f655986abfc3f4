import { addDays, type Day, weekdayOf } from '../../programme/day.ts';

/** 国民の祝日 and the office's New Year of this year, written down a second time. */
const CLOSED: readonly Day[] = [
  ...['2024-09-16', '2024-09-22', '2024-09-23', '2024-10-14', '2024-11-03', '2024-11-04', '2024-11-23'],
  ...['2024-12-29', '2024-12-30', '2024-12-31', '2025-01-01', '2025-01-02', '2025-01-03', '2025-01-13'],
  ...['2025-02-11', '2025-02-23', '2025-02-24', '2025-03-20', '2025-04-29', '2025-05-03', '2025-05-04'],
  ...['2025-05-05', '2025-05-06'],
];
const closed = new Set(CLOSED);
const SATURDAY = 6;

/** Days on which one office alone is closed. */
type Own = readonly Day[];

export const isOpen = (day: Day, own: Own = []): boolean =>
  weekdayOf(day) !== 0 && weekdayOf(day) !== SATURDAY && !closed.has(day) && !own.includes(day);

export function openDay(day: Day, own: Own = []): Day {
  return isOpen(day, own) ? day : openDay(addDays(day, 1), own);
}

/** The day on which a week's card comes, if its week has an open day: Monday, or the next that is open. */
export function cardDay(monday: Day, own: Own = []): Day | undefined {
  const day = openDay(monday, own);
  return day < addDays(monday, 5) ? day : undefined;
}

export const daysBetween = (first: Day, last: Day): readonly Day[] =>
  first > last ? [] : [first, ...daysBetween(addDays(first, 1), last)];

/** The Mondays of the weeks whose card comes between two days. */
export const mondaysBetween = (first: Day, last: Day): readonly Day[] =>
  daysBetween(first, last).filter((day) => weekdayOf(day) === 1);
