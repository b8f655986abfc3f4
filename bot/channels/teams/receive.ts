import { createHash } from 'node:crypto';
import type { Card } from '../../../cards/card.ts';
import { notText } from '../../../cards/not-text.ts';
import { quoted } from '../../../cards/quoted.ts';
import type { Incoming, Profile } from '../channel.ts';
import type { InboundActivity } from './activity.ts';
import { addressOf, roomIdOf } from './address.ts';
import { consentIn, fileDeclined } from './consent.ts';
import { mentionsOfBot } from './mentions.ts';
import { askOf } from './pressed.ts';
import { saidIn, type Unsaid } from './said.ts';
import { fileIn } from './sent-file.ts';
import { tenantOf } from './tenants.ts';

type Did = Incoming['did'];

/** Something for the house to answer; or what needs nobody to think about it. */
export type Received = { readonly id: string } & ({ readonly incoming: Incoming } | { readonly card: Card });

/** A button pressed where the answer goes back inside the response. */
export const isExecute = (activity: InboundActivity): boolean =>
  activity.type === 'invoke' && activity.name === 'adaptiveCard/action';

/** What the activity means to the house; undefined where it means nothing. */
export function receivedOf(
  activity: InboundActivity,
  profileOf: (person: string) => Promise<Profile>,
): Received | undefined {
  const did = didOf(activity);
  const person = did === 'arrived' ? arrivedPerson(activity) : activity.from.id;
  if (did === undefined || person === undefined) return undefined;
  const id = idOf(activity);
  if (did === 'declined') return { id, card: fileDeclined() };
  if (did === 'not-text') return { id, card: notText() };
  if (did === 'only-quoted' || did === 'quote-unclear') return { id, card: quoted(did) };
  const account = person === activity.from.id ? activity.from.aadObjectId : undefined;
  const tenant = tenantOf(activity);
  const incoming: Incoming = {
    id,
    channel: 'teams',
    person,
    room: roomOf(activity),
    formsInCards: true,
    did: did === 'arrived' ? { kind: 'arrived' } : did,
    ...(account !== undefined && tenant !== undefined && { account: { tenant, id: account } }),
    profile: () => profileOf(person),
  };
  return { id, incoming };
}

/** Where it happened. A thread is no room of its own. */
export function roomOf(activity: InboundActivity): Incoming['room'] {
  const { serviceUrl, recipient } = activity;
  const id = roomIdOf(activity.conversation.id);
  const kind = isPersonal(activity) ? 'personal' : 'group';
  return { kind, id, address: addressOf({ serviceUrl, conversation: id, bot: recipient?.id ?? '' }) };
}

export function isPersonal({ conversation }: InboundActivity): boolean {
  if (conversation.conversationType !== undefined) return conversation.conversationType === 'personal';
  return conversation.isGroup !== true;
}

const CHANGES: Readonly<Record<string, 'edited' | 'deleted'>> = {
  'messageUpdate editMessage': 'edited',
  'messageDelete softDeleteMessage': 'deleted',
};

type Meaning = Exclude<Did, { kind: 'arrived' }> | 'arrived' | 'declined' | Unsaid | undefined;

function didOf(activity: InboundActivity): Meaning {
  if (activity.type === 'message') return saidOrPressed(activity);
  if (isExecute(activity)) return { kind: 'pressed', ask: askOf(member(member(activity.value, 'action'), 'data')) };
  const consent = isPersonal(activity) ? consentIn(activity) : undefined;
  if (consent) return consent.action === 'decline' ? 'declined' : { kind: 'pressed', ask: consent.ask };
  return changedMessage(activity) ?? (isArrival(activity) ? 'arrived' : undefined);
}

/** In a group the bot hears only what is said to it. A button is always said to it. */
function saidOrPressed(activity: InboundActivity): Meaning {
  const { value } = activity;
  if (typeof value === 'object' && value !== null) return { kind: 'pressed', ask: askOf(value) };
  const mentions = mentionsOfBot(activity);
  if (!isPersonal(activity) && mentions.length === 0) return undefined;
  const said = saidIn(activity, mentions);
  const text = typeof said === 'string' ? undefined : said.text;
  const file = isPersonal(activity) ? fileIn(activity, text) : undefined;
  if (file) return file;
  return typeof said === 'string' ? said : { kind: 'said', text: said.text };
}

/** A message was written anew, or taken away, after it was sent: known by the id that it still has. */
function changedMessage(activity: InboundActivity): Extract<Did, { kind: 'changed' }> | undefined {
  const { type, id, conversation, channelData } = activity;
  const how = CHANGES[`${type} ${channelData?.eventType}`];
  const isOurs = isPersonal(activity) || mentionsOfBot(activity).length > 0;
  if (how === undefined || id === undefined || !isOurs) return undefined;
  return { kind: 'changed', message: digestOf(conversation.id, id), how };
}

/** A group is greeted once, when the bot comes; whoever joins it later reads that there. */
function isArrival(activity: InboundActivity): boolean {
  if (activity.type !== 'conversationUpdate' && activity.type !== 'installationUpdate') return false;
  return isInstallation(activity) || (isPersonal(activity) && (activity.membersAdded?.length ?? 0) > 0);
}

/** The bot itself was added: told twice, once by each kind of event. */
function isInstallation(activity: InboundActivity): boolean {
  if (activity.type === 'installationUpdate') return activity.action === 'add';
  return activity.membersAdded?.some(({ id }) => id === activity.recipient?.id) === true;
}

/** Never the bot: who joined, or who installed it. */
function arrivedPerson(activity: InboundActivity): string | undefined {
  const joined = activity.membersAdded?.find(({ id }) => id !== activity.recipient?.id)?.id;
  const by = activity.from.id === activity.recipient?.id ? undefined : activity.from.id;
  return isInstallation(activity) ? (by ?? joined) : joined;
}

/**
 * An invoke may come without an id of its own; then what it carries, and when it was sent, names it. A change of a
 * message bears the message's id, each time.
 */
function idOf(activity: InboundActivity): string {
  const { type, id, from, timestamp, replyToId, value, text } = activity;
  const isNew = type !== 'messageUpdate' && type !== 'messageDelete';
  const own = isNew && id !== undefined ? id : JSON.stringify([from.id, timestamp, replyToId, value, text, type, id]);
  return digestOf(activity.conversation.id, own);
}

const digestOf = (conversation: string, id: string): string =>
  createHash('sha256').update(`${conversation}\n${id}`).digest('base64url');

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
