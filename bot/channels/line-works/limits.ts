import type { ChannelLimits } from '../channel.ts';

/** 240 a minute per API and domain, half of it when it goes on. */
export const lineWorksLimits: ChannelLimits = {
  conversation: [],
  overall: [{ count: 120, ms: 60_000 }],
  pace: { count: 2, ms: 900 },
  pauses: 'channel',
};
