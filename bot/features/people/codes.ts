import { isGood } from '../../../programme/people/invitation.ts';
import { INVITATIONS, type Store } from '../../../storage/collections.ts';
import { change } from '../../../storage/store.ts';

/** Whoever has come in needs no letter any more, and one that went astray must open nothing: their codes are dead. */
export async function voidCodes(store: Store, member: string, now: Date): Promise<void> {
  const found = await store.invitations.list(INVITATIONS);
  for (const { value } of found.filter((one) => one.value.member === member && isGood(one.value, now)))
    await change(store.invitations, { partition: INVITATIONS, id: store.invitations.idOf(value) }, (known = value) => ({
      value: isGood(known, now) ? { ...known, voidedAt: now.toISOString() } : known,
    }));
}
