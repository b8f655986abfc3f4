import { z } from 'zod';
import * as input from '../inputs.ts';
import * as own from './inputs.ts';

/** What can be asked about what is published of municipalities: 全国指標: a line per command with the inputs it takes. */
export const indicatorsAsks = {
  'show-indicators': z.object({
    municipality: input.municipality.optional(),
    indicator: own.indicator.optional(),
    kpi: input.kpi.optional(),
    form: input.form.optional(),
    page: input.page.optional(),
  }),
  'show-indicator-everywhere': z.object({
    indicator: own.indicator.optional(),
    kpi: input.kpi.optional(),
    form: input.form.optional(),
    page: input.page.optional(),
  }),
  'show-indicator-list': z.object({
    indicator: own.indicator.optional(),
    kpi: input.kpi.optional(),
    page: input.page.optional(),
  }),
  'change-indicator': z.object({
    indicator: own.indicator.optional(),
    of: own.surveyYear.optional(),
    name: own.indicatorCalled.optional(),
    kpis: own.sameKpis.optional(),
    near: own.nearKpis.optional(),
    definition: own.definition.optional(),
    denominatorIs: own.denominatorIs.optional(),
    survey: own.survey.optional(),
    surveyedOn: own.surveyedOn.optional(),
    source: own.source.optional(),
    address: own.address.optional(),
    headings: own.headings.optional(),
    numeratorHeadings: own.numeratorHeadings.optional(),
    denominatorHeadings: own.denominatorHeadings.optional(),
    note: own.termsNote.optional(),
    checked: own.checkedOn.optional(),
    part: own.indicatorPart.optional(),
    meant: input.meant.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
