import type { Logger } from 'pino';
import type { Channel } from '../channel.ts';
import { addressOf } from './address.ts';
import type { Api } from './api.ts';
import { requestsOf } from './draw.ts';
import { drawn } from './drawn.ts';
import { lineWorksLimits } from './limits.ts';

/** Messages nobody asked for just now: reminders, digests, notices. */
export function createChannel(api: Pick<Api, 'sendAll' | 'ready'>, { log }: { readonly log: Logger }): Channel {
  return {
    name: 'line-works',
    formsInCards: false,
    limits: lineWorksLimits,
    ready: () => api.ready(),
    send: (to, card) => api.sendAll(to, drawn(card, log), { patient: false }),
    requests: (card) => requestsOf(drawn(card, log)),
    addressByEmail: (email) => addressOf({ kind: 'person', id: email }),
  };
}

/** A door that is closed reaches nobody, and is as ready as it will ever be. */
export const closedChannel: Channel = {
  name: 'line-works',
  formsInCards: false,
  limits: lineWorksLimits,
  absent: true,
  ready: async () => undefined,
  send: async () => ({ outcome: 'failed', reason: 'LINE WORKS is not set up' }),
};
