import { z } from 'zod';
import * as reminder from './inputs.ts';

/** What can be asked about oneself: a line per command with the inputs it takes. */
export const ownTimesAsks = {
  'take-leave': z.object({
    from: reminder.from,
    until: reminder.until.optional(),
    substitute: reminder.substitute.optional(),
    overlap: reminder.overlap.optional(),
  }),
  return: z.object({ leave: reminder.leave.optional() }),
  settings: z.object({
    day: reminder.day.optional(),
    time: reminder.time.optional(),
    channel: reminder.channel.optional(),
    off: reminder.off.optional(),
    reset: reminder.reset.optional(),
  }),
  why: z.object({}),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
