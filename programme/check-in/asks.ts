import { z } from 'zod';
import * as input from '../inputs.ts';
import * as back from '../taken-inputs.ts';

/** What can be asked about the weekly report: a line per command with the inputs it takes. */
export const checkInAsks = {
  'check-in': z.object({
    municipality: input.municipality.optional(),
    week: input.week.optional(),
    year: input.year.optional(),
    answers: input.answers.optional(),
    stages: input.stages.optional(),
    text: input.text.optional(),
    sure: input.sure.optional(),
    reopened: input.reopened.optional(),
  }),
  'carry-over': z.object({
    kpi: input.kpi.optional(),
    year: input.year.optional(),
    municipality: input.municipality.optional(),
    week: input.week.optional(),
  }),
  'report-places': z.object({
    places: input.places.optional(),
    sure: input.sure.optional(),
    report: input.report.optional(),
  }),
  'show-unreported': z.object({ page: input.page.optional() }),
  'answer-sheet': z.object({ municipality: input.municipality.optional(), week: input.week.optional() }),
  'review-answers': z.object({ municipality: input.municipality.optional(), taken: back.taken.optional() }),
  'settle-answers': z.object({
    municipality: input.municipality.optional(),
    taken: back.taken.optional(),
    decided: back.settled.optional(),
    seen: input.seen.optional(),
    take: back.take.optional(),
  }),
  'apply-answers': z.object({
    municipality: input.municipality.optional(),
    taken: back.taken.optional(),
    meant: input.meant.optional(),
  }),
  'drop-answers': z.object({ municipality: input.municipality.optional(), taken: back.taken.optional() }),
  chase: z.object({
    municipality: input.municipality.optional(),
    page: input.page.optional(),
    sure: input.sure.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
