import { z } from 'zod';
import * as input from '../inputs.ts';
import * as plan from './whole-plan-inputs.ts';

/** What can be asked about 全体計画: a line per command with the inputs it takes. */
export const wholePlanAsks = {
  'whole-plan': z.object({
    section: plan.planPart.optional(),
    version: plan.planVersion.optional(),
    year: input.year.optional(),
  }),
  'whole-plan-file': z.object({ version: plan.planVersion.optional(), year: input.year.optional() }),
  'edit-whole-plan': z.object({
    section: plan.planPart.optional(),
    text: plan.planWords.optional(),
    seen: input.seen.optional(),
    sure: input.sure.optional(),
  }),
  'submit-whole-plan': z.object({ version: plan.planVersion.optional() }),
  'set-milestone': z.object({
    milestone: plan.milestoneId.optional(),
    what: plan.milestoneWhat.optional(),
    by: plan.milestoneBy.optional(),
    add: plan.milestoneAdded.optional(),
    change: plan.milestoneChanged.optional(),
    drop: plan.milestoneDropped.optional(),
  }),
  'complete-milestone': z.object({ milestone: plan.milestoneId.optional(), back: input.back.optional() }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
