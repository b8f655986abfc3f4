import { TeamsInfo, type TurnContext } from 'botbuilder';
import type { Logger } from 'pino';
import type { Handle, Incoming, Profile } from '../channel.ts';
import { InboundActivity } from './activity.ts';
import { DONE, type DoorAnswer, putAnswer, putSentence } from './answer.ts';
import type { Connectors } from './connectors.ts';
import { openConversation } from './conversation.ts';
import { reportFault, traceOf } from './fault.ts';
import { arrivalKey, incomingOf } from './receive.ts';
import { createArrivals, createReplay } from './replay.ts';

export type Deps = { readonly log: Logger; readonly now: () => Date };

/** From an authenticated activity to what goes back over HTTP. Throws nothing. */
export function createTurn(handle: Handle, connectors: Connectors, { log, now }: Deps) {
  const once = createReplay<DoorAnswer>();
  const justArrived = createArrivals();

  return async (context: TurnContext): Promise<DoorAnswer> => {
    const read = InboundActivity.safeParse(context.activity);
    const activity = read.data;
    const incoming = activity && incomingOf(activity, (person) => profileOf(context, person));
    if (!activity || !incoming) return context.activity.type === 'invoke' ? { status: 404 } : DONE;
    return once(incoming.id, async () => {
      if (incoming.did.kind === 'arrived' && justArrived(arrivalKey(activity, incoming), now())) return DONE;
      return answer(activity, incoming);
    });
  };

  async function answer(activity: InboundActivity, incoming: Incoming): Promise<DoorAnswer> {
    const place = {
      serviceUrl: activity.serviceUrl,
      // With its `;messageid=`, so that the answer stays in the thread.
      conversation: activity.conversation.id,
      bot: activity.recipient?.id ?? '',
    };
    const conversation = openConversation(connectors, place, { patient: true, now });
    try {
      return await putAnswer(await handle(incoming), activity, conversation, log);
    } catch (error) {
      const sentence = reportFault(log, error, 'a turn failed');
      return putSentence(sentence, activity, conversation, log);
    }
  }

  async function profileOf(context: TurnContext, person: string): Promise<Profile> {
    try {
      const { email, userPrincipalName } = await TeamsInfo.getMember(context, person);
      const known = [email, userPrincipalName].filter((each) => typeof each === 'string' && each !== '');
      return { emails: [...new Set(known.map((each) => String(each).toLowerCase()))] };
    } catch (error) {
      log.warn(traceOf(error), 'no profile');
      return { emails: [] };
    }
  }
}
