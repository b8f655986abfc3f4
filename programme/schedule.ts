import { type Calendar, nextOpenDay, previousOpenDay } from './calendar.ts';
import { addDays, addMonths, type Day, dayOf, instantOf, timeOf } from './day.ts';
import type { Preference } from './member.ts';
import type { WeeklySlot } from './programme.ts';
import { weekOfDay } from './week.ts';

/**
 * What happens to a moment on a closed day or out of hours. `next-open`: the next open day of its period; where there is
 * none, the last one before it; in a period without any open day it is left out, because the next period asks anew.
 * `previous-open`: the last open day, however far back. `as-is`: exactly then, whatever the calendar says.
 */
export type Rule = 'next-open' | 'previous-open' | 'as-is';

/** The span in which a schedule comes round once. What is sent is named after it. */
export type Every = 'day' | 'week' | 'month';

export type Schedule = {
  /** A cron pattern, Asia/Tokyo. */
  readonly pattern: string;
  readonly every: Every;
  readonly rule: Rule;
};

export type Period = { readonly start: Date; readonly end: Date };

/** A period has the moment it starts at; the one it ends at is the next one's. */
export function fallsIn({ start, end }: Period, at: string | Date): boolean {
  const moment = new Date(at);
  return moment >= start && moment < end;
}

/** When prompts come, on open days. */
const OFFICE_OPENS = '09:00';
const OFFICE_CLOSES = '17:00';
/** What falls due before closing and comes late still goes out within the hour; after that it waits for the morning. */
const LAST_SENDING = '18:00';

/** The weekly moment for a person; undefined for someone who does not want it. */
export function preferred(slot: WeeklySlot, preference: Preference = {}): WeeklySlot | undefined {
  if (preference.off) return undefined;
  return { weekday: preference.weekday ?? slot.weekday, time: preference.time ?? slot.time };
}

export function weekly(slot: WeeklySlot, rule: Rule = 'next-open'): Schedule {
  const { hour, minute } = clockOf(slot.time);
  return { pattern: `${minute} ${hour} * * ${slot.weekday}`, every: 'week', rule };
}

export function daily(time: string, rule: Rule = 'next-open'): Schedule {
  const { hour, minute } = clockOf(time);
  return { pattern: `${minute} ${hour} * * *`, every: 'day', rule };
}

/** The day, the week from Monday or the month in Japan that holds this instant. */
export function periodOf(every: Every, at: Date): Period {
  const day = dayOf(at);
  if (every === 'day') return { start: instantOf(day), end: instantOf(addDays(day, 1)) };
  if (every === 'week') return { start: instantOf(weekOfDay(day)), end: instantOf(addDays(weekOfDay(day), 7)) };
  const first = `${day.slice(0, 7)}-01`;
  return { start: instantOf(first), end: instantOf(addMonths(first, 1)) };
}

/** When something meant for this moment is due, or undefined when it is left out. Times are drawn into office hours. */
export function dueAt(at: Date, rule: Rule, calendar: Calendar, period: Period): Date | undefined {
  if (rule === 'as-is') return at;
  const day = dayOf(at);
  const time = drawnIntoHours(timeOf(at));
  if (rule === 'previous-open') return instantOf(previousOpenDay(day, calendar), time);
  const next = nextOpenDay(day, calendar);
  const found = isIn(next, period) ? next : previousOpenDay(day, calendar);
  return isIn(found, period) ? instantOf(found, time) : undefined;
}

function isOfficeTime(now: Date, calendar: Calendar): boolean {
  const time = timeOf(now);
  return time >= OFFICE_OPENS && time < LAST_SENDING && calendar.isOpen(dayOf(now));
}

/** This moment when it is office time, else the next opening. */
export function nextOfficeTime(now: Date, calendar: Calendar): Date {
  if (isOfficeTime(now, calendar)) return now;
  const day = timeOf(now) < OFFICE_OPENS ? dayOf(now) : addDays(dayOf(now), 1);
  return instantOf(nextOpenDay(day, calendar), OFFICE_OPENS);
}

export type Readiness = 'now' | 'later' | 'too-late';

/**
 * Whether something that is due may go out now. What comes late into the evening or a closed day waits for the next
 * opening if it is still of use then, and is too late otherwise. Nothing is put off for longer than it is of use: what
 * says so was written by a clock that was wrong.
 */
export function readiness(
  due: {
    readonly dueAt: string;
    readonly until: string;
    readonly hours: 'office' | 'any';
    readonly notBefore?: string | undefined;
  },
  now: Date,
  calendar: Calendar,
): Readiness {
  if (Date.parse(due.dueAt) > now.getTime()) return 'later';
  const putOff = Date.parse(due.notBefore ?? due.dueAt);
  const earliest = new Date(Math.max(putOff > Date.parse(due.until) ? 0 : putOff, now.getTime()));
  const possible = due.hours === 'office' ? nextOfficeTime(earliest, calendar) : earliest;
  if (possible > new Date(due.until)) return 'too-late';
  return possible > now ? 'later' : 'now';
}

function drawnIntoHours(time: string): string {
  if (time < OFFICE_OPENS) return OFFICE_OPENS;
  return time > OFFICE_CLOSES ? OFFICE_CLOSES : time;
}

function isIn(day: Day, { start, end }: Period): boolean {
  const at = instantOf(day);
  return at >= start && at < end;
}

function clockOf(time: string): { readonly hour: number; readonly minute: number } {
  return { hour: Number(time.slice(0, 2)), minute: Number(time.slice(3, 5)) };
}
