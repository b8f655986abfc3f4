import { leaveOn } from '../../../programme/absence.ts';
import { calendarOf, nextOpenDay } from '../../../programme/calendar.ts';
import type { Day } from '../../../programme/day.ts';
import { holdersOf } from '../../../programme/duty.ts';
import type { Duty, Member, Role } from '../../../programme/member.ts';
import type { Planning } from '../../job.ts';

type On = Pick<Planning, 'members' | 'programme'>;

/** Those of a role who are there on a day. */
const present = (role: Role, day: Day, members: readonly Member[]): readonly Member[] =>
  members.filter((member) => member.role === role && !leaveOn(member.leave, day));

/** Those of a role who are there when the office is next open. */
const presentNext = (role: Role, day: Day, { members, programme }: On): readonly Member[] =>
  present(role, nextOpenDay(day, calendarOf(programme.closures)), members);

/** The 主担当 of a role who are there on a day. */
export const presentLeads = (role: Role, day: Day, members: readonly Member[]): readonly Member[] =>
  present(role, day, members).filter(({ lead }) => lead);

/** Who of a role is written to when the office is next open: its 主担当, else everybody who is there. */
export function leadsOn(role: Role, day: Day, on: On): readonly Member[] {
  const there = presentNext(role, day, on);
  const leads = there.filter(({ lead }) => lead);
  return leads.length > 0 ? leads : there;
}

/** Who of the secretariat is written to for a 役目: who holds it and is there, else whoever leads it then. */
export function onDuty(duty: Duty, day: Day, on: On): readonly Member[] {
  const holders = holdersOf(duty, presentNext('secretariat', day, on));
  return holders.length > 0 ? holders : leadsOn('secretariat', day, on);
}
