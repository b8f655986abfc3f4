import { z } from 'zod';
import * as input from '../inputs.ts';
import * as mismatch from './mismatch-inputs.ts';

/** What can be asked about the support as a whole: a line per command with the inputs it takes. */
export const supportAsks = {
  'show-mismatch': z.object({
    mismatch: mismatch.mismatch.optional(),
    municipality: input.municipality.optional(),
    all: mismatch.all.optional(),
    page: input.page.optional(),
  }),
  'record-mismatch': z.object({
    mismatch: mismatch.mismatch.optional(),
    municipality: input.municipality.optional(),
    expert: mismatch.expert.optional(),
    part: mismatch.part.optional(),
    party: mismatch.party.optional(),
    cause: mismatch.cause.optional(),
    detail: mismatch.detail.optional(),
    heardMunicipality: mismatch.heardMunicipality.optional(),
    heardExpert: mismatch.heardExpert.optional(),
    heardOn: mismatch.heardOn.optional(),
    measure: mismatch.measure.optional(),
    resolvedOn: mismatch.resolvedOn.optional(),
    followUpOn: mismatch.followUpOn.optional(),
    seen: input.seen.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
