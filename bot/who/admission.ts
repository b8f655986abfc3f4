import { type Day, dayOf } from '../../programme/day.ts';
import type { Member } from '../../programme/member.ts';
import type { NoAccess } from '../../programme/no-access.ts';
import type { Store } from '../../storage/collections.ts';

/** Why somebody has no access; undefined for who has. */
export type Judge = (who: Member) => NoAccess | undefined;

/**
 * Judges people of the roster on a day. Every door asks it: a turn, planning, sending, the operator's.
 * @param people only of these does it look up what it takes; of others it must not be asked
 */
export type Admission = (store: Store, people: readonly Member[], day: Day) => Promise<Judge>;

type Asking = { readonly store: Store; readonly admission: Admission; readonly now: Date };

/** Those of them who have access now. */
export async function withAccess<M extends Member>(
  people: readonly M[],
  { store, admission, now }: Asking,
): Promise<readonly M[]> {
  const lacks = await admission(store, people, dayOf(now));
  return people.filter((who) => lacks(who) === undefined);
}
