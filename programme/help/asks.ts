import { z } from 'zod';
import * as input from '../inputs.ts';

/** What can be asked of the secretariat for help: a line per command with the inputs it takes. */
export const helpAsks = {
  'ask-help': z.object({
    text: input.text,
    item: input.item.optional(),
    municipality: input.municipality.optional(),
  }),
  'answer-help': z.object({
    request: input.request.optional(),
    municipality: input.municipality.optional(),
    back: input.back.optional(),
    page: input.page.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
