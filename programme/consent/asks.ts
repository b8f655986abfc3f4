import { z } from 'zod';
import * as input from '../inputs.ts';
import * as meeting from '../meetings/inputs.ts';
import * as consent from './inputs.ts';

/** What can be asked about 承諾: what may be shown of a municipality to others. */
export const consentAsks = {
  'show-shared': z.object({
    material: consent.material.optional(),
    meeting: meeting.meeting.optional(),
    page: input.page.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
