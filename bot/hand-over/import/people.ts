import { type Binding, blanksOf } from '../../../programme/duty.ts';
import type { Member } from '../../../programme/member.ts';
import { withTerm } from '../../../programme/support/assign.ts';
import type { Term } from '../../../programme/term.ts';
import type { Stored } from '../../../storage/store.ts';
import type { Identified } from './identify.ts';
import { bring, type ImportStep, type Run, withOwn } from './step.ts';

/** What the roster decides about a person. Anything a person sets for themselves is not in this list and stays. */
const OWN = ['id', 'name', 'role', 'office', 'municipalities', 'email', 'chat', 'lead', 'active'] as const;

export type PeoplePlan = { readonly leaving: readonly ImportStep[]; readonly staying: readonly ImportStep[] };

/** @param terms what the sheet 派遣 says of each person; it takes no term away */
export function planPeople(
  run: Run,
  roster: readonly Identified[],
  members: readonly Stored<Member>[],
  terms: ReadonlyMap<string, readonly Term[]> = new Map(),
): PeoplePlan {
  const known = new Map(members.map((found) => [found.value.id, found]));
  const ids = new Set(roster.map(({ id }) => id));
  const active = members.flatMap(({ value }) => (value.active ? [value] : []));
  const blanks = blanksOf(active);
  const next = ({ entry, id }: Identified, now: Member | undefined) =>
    withTerms(withFacts(now, { ...blanksNotSaid(now, blanks), ...entry, id, active: true }), terms.get(id) ?? []);
  const unlisted = members.filter(({ value }) => !ids.has(value.id) && value.active);
  return {
    leaving: unlisted.map((found) =>
      bring(run, 'members', found, (now = found.value) => ({ ...now, active: false }), told('ended')),
    ),
    staying: roster.map((one) => bring(run, 'members', known.get(one.id), (now) => next(one, now), told())),
  };
}

const told = (outcome?: 'ended') => ({ section: 'members', ...(outcome ? { outcome } : {}) }) as const;

/** Of 専門, 圏域 and 自治体実務経験 what is not said stays as it is; what is said to be none is taken away. */
function withFacts(now: Member | undefined, said: Member): Member {
  const { expertise = now?.expertise, area = now?.area, experienced = now?.experienced, ...member } = said;
  const {
    expertise: _items,
    area: _home,
    experienced: _has,
    ...rest
  } = withOwn<Member, (typeof OWN)[number]>(now ?? member, OWN, member);
  return {
    ...rest,
    ...(expertise && expertise.length > 0 ? { expertise } : {}),
    ...(area ? { area } : {}),
    ...(experienced ? { experienced } : {}),
  };
}

const withTerms = (member: Member, terms: readonly Term[]): Member =>
  terms.reduce((so, term) => withTerm(so, term, undefined), member);

/** Of the columns that bind, those of which nothing has been said of a person yet. */
const blanksNotSaid = (now: Member | undefined, blanks: Binding): Binding =>
  Object.fromEntries(Object.entries(blanks).filter(([field]) => now?.[field as keyof Binding] === undefined));
