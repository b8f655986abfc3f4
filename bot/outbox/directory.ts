import { type Acquaintance, provedAt } from '../../programme/acquaintance.ts';
import { ChannelName } from '../../programme/channel.ts';
import type { Delivery, DeliveryReason } from '../../programme/delivery.ts';
import { chatsByEmail, type Member } from '../../programme/member.ts';
import type { Room } from '../../programme/room.ts';
import { ACQUAINTANCES, MEMBERS, ROOMS, type Store } from '../../storage/collections.ts';
import type { Address, Channel } from '../channels/channel.ts';

/** Where a delivery goes. */
export type Target = {
  readonly channel: Channel;
  readonly address: Address;
  /** One name per conversation: what goes there goes one by one. */
  readonly conversation: string;
};

export type Directory = (delivery: Delivery) => Target | DeliveryReason;

/** Reads everybody's addresses, in three queries. */
export async function readDirectory(store: Store, channels: readonly Channel[]): Promise<Directory> {
  const [members, acquaintances, rooms] = await Promise.all([
    store.members.list(MEMBERS),
    store.acquaintances.list(ACQUAINTANCES),
    store.rooms.list(ROOMS),
  ]);
  const memberOf = new Map(members.map(({ value }) => [value.id, value]));
  const roomOf = new Map(rooms.map(({ value }) => [value.id, value]));
  const homes = homesOf(acquaintances.map(({ value }) => value));
  return (delivery) => {
    const { kind, id } = delivery.recipient;
    if (delivery.replaces) return toMessage(delivery.replaces, delivery, channels);
    if (kind === 'room') return toRoom(roomOf.get(id), channels);
    return toMember(delivery, memberOf.get(id), homes.get(id) ?? [], channels);
  };
}

/** 1:1 chats by member, the one first in which they last proved to be who they are. */
function homesOf(acquaintances: readonly Acquaintance[]): Map<string, Acquaintance[]> {
  const homes = new Map<string, Acquaintance[]>();
  for (const met of acquaintances.toSorted((a, b) => provedAt(b).localeCompare(provedAt(a)))) {
    if (met.member === undefined || met.home === undefined) continue;
    homes.set(met.member, [...(homes.get(met.member) ?? []), met]);
  }
  return homes;
}

/** Where the message stands, whoever may be written to there now. */
function toMessage(
  { address }: NonNullable<Delivery['replaces']>,
  { via }: Delivery,
  channels: readonly Channel[],
): Target | DeliveryReason {
  const channel = channels.find(({ name }) => name === via);
  return channel?.update ? targetOf(channel, address) : 'no-channel';
}

function toRoom(room: Room | undefined, channels: readonly Channel[]): Target | DeliveryReason {
  if (!room) return 'room-gone';
  const channel = channels.find(({ name }) => name === room.channel);
  return channel ? targetOf(channel, room.address) : 'no-channel';
}

function toMember(
  delivery: Delivery,
  member: Member | undefined,
  homes: readonly Acquaintance[],
  channels: readonly Channel[],
): Target | DeliveryReason {
  if (!member?.active) return 'removed';
  for (const name of preferredChannels(member, delivery)) {
    const channel = channels.find((each) => each.name === name);
    const home = homes.find((met) => met.channel === name)?.home ?? addressOfStranger(member, channel);
    if (home !== undefined && channel) return targetOf(channel, home);
  }
  if (homes.length === 0) return 'no-address';
  return homes.some(({ channel }) => channels.some(({ name }) => name === channel)) ? 'no-address' : 'no-channel';
}

/** Who has never written can be written to where the product knows people by the e-mail that the roster has. */
function addressOfStranger(member: Member, channel: Channel | undefined): string | undefined {
  if (!channel || !member.email || !chatsByEmail(member).includes(channel.name)) return undefined;
  return channel.addressByEmail?.(member.email).id;
}

/** Who sends again by hand has chosen; a plan's choice is a wish. What could not deliver it is not tried again. */
function preferredChannels(member: Member, { via, round, tried = [] }: Delivery): readonly ChannelName[] {
  if (via && round > 1) return [via];
  const wished = [...(via ? [via] : []), member.preference?.channel ?? member.chat, ...ChannelName.options];
  return wished.filter((name) => !tried.includes(name));
}

/** Whether what one chat product could not deliver can go through another. */
export function hasOther(directory: Directory, delivery: Delivery, channel: ChannelName): boolean {
  const { tried = [], recipient, round, via, replaces } = delivery;
  if (replaces || recipient.kind === 'room' || (via && round > 1)) return false;
  return typeof directory({ ...delivery, tried: [...tried, channel] }) !== 'string';
}

function targetOf(channel: Channel, id: string): Target {
  return { channel, address: { channel: channel.name, id }, conversation: `${channel.name}:${id}` };
}
