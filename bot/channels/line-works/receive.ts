import type { Card } from '../../../cards/card.ts';
import { welcomeToRoom } from '../../../cards/welcome.ts';
import { asWritten } from '../../../programme/written.ts';
import type { Address, Incoming, Profile } from '../channel.ts';
import { addressOf } from './address.ts';
import type { InboundEvent } from './event.ts';
import { saidTo } from './mention.ts';
import { pressedOf } from './pressed.ts';

/** What receiving has to ask the product about. */
export type Surroundings = {
  readonly bot: { readonly id: string; readonly name: string };
  readonly roomKindOf: (channelId: string) => Promise<'personal' | 'group'>;
  readonly profileOf: (userId: string) => Promise<Profile>;
  readonly fetchFile: (fileId: string) => Promise<Uint8Array>;
};

/** Something for the house to answer; or what needs nobody to think about it. And where the answer goes. */
export type Received = { readonly to: Address; readonly by: { readonly incoming: Incoming } | { readonly card: Card } };

type Did = Incoming['did'];

/** Whether it may be kept at all: what is said in a group and not to the bot is nobody's business here. */
export function concernsUs(event: InboundEvent, bot: Surroundings['bot']): boolean {
  const { type, source, content } = event;
  if (type === 'join') return source.channelId !== undefined;
  if (source.userId === undefined) return false;
  if (type === 'begin') return true;
  if (type === 'postback') return event.data !== undefined;
  if (type !== 'message' || content?.type === undefined) return false;
  if (source.channelId === undefined || content.postback !== undefined) return true;
  return content.type === 'text' && saidTo(asWritten(content.text ?? ''), bot) !== undefined;
}

/** What the event means to the house; undefined where it means nothing. */
export async function receivedOf(
  event: InboundEvent,
  { id, isSecondTry }: { readonly id: string; readonly isSecondTry: boolean },
  around: Surroundings,
): Promise<Received | undefined> {
  const { type, source } = event;
  if (type === 'join' && source.channelId !== undefined)
    return { by: { card: welcomeToRoom() }, to: addressOf({ kind: 'room', id: source.channelId }) };
  const { userId } = source;
  if (userId === undefined) return undefined;
  const room = await roomOf(event, userId, around);
  const did = didOf(event, room.kind, around);
  if (did === undefined) return undefined;
  const profile = () => around.profileOf(userId);
  const incoming: Incoming = {
    id,
    channel: 'line-works',
    person: userId,
    room,
    did,
    formsInCards: false,
    profile,
    account: { tenant: source.domainId, id: userId },
    ...(isSecondTry && { happenedAt: event.issuedTime }),
  };
  return { by: { incoming }, to: room.address };
}

/**
 * A message carries its channel only in groups; every other event always does, and only the product can tell which
 * kind of room that is.
 */
async function roomOf({ type, source }: InboundEvent, userId: string, around: Surroundings): Promise<Incoming['room']> {
  const { channelId } = source;
  const isGroup =
    channelId !== undefined &&
    type !== 'begin' &&
    (type === 'message' || (await around.roomKindOf(channelId)) === 'group');
  return isGroup
    ? { kind: 'group', id: channelId, address: addressOf({ kind: 'room', id: channelId }) }
    : { kind: 'personal', id: `1:1 ${userId}`, address: addressOf({ kind: 'person', id: userId }) };
}

function didOf(event: InboundEvent, room: 'personal' | 'group', around: Surroundings): Did | undefined {
  const { type, content, data } = event;
  if (type === 'begin') return { kind: 'arrived' };
  if (type === 'postback') return data === undefined ? undefined : pressedOf(data);
  return type === 'message' && content ? messageDid(content, room, around) : undefined;
}

function messageDid(
  { type, text = '', postback, fileId, fileName }: NonNullable<InboundEvent['content']>,
  room: 'personal' | 'group',
  { bot, fetchFile }: Surroundings,
): Did | undefined {
  // 利用開始, the button of an empty 1:1 room.
  if (postback === 'start') return { kind: 'arrived' };
  if (postback !== undefined) return pressedOf(postback);
  if (type === 'file' && fileId !== undefined && room === 'personal')
    return { kind: 'file', file: { name: fileName, fetch: () => fetchFile(fileId) } };
  if (type !== 'text') return { kind: 'not-text' };
  const written = asWritten(text);
  const said = room === 'group' ? saidTo(written, bot) : written.trim();
  return said === undefined ? undefined : { kind: 'said', text: said };
}
