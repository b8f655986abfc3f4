import { z } from 'zod';
import * as input from '../inputs.ts';
import * as own from './inputs.ts';

/** What can be asked about the change to the next year: a line per command with the inputs it takes. */
export const yearAsks = {
  'new-year': z.object({
    municipality: input.municipality.optional(),
    item: input.item.optional(),
    goesOn: own.goesOn.optional(),
    due: own.due.optional(),
    reason: own.because.optional(),
    rest: own.rest.optional(),
    page: input.page.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
