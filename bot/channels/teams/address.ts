import { z } from 'zod';
import type { Address } from '../channel.ts';

/** What it takes to write into a conversation later. Field names are short because it is stored with every person. */
const AddressParts = z.object({
  /** Base address of the channel service; it came in an authenticated activity. */
  s: z.url(),
  /** The conversation. */
  c: z.string().min(1),
  /** The bot's own id in it. */
  b: z.string(),
});

export type AddressParts = { readonly serviceUrl: string; readonly conversation: string; readonly bot: string };

/** Longer ids than any known conversation has: something is wrong with it. */
const MAX_LENGTH = 2_000;

export function addressOf({ serviceUrl, conversation, bot }: AddressParts): Address {
  const id = Buffer.from(JSON.stringify({ s: serviceUrl, c: conversation, b: bot })).toString('base64url');
  return { channel: 'teams', id };
}

/** Undefined for anything this channel did not write itself. */
export function addressParts(address: Address): AddressParts | undefined {
  if (address.channel !== 'teams' || address.id.length > MAX_LENGTH) return undefined;
  try {
    const { s, c, b } = AddressParts.parse(JSON.parse(Buffer.from(address.id, 'base64url').toString()));
    return { serviceUrl: s, conversation: c, bot: b };
  } catch {
    return undefined;
  }
}

/** A thread of a Teams channel is named `<channel>;messageid=<root>`; the room is the channel. */
export const roomIdOf = (conversation: string): string => conversation.split(';messageid=')[0] ?? conversation;
