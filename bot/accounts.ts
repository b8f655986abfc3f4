import { type Acquaintance, provedAt, waitingFor } from '../programme/acquaintance.ts';
import { isGood } from '../programme/people/invitation.ts';
import { ACQUAINTANCES, INVITATIONS, type Store } from '../storage/collections.ts';
import { change } from '../storage/store.ts';

export const accountAt = (id: string) => ({ partition: ACQUAINTANCES, id });

/** Everybody the bot has met. */
export async function allAccounts(store: Store): Promise<readonly Acquaintance[]> {
  return (await store.acquaintances.list(ACQUAINTANCES)).map(({ value }) => value);
}

/** In which chats this member is known, the last proof first; and those that wait to be. */
export async function accountsOf(
  store: Store,
  member: string,
): Promise<{ readonly own: readonly Acquaintance[]; readonly waiting: readonly Acquaintance[] }> {
  const all = await allAccounts(store);
  return {
    own: newestFirst(all.filter((account) => account.member === member)),
    waiting: all.filter((account) => waitingFor(account) === member),
  };
}

export const newestFirst = (accounts: readonly Acquaintance[]): readonly Acquaintance[] =>
  accounts.toSorted((a, b) => provedAt(b).localeCompare(provedAt(a)));

/** Whoever has come in needs no letter any more, and one that went astray must open nothing: their codes are dead. */
export async function voidCodes(store: Store, member: string, now: Date): Promise<void> {
  const found = await store.invitations.list(INVITATIONS);
  for (const { value } of found.filter((one) => one.value.member === member && isGood(one.value, now)))
    await change(store.invitations, { partition: INVITATIONS, id: store.invitations.idOf(value) }, (known = value) => ({
      value: isGood(known, now) ? { ...known, voidedAt: now.toISOString() } : known,
    }));
}
