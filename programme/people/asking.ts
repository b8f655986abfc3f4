import { leaveOn } from '../absence.ts';
import type { Day } from '../day.ts';
import { may } from '../may.ts';
import type { Member } from '../member.ts';

/** Who answers for a municipality on a day, and why it is this person. */
export type Asked =
  | {
      readonly who: Member;
      readonly why: 'lead' | 'only' | 'first' | 'colleague' | 'substitute';
      readonly insteadOf?: Member;
    }
  | { readonly who?: undefined; readonly why: 'nobody' | 'on-leave' | 'switched-off' };

/**
 * One person per municipality is asked, so that nobody is asked twice: the 主担当, else the first officer of the
 * roster. Someone on leave is not asked: the substitute is, else a colleague; otherwise nobody until they are back.
 * @param day one for all, or for each the day on which that person would be asked
 */
export function askedOf(municipality: string, members: readonly Member[], day: Day | ((member: Member) => Day)): Asked {
  const officers = members
    .filter((m) => m.active && m.role === 'municipal' && m.municipalities.includes(municipality))
    .toSorted((a, b) => Number(b.lead) - Number(a.lead) || a.id.localeCompare(b.id));
  const [first, ...colleagues] = officers;
  if (!first) return { why: 'nobody' };
  const away = (m: Member) => leaveOn(m.leave, typeof day === 'string' ? day : day(m));
  const leave = away(first);
  if (!leave) return unlessOff(first, first.lead ? 'lead' : colleagues.length === 0 ? 'only' : 'first');
  const canBeAsked = (m: Member) => !away(m) && !m.preference?.off;
  const substitute = members.find(
    (m) => m.id === leave.substitute && m.active && m.municipalities.includes(municipality) && canBeAsked(m),
  );
  if (substitute) return { who: substitute, why: 'substitute', insteadOf: first };
  const colleague = colleagues.find(canBeAsked);
  return colleague ? { who: colleague, why: 'colleague', insteadOf: first } : { why: 'on-leave' };
}

function unlessOff(who: Member, why: 'lead' | 'only' | 'first'): Asked {
  return who.preference?.off ? { why: 'switched-off' } : { who, why };
}

/** Who can answer in somebody's place: the same municipality, and allowed to report for it. */
export function colleaguesOf(who: Member, members: readonly Member[]): readonly Member[] {
  const { municipalities } = who;
  if (who.role !== 'municipal' || municipalities.length === 0) return [];
  return members.filter(
    (other) =>
      other.id !== who.id && other.role === 'municipal' && municipalities.every((code) => may(other, 'report', code)),
  );
}
