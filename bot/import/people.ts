import type { RosterEntry } from '../../documents/workbook/content.ts';
import type { Acquaintance } from '../../programme/acquaintance.ts';
import type { Member } from '../../programme/member.ts';
import { memberId } from '../../storage/ids.ts';
import type { Stored } from '../../storage/store.ts';
import { bring, type Run, type Step, withOwn } from './step.ts';

/** What the roster decides about a person. Anything a person sets for themselves is not in this list and stays. */
const OWN = ['id', 'name', 'role', 'office', 'municipalities', 'email', 'chat', 'lead', 'active'] as const;

export type PeoplePlan = {
  readonly leaving: readonly Step[];
  readonly staying: readonly Step[];
  /** Old id → new id of people whose e-mail was added or changed: their id follows the e-mail. */
  readonly renamed: ReadonlyMap<string, string>;
};

export function planPeople(run: Run, roster: readonly RosterEntry[], members: readonly Stored<Member>[]): PeoplePlan {
  const known = new Map(members.map((found) => [found.value.id, found]));
  const ids = new Set(roster.map(memberId));
  const unlisted = members.filter(({ value }) => !ids.has(value.id));
  const formerly = predecessors(
    roster,
    unlisted.map(({ value }) => value),
  );
  const leave = (found: Stored<Member>): Step =>
    bring(run, 'members', found, (now = found.value) => ({ ...now, active: false }), told('ended'));
  const stay = (entry: RosterEntry): Step => {
    const id = memberId(entry);
    const member = { ...entry, id, active: true };
    const base = formerly.get(entry) ?? member;
    return bring(run, 'members', known.get(id), (now = base) => own(now, member), told());
  };
  return {
    leaving: unlisted.filter(({ value }) => value.active).map(leave),
    staying: roster.map(stay),
    renamed: new Map([...formerly].map(([entry, { id }]) => [id, memberId(entry)])),
  };
}

const told = (outcome?: 'ended') => ({ section: 'members', ...(outcome ? { outcome } : {}) }) as const;
const own = (now: Member, member: Member) => withOwn<Member, (typeof OWN)[number]>(now, OWN, member);

/** The same name in the same office under another id is the same person: a roster never lists that pair twice. */
function predecessors(roster: readonly RosterEntry[], unlisted: readonly Member[]): ReadonlyMap<RosterEntry, Member> {
  const nameOf = ({ name, office }: RosterEntry | Member) => `${name}／${office}`.normalize('NFKC').replace(/\s/g, '');
  const newestLast = [...unlisted].sort((a, b) => Number(a.active) - Number(b.active));
  const byName = new Map(newestLast.map((member) => [nameOf(member), member]));
  return new Map(
    roster.flatMap((entry) => {
      const found = byName.get(nameOf(entry));
      return found ? [[entry, found] as const] : [];
    }),
  );
}

/** The chat accounts of people whose id changed go with them; otherwise a corrected e-mail would lock its owner out. */
export function planAccounts(
  run: Run,
  renamed: ReadonlyMap<string, string>,
  accounts: readonly Stored<Acquaintance>[],
): readonly Step[] {
  return accounts.flatMap((found) => {
    const next = renamed.get(found.value.member ?? '');
    if (next === undefined) return [];
    return [bring(run, 'acquaintances', found, (now = found.value) => ({ ...now, member: next }), told())];
  });
}
