import { z } from 'zod';
import * as input from '../inputs.ts';
import * as answer from './answer-inputs.ts';
import * as visit from './inputs.ts';

/** What can be asked about visits: a line per command with the inputs it takes. */
export const visitsAsks = {
  'confirm-visit': z.object({
    visit: visit.visit.optional(),
    seen: input.seen.optional(),
    verdict: answer.verdict.optional(),
    note: answer.toPutRight.optional(),
    municipality: input.municipality.optional(),
  }),
  'rate-visit': z.object({
    visit: visit.visit.optional(),
    score: answer.score.optional(),
    wish: answer.wish.optional(),
    note: answer.opinion.optional(),
    more: answer.more.optional(),
    municipality: input.municipality.optional(),
  }),
  'show-own-rating': z.object({}),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
