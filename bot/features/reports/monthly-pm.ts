import { leaveOn } from '../../../programme/absence.ts';
import { calendarOf, nextOpenDay } from '../../../programme/calendar.ts';
import type { Day } from '../../../programme/day.ts';
import { holdersOf } from '../../../programme/duty.ts';
import type { Member } from '../../../programme/member.ts';
import type { Planning } from '../../job.ts';
import { secretariatOn } from '../people/secretariat.ts';

/** The PM who is there when the office is next open; while none is, whoever else of the secretariat is written to. */
export function pmOn(day: Day, planning: Pick<Planning, 'members' | 'programme'>): readonly Member[] {
  const open = nextOpenDay(day, calendarOf(planning.programme.closures));
  const office = planning.members.filter(({ role }) => role === 'secretariat');
  const present = holdersOf('pm', office).filter(({ leave }) => !leaveOn(leave, open));
  return present.length > 0 ? present : secretariatOn(day, planning);
}
