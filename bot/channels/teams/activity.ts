import { z } from 'zod';

const optionalText = z.string().optional().catch(undefined);
const Account = z.object({ id: z.string().min(1) });

export const Mention = z.object({
  type: z.literal('mention'),
  text: optionalText,
  mentioned: z.object({ id: z.string() }),
});

/** The parts of an activity this door reads. What is odd but not needed counts as absent. */
export const InboundActivity = z.object({
  type: z.string(),
  id: optionalText,
  channelId: z.string().min(1),
  serviceUrl: z.string().min(1),
  conversation: z.object({
    id: z.string().min(1),
    conversationType: optionalText,
    isGroup: z.boolean().optional().catch(undefined),
  }),
  from: Account,
  recipient: Account.optional().catch(undefined),
  timestamp: z.unknown().optional(),
  text: optionalText,
  name: optionalText,
  action: optionalText,
  replyToId: optionalText,
  value: z.unknown().optional(),
  entities: z.array(z.unknown()).optional().catch(undefined),
  membersAdded: z.array(Account).optional().catch(undefined),
});
export type InboundActivity = z.infer<typeof InboundActivity>;
