import { createHash } from 'node:crypto';
import type { Incoming, Profile } from '../channel.ts';
import { type InboundActivity, Mention } from './activity.ts';
import { addressOf, roomIdOf } from './address.ts';
import { askOf } from './pressed.ts';

type Did = Incoming['did'];

/** A button pressed where the answer goes back inside the response. */
export const isExecute = (activity: InboundActivity): boolean =>
  activity.type === 'invoke' && activity.name === 'adaptiveCard/action';

/** What the activity means to the house; undefined where it means nothing. */
export function incomingOf(
  activity: InboundActivity,
  profileOf: (person: string) => Promise<Profile>,
): Incoming | undefined {
  const did = didOf(activity);
  const person = did?.kind === 'arrived' ? arrivedPerson(activity) : activity.from.id;
  if (did === undefined || person === undefined) return undefined;
  const roomId = roomIdOf(activity.conversation.id);
  return {
    id: idOf(activity),
    channel: 'teams',
    person,
    room: {
      kind: isPersonal(activity) ? 'personal' : 'group',
      id: roomId,
      address: addressOf({
        serviceUrl: activity.serviceUrl,
        conversation: roomId,
        bot: activity.recipient?.id ?? '',
      }),
    },
    did,
    formsInCards: true,
    profile: () => profileOf(person),
  };
}

/** Both events of one installation, and every repeat of a person's joining, share a key. */
export function arrivalKey(activity: InboundActivity, incoming: Incoming): string {
  return isPersonal(activity) || isInstallation(activity) ? incoming.room.id : `${incoming.room.id}|${incoming.person}`;
}

export function isPersonal({ conversation }: InboundActivity): boolean {
  if (conversation.conversationType !== undefined) return conversation.conversationType === 'personal';
  return conversation.isGroup !== true;
}

function didOf(activity: InboundActivity): Did | undefined {
  if (activity.type === 'message') return saidOrPressed(activity);
  if (isExecute(activity)) return { kind: 'pressed', ask: askOf(member(member(activity.value, 'action'), 'data')) };
  const arrived = isInstallation(activity) || (activity.membersAdded?.length ?? 0) > 0;
  return arrived && isArrivalType(activity.type) ? { kind: 'arrived' } : undefined;
}

/** In a group the bot hears only what is said to it. A button is always said to it. */
function saidOrPressed(activity: InboundActivity): Did | undefined {
  const { value } = activity;
  if (typeof value === 'object' && value !== null) return { kind: 'pressed', ask: askOf(value) };
  const mentions = mentionsOfBot(activity);
  if (!isPersonal(activity) && mentions.length === 0) return undefined;
  return { kind: 'said', text: plainText(activity.text ?? '', mentions) };
}

const isArrivalType = (type: string) => type === 'conversationUpdate' || type === 'installationUpdate';

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

function mentionsOfBot(activity: InboundActivity): string[] {
  return (activity.entities ?? []).flatMap((entity) => {
    const mention = Mention.safeParse(entity);
    return mention.success && mention.data.mentioned.id === activity.recipient?.id ? [mention.data.text ?? ''] : [];
  });
}

/** Without the bot's name; other people's names stay as words. */
function plainText(text: string, mentions: readonly string[]): string {
  const own = mentions
    .filter((mention) => mention !== '')
    .reduce((rest, mention) => rest.replaceAll(mention, ' '), text);
  return own
    .replace(/<at(?:\s[^>]*)?>(.*?)<\/at>/g, '$1')
    .replaceAll('&nbsp;', ' ')
    .trim();
}

/** An invoke may come without an id of its own; then what it carries, and when it was sent, names it. */
function idOf(activity: InboundActivity): string {
  const { id, from, timestamp, replyToId, value, text } = activity;
  const own = id ?? JSON.stringify([from.id, timestamp, replyToId, value, text]);
  return createHash('sha256').update(`${activity.conversation.id}\n${own}`).digest('base64url');
}

const member = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
