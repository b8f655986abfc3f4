import { z } from 'zod';
import * as input from '../inputs.ts';
import { month } from './month.ts';

/** What can be asked about the support as a whole: a line per command with the inputs it takes. */
export const supportAsks = {
  'show-support-figures': z.object({
    month: month.optional(),
    municipality: input.municipality.optional(),
    year: input.year.optional(),
    page: input.page.optional(),
  }),
  'show-programme-kpis': z.object({ year: input.year.optional() }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
