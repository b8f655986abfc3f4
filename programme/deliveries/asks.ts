import { z } from 'zod';
import * as input from '../inputs.ts';
import * as reminder from '../own-times/inputs.ts';

/** What can be asked about deliveries: a line per command with the inputs it takes. */
export const deliveriesAsks = {
  'delivery-report': z.object({ page: input.page.optional() }),
  resend: z.object({
    delivery: reminder.delivery,
    partition: reminder.partition,
    channel: reminder.channel.optional(),
    page: input.page.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
