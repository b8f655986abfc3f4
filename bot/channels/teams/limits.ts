import type { ChannelLimits } from '../channel.ts';

/** Documented for a bot in one conversation, and 30 a second per app and tenant (newer pages: 50). */
export const teamsLimits: ChannelLimits = {
  conversation: [
    { count: 7, ms: 1_000 },
    { count: 8, ms: 2_000 },
    { count: 60, ms: 30_000 },
    { count: 1_800, ms: 3_600_000 },
  ],
  overall: [{ count: 30, ms: 1_000 }],
  pace: { count: 5, ms: 100 },
  pauses: 'conversation',
};
