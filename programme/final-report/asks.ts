import { z } from 'zod';
import * as input from '../inputs.ts';
import * as own from './inputs.ts';

/** What can be asked about 業務報告書 and its delivery: a line per command with the inputs it takes. */
export const finalReportAsks = {
  'final-report': z.object({
    section: own.section.optional(),
    municipality: input.municipality.optional(),
    lacking: own.lacking.optional(),
    version: input.filedVersion.optional(),
    year: input.year.optional(),
    page: input.page.optional(),
  }),
  'final-report-gaps': z.object({
    sayer: own.sayer.optional(),
    year: input.year.optional(),
    page: input.page.optional(),
  }),
  'ask-final-gaps': z.object({ year: input.year.optional(), meant: input.meant.optional() }),
  'edit-final-report': z.object({
    section: own.section,
    municipality: input.municipality.optional(),
    text: input.sectionText,
    year: input.year.optional(),
    seen: input.seen.optional(),
    sure: input.sure.optional(),
  }),
  'redraft-final-report': z.object({ year: input.year.optional() }),
  'submit-final-report': z.object({ year: input.year.optional(), meant: input.meant.optional() }),
  'final-report-file': z.object({ version: input.filedVersion.optional(), year: input.year.optional() }),
  'deliver-final-report': z.object({
    day: own.deliveredOn.optional(),
    year: input.year.optional(),
    meant: input.meant.optional(),
  }),
  'withdraw-delivery': z.object({ year: input.year.optional(), meant: input.meant.optional() }),
  'inspect-final-report': z.object({
    inspected: own.inspected.optional(),
    text: own.toCorrect.optional(),
    year: input.year.optional(),
    seen: input.seen.optional(),
    sure: input.sure.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
