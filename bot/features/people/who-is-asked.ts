import { type Calendar, calendarOf, nextOpenDay } from '../../../programme/calendar.ts';
import type { Day } from '../../../programme/day.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { type Asked, askedOf } from '../../../programme/people/asking.ts';
import type { Programme } from '../../../programme/programme.ts';
import type { Planning } from '../../job.ts';

/** Whether the programme runs on this day; before and after it nobody is asked anything. */
export function isRunning({ start, end }: Programme, day: Day): boolean {
  return start <= day && day <= end;
}

/**
 * The supported municipalities, each with the person who answers for it on this day, or when its office is next open.
 * The day decides, not the moment of planning: who was asked stays the one who was asked.
 */
export function askedIn(
  { municipalities, members, programme }: Planning,
  day: Day,
): readonly { municipality: Municipality; calendar: Calendar; asked: Asked }[] {
  return municipalities
    .filter(({ supported }) => supported)
    .map((municipality) => {
      const calendar = calendarOf(programme.closures, municipality.code);
      return { municipality, calendar, asked: askedOf(municipality.code, members, nextOpenDay(day, calendar)) };
    });
}
