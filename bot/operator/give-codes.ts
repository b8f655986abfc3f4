import type { Member } from '../../programme/member.ts';
import type { Invitation, Invited } from '../../programme/people/invitation.ts';
import { INVITATIONS, MEMBERS, type Store } from '../../storage/collections.ts';
import { relay } from '../../storage/relay.ts';
import { allAccounts, CODE_DAYS, issueCode, standingCodes } from '../who/accounts.ts';

/**
 * Gives each of these people a code that works once. Whoever still holds one that works keeps it, so that a second run
 * does not void letters that are on their way.
 * @param members by default those whom it has not met
 */
export async function invite(
  store: Store,
  members: readonly Member[] | undefined,
  now: Date,
  ttlDays = CODE_DAYS,
): Promise<readonly Invited[]> {
  const chosen = (members ?? (await notMet(store))).filter((member) => member.active);
  const standing = await standingCodes(store, now);
  const invited: Invited[] = [];
  for (const { id, name, office, chat } of chosen) {
    const { code, expires } = standing.get(id) ?? (await issue(store, id, now, ttlDays));
    invited.push({ name, office, chat, code, expires });
  }
  return invited;
}

/** Active people whom the bot has not met in any chat, with or without an e-mail. */
export async function notMet(store: Store): Promise<readonly Member[]> {
  const met = new Set((await allAccounts(store)).map(({ member }) => member));
  const members = await store.members.list(MEMBERS);
  return members.map(({ value }) => value).filter((member) => member.active && !met.has(member.id));
}

/** A code, and its audit entry at once. */
async function issue(store: Store, member: string, now: Date, ttlDays: number): Promise<Invitation> {
  const at = now.toISOString();
  const from = { by: 'operator', at, via: 'cli', ask: `invite-${at}`, command: 'invite' };
  const invitation = await issueCode(store, member, from, ttlDays);
  const found = await store.invitations.get(INVITATIONS, store.invitations.idOf(invitation));
  if (found) await relay(store, store.invitations, found);
  return invitation;
}
