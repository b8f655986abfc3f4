import { z } from 'zod';
import * as input from '../inputs.ts';
import * as own from './inputs.ts';
import * as plan from './simple-plan-inputs.ts';

/** What can be asked about 簡易計画: a line per command with the inputs it takes. */
export const simplePlanAsks = {
  'show-simple-plan': z.object({
    municipality: input.municipality.optional(),
    section: plan.planSection.optional(),
  }),
  'start-simple-plan': z.object({ municipality: input.municipality.optional(), size: plan.planSize }),
  'edit-simple-plan': z.object({
    municipality: input.municipality.optional(),
    section: plan.planSection.optional(),
    text: plan.sectionWords.optional(),
    seen: input.seen.optional(),
    version: plan.planEdition.optional(),
    sure: input.sure.optional(),
  }),
  'circulate-simple-plan': z.object({ municipality: input.municipality.optional(), day: plan.circulatedOn }),
  'decide-simple-plan': z.object({
    municipality: input.municipality.optional(),
    day: own.decidedOn,
    title: own.decidedAt,
    meant: input.meant.optional(),
  }),
  'simple-plan-file': z.object({
    municipality: input.municipality.optional(),
    version: plan.planEdition.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
