import type { Member } from '../../../programme/member.ts';
import type { Stored } from '../../../storage/store.ts';
import type { Identified } from './identify.ts';
import { bring, type ImportStep, type Run, withOwn } from './step.ts';

/** What the roster decides about a person. Anything a person sets for themselves is not in this list and stays. */
const OWN = ['id', 'name', 'role', 'office', 'municipalities', 'email', 'chat', 'lead', 'active'] as const;

export type PeoplePlan = { readonly leaving: readonly ImportStep[]; readonly staying: readonly ImportStep[] };

export function planPeople(run: Run, roster: readonly Identified[], members: readonly Stored<Member>[]): PeoplePlan {
  const known = new Map(members.map((found) => [found.value.id, found]));
  const ids = new Set(roster.map(({ id }) => id));
  const unlisted = members.filter(({ value }) => !ids.has(value.id) && value.active);
  return {
    leaving: unlisted.map((found) =>
      bring(run, 'members', found, (now = found.value) => ({ ...now, active: false }), told('ended')),
    ),
    staying: roster.map(({ entry, id }) => {
      const member = { ...entry, id, active: true };
      return bring(run, 'members', known.get(id), (now = member) => own(now, member), told());
    }),
  };
}

const told = (outcome?: 'ended') => ({ section: 'members', ...(outcome ? { outcome } : {}) }) as const;
const own = (now: Member, member: Member) => withOwn<Member, (typeof OWN)[number]>(now, OWN, member);
