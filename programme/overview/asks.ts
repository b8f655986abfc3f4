import { z } from 'zod';
import * as input from '../inputs.ts';
import * as overview from './inputs.ts';

/** What can be asked about all municipalities beside each other, and the pictures: a line per command with the inputs it takes. */
export const overviewAsks = {
  'show-overview': z.object({
    which: overview.which.optional(),
    area: input.area.optional(),
    year: input.year.optional(),
    form: input.form.optional(),
    page: input.page.optional(),
  }),
  'show-whole-picture': z.object({
    kpi: input.kpi.optional(),
    year: input.year.optional(),
    page: input.page.optional(),
  }),
  'show-kpi-everywhere': z.object({
    kpi: input.kpi.optional(),
    year: input.year.optional(),
    form: input.form.optional(),
    page: input.page.optional(),
  }),
  'compare-days': z.object({
    from: overview.from.optional(),
    until: overview.until.optional(),
    municipality: input.municipality.optional(),
    area: input.area.optional(),
    form: input.form.optional(),
    page: input.page.optional(),
  }),
  'show-plans-everywhere': z.object({
    opens: overview.opens.optional(),
    form: input.form.optional(),
    page: input.page.optional(),
  }),
  'show-workbooks': z.object({}),
  'show-papers': z.object({}),
  'one-page': z.object({ from: overview.from.optional() }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
