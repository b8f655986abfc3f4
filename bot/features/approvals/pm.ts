import { holdersOf } from '../../../programme/duty.ts';
import type { Member } from '../../../programme/member.ts';

/** The PM; where the roster names none, everybody of the secretariat, so that what is told to the PM reaches somebody. */
export function pmAmong(members: readonly Member[]): readonly Member[] {
  const office = members.filter(({ role, active }) => active && role === 'secretariat');
  const named = holdersOf('pm', office);
  return named.length > 0 ? named : office;
}
