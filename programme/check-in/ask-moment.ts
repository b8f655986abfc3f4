import { calendarOf } from '../calendar.ts';
import { addDays, instantOf } from '../day.ts';
import type { Preference } from '../member.ts';
import type { Programme } from '../programme.ts';
import { dueAt, periodOf, preferred } from '../schedule.ts';
import type { Week } from '../week.ts';

/** The moment somebody is asked in a week: as it is meant, and on the open day it moves to. */
export function askMoment(
  programme: Programme,
  preference: Preference | undefined,
  week: Week,
  municipality: string,
): { readonly meant: Date; readonly at: Date | undefined } | undefined {
  const slot = preferred(programme.checkIn, preference);
  if (!slot) return undefined;
  const meant = instantOf(addDays(week, (slot.weekday + 6) % 7), slot.time);
  const calendar = calendarOf(programme.closures, municipality);
  return { meant, at: dueAt(meant, 'next-open', calendar, periodOf('week', meant)) };
}
