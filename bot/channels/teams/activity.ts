import { z } from 'zod';

const optionalText = z.string().optional().catch(undefined);
const Account = z.object({ id: z.string().min(1) });
const Entities = z.array(z.unknown()).optional().catch(undefined);

const Mention = z.object({
  type: z.literal('mention'),
  text: optionalText,
  mentioned: z.object({ id: z.string(), name: optionalText }),
});

/** Some clients tell so that a message answers another one; `preview` is the beginning of that one. */
const QuotedReply = z.object({
  type: z.literal('quotedReply'),
  quotedReply: z.object({ preview: optionalText }).optional().catch(undefined),
});

const Attachment = z.object({ contentType: z.string(), name: optionalText, content: z.unknown().optional() });

/** Finding out in full why something is no mention costs more than the rest of a message: its own word is asked first. */
const isOfType = (entity: unknown, type: string): boolean =>
  typeof entity === 'object' && entity !== null && Reflect.get(entity, 'type') === type;

export const mentionIn = (entity: unknown): z.infer<typeof Mention> | undefined =>
  isOfType(entity, 'mention') ? Mention.safeParse(entity).data : undefined;

export const quotedReplyIn = (entity: unknown): z.infer<typeof QuotedReply> | undefined =>
  isOfType(entity, 'quotedReply') ? QuotedReply.safeParse(entity).data : undefined;

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
    tenantId: optionalText,
  }),
  from: Account.extend({ aadObjectId: optionalText }),
  recipient: Account.extend({ name: optionalText }).optional().catch(undefined),
  timestamp: z.unknown().optional(),
  text: optionalText,
  name: optionalText,
  action: optionalText,
  replyToId: optionalText,
  value: z.unknown().optional(),
  entities: Entities,
  attachments: z.array(Attachment).optional().catch(undefined),
  membersAdded: z.array(Account).optional().catch(undefined),
  channelData: z
    .object({
      eventType: optionalText,
      tenant: z.object({ id: optionalText }).optional().catch(undefined),
      team: z.object({ id: optionalText }).optional().catch(undefined),
    })
    .optional()
    .catch(undefined),
});
export type InboundActivity = z.infer<typeof InboundActivity>;
