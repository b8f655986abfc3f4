import { z } from 'zod';
import * as input from '../inputs.ts';
import { month } from '../support/month.ts';
import * as monthly from './monthly-inputs.ts';

/** What can be asked about the reports of the months. */
export const monthlyAsks = {
  'monthly-report': z.object({
    section: monthly.section.optional(),
    month: month.optional(),
    year: input.year.optional(),
    version: input.filedVersion.optional(),
    page: input.page.optional(),
  }),
  'edit-monthly-report': z.object({
    section: monthly.section,
    month: month.optional(),
    text: input.sectionText,
    year: input.year.optional(),
    seen: input.seen.optional(),
    sure: input.sure.optional(),
  }),
  'redraft-monthly-report': z.object({ month: month.optional(), year: input.year.optional() }),
  'submit-monthly-report': z.object({
    month: month.optional(),
    year: input.year.optional(),
    meant: input.meant.optional(),
  }),
  'monthly-report-file': z.object({
    month: month.optional(),
    year: input.year.optional(),
    version: input.filedVersion.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
