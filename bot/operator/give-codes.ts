import { randomInt } from 'node:crypto';
import type { ChannelName } from '../../programme/channel.ts';
import type { Member } from '../../programme/member.ts';
import { CODE_ALPHABET, type Invitation, isGood } from '../../programme/people/invitation.ts';
import { INVITATIONS, MEMBERS, type Store } from '../../storage/collections.ts';
import { auditId } from '../../storage/ids.ts';
import { relay } from '../../storage/relay.ts';
import { allAccounts } from '../accounts.ts';

const CODE_LENGTH = 8;
const DAY_MS = 86_400_000;

/** What goes into the letter to one person. */
export type Invited = {
  readonly name: string;
  readonly chat: ChannelName;
  readonly office: string;
  readonly code: string;
  readonly expires: string;
};

/**
 * Gives each of these people a code that works once. Whoever still holds one that works keeps it, so that a second run
 * does not void letters that are on their way.
 * @param members by default the active people whom the bot has not met in any chat, with or without an e-mail.
 */
export async function invite(
  store: Store,
  members: readonly Member[] | undefined,
  now: Date,
  ttlDays = 14,
): Promise<readonly Invited[]> {
  const chosen = (members ?? (await notMet(store))).filter((member) => member.active);
  const standing = await standingCodes(store, now);
  const expires = new Date(now.getTime() + ttlDays * DAY_MS).toISOString();
  const invited: Invited[] = [];
  for (const { id, name, office, chat } of chosen) {
    const { code, expires: until } = standing.get(id) ?? (await issue(store, id, expires, now));
    invited.push({ name, office, chat, code, expires: until });
  }
  return invited;
}

async function notMet(store: Store): Promise<readonly Member[]> {
  const met = new Set((await allAccounts(store)).map(({ member }) => member));
  const members = await store.members.list(MEMBERS);
  return members.map(({ value }) => value).filter((member) => member.active && !met.has(member.id));
}

async function standingCodes(store: Store, now: Date): Promise<ReadonlyMap<string, Invitation>> {
  const invitations = await store.invitations.list(INVITATIONS);
  const good = invitations.filter(({ value }) => isGood(value, now));
  return new Map(good.map(({ value }) => [value.member, value]));
}

/** The audit entry names the person's record, never the code: a code in a log would be a key lying about. */
async function issue(store: Store, member: string, expires: string, now: Date): Promise<Invitation> {
  const at = now.toISOString();
  const record = `invitations/${INVITATIONS}/for-${member}`;
  for (;;) {
    const invitation: Invitation = { code: newCode(), member, expires };
    const entry = {
      id: auditId(`invite-${at}`, record, undefined),
      at,
      by: 'operator',
      via: 'cli',
      command: 'invite',
      record,
    };
    const put = await store.invitations.put(invitation, 'absent', [{ kind: 'audit', entry }]);
    if (put.outcome !== 'written') continue;
    const found = await store.invitations.get(INVITATIONS, store.invitations.idOf(invitation));
    if (found) await relay(store, store.invitations, found);
    return invitation;
  }
}

function newCode(): string {
  return Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');
}
