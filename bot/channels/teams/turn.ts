import type { TeamsChannelAccount } from 'botbuilder';
import type { Logger } from 'pino';
import { refused } from '../../../cards/refused.ts';
import { addressKey } from '../../../programme/address.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { Answer, Handle, Incoming, Profile } from '../channel.ts';
import { InboundActivity } from './activity.ts';
import { DONE, type DoorAnswer, putAnswer, putSentence } from './answer.ts';
import type { Connectors } from './connectors.ts';
import { openConversation } from './conversation.ts';
import { askedAgain } from './deliver.ts';
import { reportFault, traceOf } from './fault.ts';
import { isPersonal, type Received, receivedOf, roomOf } from './receive.ts';
import { createArrivals, createReplay } from './replay.ts';
import { isAmong, isServed, type Tenants, tenantOf } from './tenants.ts';

export type Deps = {
  readonly log: Logger;
  readonly now: () => Date;
  /** Told of a group room in which anything happens that is not for the house: where it can be written to now. */
  readonly seenRoom?: ((room: Incoming['room']) => Promise<void>) | undefined;
};

/** From an authenticated activity to what goes back over HTTP. Throws nothing. */
export function createTurn(handle: Handle, connectors: Connectors, tenants: Tenants, { log, now, seenRoom }: Deps) {
  const once = createReplay<DoorAnswer>();
  const justArrived = createArrivals();

  return async (sent: { readonly type: string }): Promise<DoorAnswer> => {
    const activity = InboundActivity.safeParse(sent).data;
    const received = activity && receivedOf(activity, (person) => profileOf(activity, person));
    // The house sees for itself where it is spoken to.
    if (activity && !(received && 'incoming' in received)) await noteRoom(activity);
    if (!activity || !received) return sent.type === 'invoke' ? { status: 404 } : DONE;
    return once(received.id, async () => {
      const arrived = 'incoming' in received && received.incoming.did.kind === 'arrived';
      if (arrived && justArrived(received.incoming.room.id, now())) return DONE;
      return put(activity, () => answerTo(activity, received));
    });
  };

  /** Who is elsewhere is told so in words, and no more is done for them. */
  async function answerTo(activity: InboundActivity, received: Received): Promise<Answer | undefined> {
    if (isServed(activity, tenants))
      return 'card' in received ? { card: received.card, how: 'new' } : handle(received.incoming);
    log.warn('somebody of another tenant was refused');
    return { card: refused(Refusal.because('other-tenant')), how: 'new' };
  }

  async function put(activity: InboundActivity, answer: () => Promise<Answer | undefined>): Promise<DoorAnswer> {
    const place = {
      serviceUrl: activity.serviceUrl,
      // With its `;messageid=`, so that the answer stays in the thread.
      conversation: activity.conversation.id,
      bot: activity.recipient?.id ?? '',
    };
    const conversation = openConversation(connectors, place, { patient: true, now });
    try {
      return await putAnswer(await answer(), activity, conversation, log);
    } catch (error) {
      const sentence = reportFault(log, error, 'a turn failed');
      return putSentence(sentence, activity, conversation, log);
    }
  }

  async function noteRoom(activity: InboundActivity): Promise<void> {
    if (!seenRoom || isPersonal(activity) || !isServed(activity, tenants)) return;
    await seenRoom(roomOf(activity)).catch((error: unknown) => log.warn(traceOf(error), 'a room could not be noted'));
  }

  /** In a channel, as one of its team. */
  function memberOf({ serviceUrl, conversation, channelData }: InboundActivity, person: string) {
    const { conversations } = connectors.client(serviceUrl);
    return conversations.getConversationMember(channelData?.team?.id ?? conversation.id, person);
  }

  /** Addresses that the person's own tenant vouches for. @throws Refusal where that is none of ours */
  async function profileOf(activity: InboundActivity, person: string): Promise<Profile> {
    const member = await askedAgain(() => memberOf(activity, person), now).catch((error: unknown) => {
      log.warn(traceOf(error), 'no profile');
    });
    if (!member) return { emails: [] };
    const { email, userPrincipalName, tenantId }: Partial<TeamsChannelAccount> = member;
    // 1:1 with the bot is in the person's own tenant; in a room there may be people from elsewhere.
    const tenant = tenantId || (isPersonal(activity) ? tenantOf(activity) : undefined);
    if (tenant !== undefined && !isAmong(tenant, tenants)) throw Refusal.because('other-tenant');
    return { emails: tenants && tenant === undefined ? [] : vouchedFor([email, userPrincipalName]), tenant };
  }
}

/** The sign-in name of a guest (taro_example.jp#EXT#@tenant) is no address; what the tenant invited is the e-mail. */
function vouchedFor(addresses: readonly unknown[]): string[] {
  const known = addresses.filter((each): each is string => typeof each === 'string' && each.trim() !== '');
  return [...new Set(known.filter((each) => !/#EXT#/i.test(each)).map(addressKey))];
}
