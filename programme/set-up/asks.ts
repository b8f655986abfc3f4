import { z } from 'zod';
import * as input from '../inputs.ts';
import * as setUp from './inputs.ts';

/** What the secretariat can set up in the middle of the year: a line per command with the inputs it takes. */
export const setUpAsks = {
  'add-municipality': z.object({
    code: setUp.code,
    name: setUp.townName,
    area: setUp.area,
    supported: setUp.supported.optional(),
    meant: input.meant.optional(),
  }),
  'close-office': z.object({
    day: setUp.closedDay.optional(),
    municipality: input.municipality.optional(),
    reason: setUp.closedBecause.optional(),
    page: input.page.optional(),
    meant: input.meant.optional(),
  }),
  'open-office': z.object({
    day: setUp.closedDay,
    municipality: input.municipality.optional(),
    meant: input.meant.optional(),
  }),
  'change-slots': z.object({
    slot: setUp.slot.optional(),
    day: setUp.slotDay.optional(),
    time: setUp.slotTime.optional(),
    meant: input.meant.optional(),
  }),
  'change-late-reports': z.object({
    until: setUp.lateUntil.optional(),
    ends: setUp.lateEnds.optional(),
    yearClosed: setUp.yearClosed.optional(),
    meant: input.meant.optional(),
  }),
  'show-changes': z.object({ page: input.page.optional() }),
  'undo-change': z.object({ report: input.report.optional() }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
