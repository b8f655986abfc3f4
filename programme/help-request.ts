import { z } from 'zod';
import { Provenance } from './provenance.ts';

/** 相談: a municipality asks the secretariat for help. The text never leaves 1:1 chats with those who may see it. */
export const HelpRequest = Provenance.extend({
  id: z.string(),
  municipality: z.string(),
  text: z.string(),
  item: z.string().optional(),
  undone: Provenance.optional(),
});
export type HelpRequest = z.infer<typeof HelpRequest>;
