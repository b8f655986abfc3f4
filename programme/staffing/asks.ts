import { z } from 'zod';
import * as input from '../inputs.ts';
import { accessAsks } from './access-asks.ts';
import * as staffing from './inputs.ts';

/** What can be asked about 体制: who works on the programme, and who does so for the contractor. */
export const staffingAsks = {
  'show-organization': z.object({ day: staffing.asOf.optional(), chart: staffing.chart.optional() }),
  'edit-organization': z.object({
    contractor: staffing.contractor.optional(),
    position: staffing.position.optional(),
    reach: staffing.reach.optional(),
    career: staffing.pmCareer.optional(),
    experience: staffing.experience.optional(),
    phone: staffing.phone.optional(),
    hours: staffing.hours.optional(),
    mail: staffing.mail.optional(),
    escalation: staffing.escalation.optional(),
    day: staffing.from.optional(),
    field: staffing.field.optional(),
  }),
  'submit-organization': z.object({ meant: input.meant.optional() }),
  'organization-file': z.object({ day: staffing.asOf.optional(), chart: staffing.chart.optional() }),
  'show-staffing-changes': z.object({ page: input.page.optional() }),
  'show-staffing-change': z.object({ change: staffing.change.optional() }),
  'change-staffing': z.object({
    kind: staffing.kind.optional(),
    before: staffing.before.optional(),
    after: staffing.after.optional(),
    day: staffing.day.optional(),
    reason: staffing.because.optional(),
    handover: staffing.handover.optional(),
    municipalities: staffing.municipalities.optional(),
    career: staffing.career.optional(),
    late: staffing.late.optional(),
    stays: staffing.stays.optional(),
    change: staffing.change.optional(),
    sure: input.sure.optional(),
  }),
  'submit-staffing': z.object({ change: staffing.change.optional(), seen: input.seen.optional() }),
  'withdraw-staffing': z.object({ change: staffing.change.optional(), sure: input.sure.optional() }),
  'staffing-file': z.object({ change: staffing.change.optional() }),
  ...accessAsks,
} as const satisfies Readonly<Record<string, z.ZodObject>>;
