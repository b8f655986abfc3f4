import { z } from 'zod';
import { ChannelName } from './channel.ts';
import { defineKind, inOne, ofNoYear } from './kind.ts';

/**
 * Something a chat product told us once and will not tell again: kept before it is acknowledged, worked off afterwards.
 * Once that is done only the mark remains, so that the same thing told again is known.
 */
export const ReceivedEvent = z.object({
  /** When it happened and a digest of it: in the order of time, and the same for the same event. */
  id: z.string(),
  channel: ChannelName,
  state: z.enum(['working', 'done', 'given-up']),
  /** As it came, until it is worked off. */
  body: z.string().optional(),
  owner: z.string(),
  /** Whoever finds it still in work after this takes it over. */
  leaseUntil: z.iso.datetime(),
  attempts: z.number().int(),
});
export type ReceivedEvent = z.infer<typeof ReceivedEvent>;

export const RECEIVED = '_received';

export const received = defineKind({
  name: 'received',
  called: '受け取った印',
  container: 'jobs',
  schema: ReceivedEvent,
  ...inOne(RECEIVED),
  id: ({ id }) => id,
  belongsTo: () => undefined,
  ofYear: ofNoYear,
  keptFor: { always: 'worked off within moments, it is nothing but a mark from then on' },
  exported: { as: 'nothing', because: 'what was just received is no record of the programme' },
  takenBack: { never: 'what came in has come in, whoever sent it' },
  audited: false,
  ofTheChat: 'all',
});
