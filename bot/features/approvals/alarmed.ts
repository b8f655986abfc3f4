import { leaveOn } from '../../../programme/absence.ts';
import type { Day } from '../../../programme/day.ts';
import { decidersAmong, holdersOf } from '../../../programme/duty.ts';
import type { Member } from '../../../programme/member.ts';

export type Alarmed = { readonly pm: readonly Member[]; readonly prefecture: readonly Member[] };

/** Who is told of an accident: the PM and who leads in the prefecture; where all of a side are away, everybody of it too. */
export function alarmed(members: readonly Member[], day: Day): Alarmed {
  const of = (role: Member['role']) => members.filter((member) => member.active && member.role === role);
  const orAll = (named: readonly Member[], all: readonly Member[]) =>
    named.some(({ leave }) => !leaveOn(leave, day)) ? named : all;
  return {
    pm: orAll(holdersOf('pm', of('secretariat')), of('secretariat')),
    prefecture: orAll(decidersAmong(members), of('prefecture')),
  };
}
