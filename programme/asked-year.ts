import { type Day, dayOf, fiscalYearName } from './day.ts';
import { closedYear, type Programme, settingsOf, yearsOf } from './programme.ts';
import { Refusal } from './refusal.ts';
import { fiscalYearOfWeek, Week, weekOf, weekOfDay } from './week.ts';

/**
 * The fiscal year that somebody asks about: named, or that of the week where it is one the programme has closed.
 * Undefined for the one in force, which is meant anyway.
 */
export function askedYear(
  { year, week }: { readonly year?: unknown; readonly week?: unknown },
  programme: Programme,
): number | undefined {
  if (year !== undefined) return Number(year);
  const known = Week.safeParse(week);
  const of = known.success ? fiscalYearOfWeek(known.data) : programme.fiscalYear;
  return closedYear(programme, of)?.fiscalYear;
}

/**
 * The programme as it is in one of its years: what is read and written by it then is that year's.
 * @throws Refusal `unknown-year` for a year it does not have
 */
export function programmeOfYear(programme: Programme, year: number | undefined): Programme {
  if (year === undefined || year === programme.fiscalYear) return programme;
  const settings = settingsOf(programme, year);
  // What was not set for that year is not lent by this one.
  const { closed = [], layout, restored } = programme;
  if (settings) return { ...settings, closed, ...(layout !== undefined && { layout }), ...(restored && { restored }) };
  const known = yearsOf(programme).map(fiscalYearName);
  throw Refusal.because('unknown-year', { year: Number.isInteger(year) ? fiscalYearName(year) : 'その年度', known });
}

/** The year of this programme where that is over; undefined for the one in force. */
export function yearOver(programme: Programme): number | undefined {
  return closedYear(programme, programme.fiscalYear)?.fiscalYear;
}

/** The day as of which a year is shown: today, or the last one of a year that is over. */
export function shownDay(programme: Programme, now: Date): Day {
  const over = yearOver(programme);
  const [today, last] = [dayOf(now), `${programme.fiscalYear + 1}-03-31`];
  return over !== undefined && today > last ? last : today;
}

/** The week that is meant where none is said: this one; in a year that is over none after its last one. */
export function currentWeek(programme: Programme, now: Date): Week {
  const [week, last] = [weekOf(now), weekOfDay(programme.end)];
  return yearOver(programme) !== undefined && last < week ? last : week;
}

/**
 * A year that is over takes what is reported late, or taken back, until 出納整理 ends.
 * @throws Refusal `year-over`
 */
export function refuseOver(programme: Programme, now: Date, year: number = programme.fiscalYear): void {
  const closed = closedYear(programme, year);
  if (!closed || dayOf(now) <= closed.lateUntil) return;
  throw Refusal.because('year-over', { year: fiscalYearName(closed.fiscalYear), until: closed.lateUntil });
}

/** The last week of a year that is over stays open for what is reported late. */
export function isLateWeek(programme: Programme, week: Week): boolean {
  return yearOver(programme) !== undefined && week === weekOfDay(programme.end);
}
