import { z } from 'zod';

/** Who is in a group room: those who steer, one municipality (団体コード), or nobody in particular. */
export const Audience = z.union([z.enum(['none', 'prefecture', 'secretariat']), z.string().regex(/^\d{6}$/)]);
export type Audience = z.infer<typeof Audience>;

/** A group chat or channel the bot is in. */
export const Room = z.object({
  /** A hash of the channel's id for the room; the raw id is inside `address`. */
  id: z.string(),
  channel: z.string(),
  address: z.string(),
  audience: Audience,
  boundBy: z.string().optional(),
  boundAt: z.iso.datetime().optional(),
});
export type Room = z.infer<typeof Room>;
