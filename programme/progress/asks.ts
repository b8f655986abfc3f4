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
    evidence: input.evidence.optional(),
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
  'show-definition': z.object({ kpi: input.kpi, municipality: input.municipality.optional() }),
  'set-counting': z.object({
    kpi: input.kpi,
    counting: input.counting,
    municipality: input.municipality.optional(),
  }),
  'change-edition': z.object({ edition: input.edition.optional(), sure: input.sure.optional() }),
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
