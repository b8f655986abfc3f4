import type { Activity } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { SendResult } from '../channel.ts';
import type { AddressParts } from './address.ts';
import type { Connectors } from './connectors.ts';
import { deliver, type Sending } from './deliver.ts';

/** Writing into one conversation. */
export type Conversation = {
  post(message: Partial<Activity>): Promise<SendResult>;
  replace(message: string, by: Partial<Activity>): Promise<SendResult>;
};

export function openConversation(connectors: Connectors, place: AddressParts, how: Sending): Conversation {
  const conversations = (): ConnectorClient['conversations'] => connectors.client(place.serviceUrl).conversations;
  // The service fills in the rest of an activity's many fields; the SDK's type demands them of us.
  const complete = (message: Partial<Activity>) =>
    ({ ...message, from: { id: place.bot }, conversation: { id: place.conversation } }) as Activity;
  return {
    post: (message) => deliver(() => conversations().sendToConversation(place.conversation, complete(message)), how),
    replace: (id, by) =>
      deliver(() => conversations().updateActivity(place.conversation, id, { ...complete(by), id }), how, true),
  };
}
