import type { Activity } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Card } from '../../../cards/card.ts';
import { hasPictures, picturesInWords } from '../../../cards/pictures-in-words.ts';
import type { SendResult } from '../channel.ts';
import type { AddressParts } from './address.ts';
import type { Connectors } from './connectors.ts';
import { consentMessages } from './consent.ts';
import { deliver, type Sending } from './deliver.ts';
import { cardMessage } from './message.ts';

/** What was sent is not taken as it is, or is too large. */
const TURNED_DOWN = /^(400|413)\b/;
const PARTLY = '途中までしか届いていません';

/** Writing into one conversation. */
export type Conversation = {
  /** @param isRest something of it has appeared already: the whole cannot be repeated, so this is worth more patience */
  post(message: Partial<Activity>, isRest?: boolean): Promise<SendResult>;
  replace(message: string, by: Partial<Activity>): Promise<SendResult>;
  remove(message: string): Promise<SendResult>;
};

export function openConversation(connectors: Connectors, place: AddressParts, how: Sending): Conversation {
  const conversations = (): ConnectorClient['conversations'] => connectors.client(place.serviceUrl).conversations;
  // The service fills in the rest of an activity's many fields; the SDK's type demands them of us.
  const complete = (message: Partial<Activity>) =>
    ({ ...message, from: { id: place.bot }, conversation: { id: place.conversation } }) as Activity;
  return {
    post: (message, isRest = false) =>
      deliver(() => conversations().sendToConversation(place.conversation, complete(message)), {
        ...how,
        patient: how.patient || isRest,
      }),
    replace: (id, by) =>
      deliver(() => conversations().updateActivity(place.conversation, id, { ...complete(by), id }), how, true),
    remove: (id) =>
      deliver(
        async () => {
          await conversations().deleteActivity(place.conversation, id);
          return undefined;
        },
        how,
        true,
      ),
  };
}

/** Posts a card and, as messages of their own, the questions for its files. @returns what became of the card */
export async function postCard(conversation: Conversation, card: Card): Promise<SendResult> {
  const posted = await postShown(conversation, card);
  return posted.outcome === 'sent' ? ((await postConsents(conversation, card)) ?? posted) : posted;
}

/** Nothing of a message that is turned down appears: one with a picture is written again with the words of that. */
async function postShown(conversation: Conversation, card: Card): Promise<SendResult> {
  const posted = await conversation.post(cardMessage(card));
  const isTurnedDown = posted.outcome === 'failed' && TURNED_DOWN.test(posted.reason);
  return isTurnedDown && hasPictures(card) ? conversation.post(cardMessage(picturesInWords(card))) : posted;
}

/** Asks whether the files of a card may be saved. @returns why not all could be asked */
export async function postConsents(conversation: Conversation, card: Card): Promise<SendResult | undefined> {
  for (const message of consentMessages(card)) {
    const { outcome } = await conversation.post(message, true);
    if (outcome !== 'sent') return { outcome: 'unknown', reason: PARTLY };
  }
  return undefined;
}
