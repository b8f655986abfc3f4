import type { Channel, SendResult } from '../channel.ts';
import { addressParts } from './address.ts';
import type { StrictAuthentication } from './authentication.ts';
import { consentMessages } from './consent.ts';
import { type Conversation, openConversation, postCard } from './conversation.ts';
import { traceOf } from './fault.ts';
import { teamsLimits } from './limits.ts';
import { cardMessage } from './message.ts';
import type { Deps } from './turn.ts';

/** Messages nobody asked for just now: reminders, digests, notices. */
export function createChannel(authentication: StrictAuthentication, { log, now }: Deps): Channel {
  return {
    name: 'teams',
    formsInCards: true,
    limits: teamsLimits,
    ready: () => authentication.warmUp(),
    send: (to, card) => write(to, (conversation) => postCard(conversation, card)),
    requests: (card) => 1 + consentMessages(card).length,
    update: (to, message, card) => write(to, (conversation) => conversation.replace(message, cardMessage(card))),
  };

  async function write(
    to: Parameters<Channel['send']>[0],
    how: (conversation: Conversation) => Promise<SendResult>,
  ): Promise<SendResult> {
    const place = addressParts(to);
    if (place === undefined) return { outcome: 'failed', reason: 'not an address of this channel' };
    try {
      return await how(openConversation(authentication.connectors, place, { patient: false, now }));
    } catch (error) {
      log.error(traceOf(error), 'a card could not be written');
      return { outcome: 'failed', reason: 'the card could not be written' };
    }
  }
}

/** A door that is closed reaches nobody, and is as ready as it will ever be. */
export const closedChannel: Channel = {
  name: 'teams',
  formsInCards: true,
  limits: teamsLimits,
  ready: async () => undefined,
  send: async () => ({ outcome: 'failed', reason: 'Teams is not set up' }),
};
