import type { ChannelName } from '../../programme/channel.ts';

/** At the most so many in any span of so many ms. */
export type Limit = { readonly count: number; readonly ms: number };

export type ChannelLimits = {
  /** Into one conversation. */
  readonly conversation: readonly Limit[];
  /** Of the bot altogether. */
  readonly overall: readonly Limit[];
  /** Our own: no bursts, so that a crash leaves little under way. */
  readonly pace?: Limit;
  /** Whom a "too many requests" concerns: the conversation it came from, or everything on the channel. */
  readonly pauses: 'conversation' | 'channel';
};

export const limits: Readonly<Record<ChannelName, ChannelLimits>> = {
  /** Documented for a bot in one conversation, and 30 a second per app and tenant (newer pages: 50). */
  teams: {
    conversation: [
      { count: 7, ms: 1_000 },
      { count: 8, ms: 2_000 },
      { count: 60, ms: 30_000 },
      { count: 1_800, ms: 3_600_000 },
    ],
    overall: [{ count: 30, ms: 1_000 }],
    pace: { count: 5, ms: 100 },
    pauses: 'conversation',
  },
  /** 240 a minute per API and domain, half of it when it goes on. */
  'line-works': {
    conversation: [],
    overall: [{ count: 120, ms: 60_000 }],
    pace: { count: 2, ms: 900 },
    pauses: 'channel',
  },
};
