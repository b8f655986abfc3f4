import { z } from 'zod';
import * as input from '../inputs.ts';

/** What can be asked about progress and KPIs: a line per command with the inputs it takes. */
export const progressAsks = {
  'show-status': z.object({
    municipality: input.municipality.optional(),
    step: input.step.optional(),
    year: input.year.optional(),
  }),
  'show-item': z.object({
    item: input.item,
    municipality: input.municipality.optional(),
    year: input.year.optional(),
  }),
  'report-item': z.object({
    item: input.item,
    stage: input.stage,
    year: input.year.optional(),
    evidence: input.evidence.optional(),
    note: input.note.optional(),
    municipality: input.municipality.optional(),
    seen: input.seen.optional(),
    sure: input.sure.optional(),
  }),
  'show-kpis': z.object({
    municipality: input.municipality.optional(),
    page: input.page.optional(),
    year: input.year.optional(),
  }),
  'report-kpi': z.object({
    kpi: input.kpi,
    value: input.value.optional(),
    numerator: input.numerator.optional(),
    denominator: input.denominator.optional(),
    note: input.note.optional(),
    week: input.week.optional(),
    year: input.year.optional(),
    municipality: input.municipality.optional(),
    seen: input.seen.optional(),
    sure: input.sure.optional(),
  }),
  'show-history': z.object({
    item: input.item.optional(),
    kpi: input.kpi.optional(),
    municipality: input.municipality.optional(),
    year: input.year.optional(),
    page: input.page.optional(),
  }),
  correct: z.object({
    item: input.item.optional(),
    stage: input.stage.optional(),
    kpi: input.kpi.optional(),
    value: input.value.optional(),
    numerator: input.numerator.optional(),
    denominator: input.denominator.optional(),
    week: input.week.optional(),
    year: input.year.optional(),
    reason: input.reason.optional(),
    municipality: input.municipality.optional(),
    seen: input.seen.optional(),
    sure: input.sure.optional(),
  }),
  undo: z.object({ municipality: input.municipality.optional(), report: input.report.optional() }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
