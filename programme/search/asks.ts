import { z } from 'zod';
import * as input from '../inputs.ts';
import { query, sort } from './inputs.ts';

/** What can be asked about what is found by a word: a line per command with the inputs it takes. */
export const searchAsks = {
  'find-by-word': z.object({
    query,
    sort: sort.optional(),
    municipality: input.municipality.optional(),
    page: input.page.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
