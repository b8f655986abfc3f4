import { leaveOn } from '../../../programme/absence.ts';
import { calendarOf, nextOpenDay } from '../../../programme/calendar.ts';
import type { Day } from '../../../programme/day.ts';
import type { Member } from '../../../programme/member.ts';
import type { Planning } from '../../job.ts';

/** Who of the secretariat is written to: its 主担当, else everyone; those who are there when the office is next open. */
export function secretariatOn(
  day: Day,
  { members, programme }: Pick<Planning, 'members' | 'programme'>,
): readonly Member[] {
  const open = nextOpenDay(day, calendarOf(programme.closures));
  const present = members.filter(({ role, leave }) => role === 'secretariat' && !leaveOn(leave, open));
  const leads = present.filter(({ lead }) => lead);
  return leads.length > 0 ? leads : present;
}
