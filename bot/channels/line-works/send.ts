import type { Logger } from 'pino';
import type { Channel, SendResult } from '../channel.ts';
import { addressOf } from './address.ts';
import type { Api } from './api.ts';
import { draw, requestsFor } from './draw.ts';

/** Messages nobody asked for just now: reminders, digests, notices. */
export function createChannel(api: Pick<Api, 'sendAll' | 'ready'>, { log }: { readonly log: Logger }): Channel {
  return {
    name: 'line-works',
    formsInCards: false,
    ready: () => api.ready(),
    async send(to, card): Promise<SendResult> {
      let messages: ReturnType<typeof draw>;
      try {
        messages = draw(card);
      } catch (error) {
        log.error({ error: error instanceof Error ? error.name : typeof error }, 'a card could not be drawn');
        return { outcome: 'failed', reason: 'the card could not be drawn' };
      }
      return api.sendAll(to, messages, { patient: false });
    },
    requests: requestsFor,
    addressByEmail: (email) => addressOf({ kind: 'person', id: email }),
  };
}

/** A door that is closed reaches nobody, and is as ready as it will ever be. */
export const closedChannel: Channel = {
  name: 'line-works',
  formsInCards: false,
  ready: async () => undefined,
  send: async () => ({ outcome: 'failed', reason: 'LINE WORKS is not set up' }),
};
