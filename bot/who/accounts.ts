import { randomInt } from 'node:crypto';
import { type Acquaintance, provedAt, waitingFor } from '../../programme/acquaintance.ts';
import { CODE_ALPHABET, type Invitation, isGood } from '../../programme/people/invitation.ts';
import type { Provenance } from '../../programme/provenance.ts';
import { ACQUAINTANCES, INVITATIONS, type Store } from '../../storage/collections.ts';
import { auditId } from '../../storage/ids.ts';
import { change } from '../../storage/store.ts';

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

const CODE_LENGTH = 8;
/** How long a code works, in days, where nobody says otherwise. */
export const CODE_DAYS = 14;
const DAY_MS = 86_400_000;

/** Codes that still open a door, by whom they are for. */
export async function standingCodes(store: Store, now: Date): Promise<ReadonlyMap<string, Invitation>> {
  const invitations = await store.invitations.list(INVITATIONS);
  const good = invitations.filter(({ value }) => isGood(value, now));
  return new Map(good.map(({ value }) => [value.member, value]));
}

/**
 * A new code. The audit entry, which travels with it until the store's sweep carries it out, names the person's record
 * and never the code: a code in a log would be a key lying about.
 */
export async function issueCode(
  store: Store,
  member: string,
  from: Provenance & { readonly command: string },
  ttlDays = CODE_DAYS,
): Promise<Invitation> {
  const record = `invitations/${INVITATIONS}/for-${member}`;
  const expires = new Date(Date.parse(from.at) + ttlDays * DAY_MS).toISOString();
  for (;;) {
    const invitation: Invitation = { code: newCode(), member, expires };
    const { ask: _, ...entry } = { ...from, id: auditId(from.ask, record, undefined), record };
    const put = await store.invitations.put(invitation, 'absent', [{ kind: 'audit', entry }]);
    if (put.outcome === 'written') return invitation;
  }
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}

/** Whoever has come in needs no letter any more, and one that went astray must open nothing: their codes are dead. */
export async function voidCodes(store: Store, member: string, now: Date): Promise<void> {
  const found = await store.invitations.list(INVITATIONS);
  for (const { value } of found.filter((one) => one.value.member === member && isGood(one.value, now)))
    await change(store.invitations, { partition: INVITATIONS, id: store.invitations.idOf(value) }, (known = value) => ({
      value: isGood(known, now) ? { ...known, voidedAt: now.toISOString() } : known,
    }));
}
