import type { Acquaintance } from '../programme/acquaintance.ts';
import type { Member } from '../programme/member.ts';
import { ACQUAINTANCES, MEMBERS, type Store } from '../storage/collections.ts';
import { acquaintanceId, memberId } from '../storage/ids.ts';
import { change } from '../storage/store.ts';
import type { Incoming } from './channels/channel.ts';

/**
 * Who of the roster this is. A known acquaintance costs two point reads; someone new is compared with the roster by
 * e-mail once. Keeps where the person can be written to 1:1.
 */
export async function recognise(store: Store, incoming: Incoming, now: Date): Promise<Member | undefined> {
  const id = acquaintanceId(incoming.channel, incoming.person);
  const found = await store.acquaintances.get(ACQUAINTANCES, id);
  const known = found?.value.member === undefined ? undefined : await activeMember(store, found.value.member);
  const member = known ?? (await onTheRoster(store, incoming));
  await remember(store, incoming, found?.value, member, id, now);
  return member;
}

async function onTheRoster(store: Store, incoming: Incoming): Promise<Member | undefined> {
  for (const email of (await incoming.profile()).emails) {
    const member = await activeMember(store, memberId({ email, name: '', office: '' }));
    if (member) return member;
  }
  return undefined;
}

async function activeMember(store: Store, id: string): Promise<Member | undefined> {
  const member = (await store.members.get(MEMBERS, id))?.value;
  return member?.active ? member : undefined;
}

async function remember(
  store: Store,
  incoming: Incoming,
  known: Acquaintance | undefined,
  member: Member | undefined,
  id: string,
  now: Date,
): Promise<void> {
  const home = incoming.room.kind === 'personal' ? incoming.room.address.id : known?.home;
  if (known && known.member === (member?.id ?? known.member) && known.home === home) return;
  await change(store.acquaintances, { partition: ACQUAINTANCES, id }, (stored) => ({
    value: {
      ...(stored ?? { id, channel: incoming.channel, person: incoming.person, metAt: now.toISOString() }),
      ...(member ? { member: member.id } : {}),
      ...(home === undefined ? {} : { home }),
    },
  }));
}
