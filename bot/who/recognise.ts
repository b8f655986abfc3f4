import { type Acquaintance, bound, standingBeside } from '../../programme/acquaintance.ts';
import { type ChosenPlace, chosenPlace } from '../../programme/chosen-place.ts';
import { dayOf } from '../../programme/day.ts';
import { type Member, memberOn, sameEmail } from '../../programme/member.ts';
import type { NoAccess } from '../../programme/no-access.ts';
import { ACQUAINTANCES, MEMBERS, type Store } from '../../storage/collections.ts';
import { acquaintanceId } from '../../storage/ids.ts';
import { change } from '../../storage/store.ts';
import type { Incoming } from '../channels/channel.ts';
import { accountAt, accountsOf, voidCodes } from './accounts.ts';
import type { Admission } from './admission.ts';

type Recognised = {
  readonly who: Member | undefined;
  readonly chosen: ChosenPlace | undefined;
  /** Of the roster, without access today: who it is, and what is missing. `who` is nobody then. */
  readonly kept?: { readonly out: Member; readonly by: NoAccess };
};
type Doors = { readonly store: Store; readonly admission: Admission };

/**
 * Who of the roster this is, and the place that is still chosen in their own chat. A known acquaintance costs two point reads; someone new, or whose time in the roster is
 * over, is compared with it by e-mail. Keeps where the person can be written to 1:1. An expert comes with the
 * municipalities served today. Who has no access today is kept out, and is not taken for a stranger.
 */
export async function recognise({ store, admission }: Doors, incoming: Incoming, now: Date): Promise<Recognised> {
  const id = acquaintanceId(incoming.channel, incoming.person);
  const met = (await store.acquaintances.get(ACQUAINTANCES, id))?.value;
  const known = met?.member === undefined ? undefined : await activeMember(store, met.member);
  const member = known ?? (met?.cutAt === undefined ? await onTheRoster(store, incoming) : undefined);
  await remember(store, incoming, met, now);
  const by = member && (await admission(store, [member], dayOf(now)))(member);
  if (member && by) return { who: undefined, chosen: undefined, kept: { out: member, by } };
  if (member && !known) await bind(store, id, member, now);
  const who = member && memberOn(member, dayOf(now));
  return { who, chosen: who && incoming.room.kind === 'personal' ? chosenPlace(met?.spokenOf, who, now) : undefined };
}

/** The product vouches for the e-mail: it is this person's chat from now on. */
async function bind(store: Store, id: string, { id: member }: Member, now: Date): Promise<void> {
  const others = (await accountsOf(store, member)).own.filter((other) => other.id !== id);
  await voidCodes(store, member, now);
  await change(store.acquaintances, accountAt(id), (met) => {
    if (!met) throw new Error('met, and not remembered');
    return { value: bound(met, member, 'email', now, standingBeside(others, met, 'email') === 'told') };
  });
}

async function onTheRoster(store: Store, incoming: Incoming): Promise<Member | undefined> {
  const { emails } = await incoming.profile();
  if (emails.length === 0) return undefined;
  const members = (await store.members.list(MEMBERS)).map(({ value }) => value);
  return members.find((one) => one.active && emails.some((email) => one.email && sameEmail(email, one.email)));
}

async function activeMember(store: Store, id: string): Promise<Member | undefined> {
  const member = (await store.members.get(MEMBERS, id))?.value;
  return member?.active ? member : undefined;
}

async function remember(store: Store, incoming: Incoming, known: Acquaintance | undefined, now: Date): Promise<void> {
  const { channel, person, room } = incoming;
  const id = acquaintanceId(channel, person);
  const home = room.kind === 'personal' ? room.address.id : known?.home;
  if (known && known.home === home) return;
  await change(store.acquaintances, accountAt(id), (stored) => ({
    value: {
      ...(stored ?? { id, channel, person, metAt: now.toISOString() }),
      ...(home === undefined ? {} : { home }),
    },
  }));
}
