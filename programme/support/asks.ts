import { z } from 'zod';
import * as input from '../inputs.ts';
import * as assessed from './fit-inputs.ts';

/** What can be asked about the support as a whole: a line per command with the inputs it takes. */
export const supportAsks = {
  'assess-fit': z.object({
    municipality: input.municipality.optional(),
    expert: assessed.assessedExpert.optional(),
    occasion: assessed.fitOccasion.optional(),
    fit: assessed.fit.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
