import { z } from 'zod';
import { ChannelName } from './member.ts';

/** Someone the bot has met in a chat product, and who of the roster that is, once known. */
export const Acquaintance = z.object({
  /** A hash of channel and person id; the raw id stays inside. */
  id: z.string(),
  channel: ChannelName,
  person: z.string(),
  member: z.string().optional(),
  /** Where the person can be written to 1:1; absent until they opened such a chat. */
  home: z.string().optional(),
  metAt: z.iso.datetime(),
});
export type Acquaintance = z.infer<typeof Acquaintance>;
