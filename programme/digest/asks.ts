import { z } from 'zod';
import * as input from '../inputs.ts';

/** What can be asked of the digest: a line per command with the inputs it takes. */
export const digestAsks = {
  'show-digest': z.object({
    week: input.week.optional(),
    year: input.year.optional(),
    municipality: input.municipality.optional(),
    page: input.page.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
