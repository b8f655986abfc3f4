import { z } from 'zod';
import * as input from '../inputs.ts';
import * as plan from '../progress/inputs.ts';
import * as assessed from './fit-inputs.ts';
import * as support from './inputs.ts';
import * as mismatch from './mismatch-inputs.ts';
import { month } from './month.ts';

/** What can be asked about the support as a whole: a line per command with the inputs it takes. */
export const supportAsks = {
  'show-charge': z.object({ municipality: input.municipality.optional(), page: input.page.optional() }),
  'show-dispatch': z.object({ municipality: input.municipality.optional(), page: input.page.optional() }),
  assign: z.object({
    municipality: input.municipality.optional(),
    expert: support.expert,
    from: support.from.optional(),
    until: support.until.optional(),
    planned: support.planned.optional(),
    agreed: support.agreed,
    reason: plan.because,
    themes: support.themes.optional(),
    sources: support.sources.optional(),
    after: support.after.optional(),
    assignment: support.assignment.optional(),
    meant: input.meant.optional(),
  }),
  'set-needs': z.object({
    municipality: input.municipality.optional(),
    themes: support.themes.optional(),
    problems: support.problems.optional(),
    goal: support.goal.optional(),
    mode: support.mode.optional(),
    skills: support.skills.optional(),
    limits: support.limits.optional(),
    sure: input.sure.optional(),
  }),
  'take-over': z.object({
    municipality: input.municipality.optional(),
    assignment: support.assignment.optional(),
  }),
  'show-support-figures': z.object({
    month: month.optional(),
    municipality: input.municipality.optional(),
    year: input.year.optional(),
    page: input.page.optional(),
  }),
  'show-programme-kpis': z.object({ year: input.year.optional() }),
  'assess-fit': z.object({
    municipality: input.municipality.optional(),
    expert: assessed.assessedExpert.optional(),
    occasion: assessed.fitOccasion.optional(),
    fit: assessed.fit.optional(),
  }),
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
    sure: input.sure.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
