import { z } from 'zod';
import * as input from '../inputs.ts';
import * as approvals from './inputs.ts';

const which = { filing: approvals.filing.optional(), version: approvals.version.optional() };

/** What can be asked about what waits for the prefecture, what it decided, and accidents. */
export const approvalsAsks = {
  'show-waiting': z.object({
    filing: approvals.filing.optional(),
    decided: approvals.decided.optional(),
    page: input.page.optional(),
  }),
  'decide-filing': z.object({
    ...which,
    verdict: approvals.verdict,
    condition: approvals.condition.optional(),
    reason: approvals.anewBecause.optional(),
    anew: approvals.anew.optional(),
    sure: input.sure.optional(),
  }),
  'record-document': z.object({
    ...which,
    document: approvals.document.optional(),
    day: approvals.documentDay.optional(),
    lacking: approvals.lacking.optional(),
  }),
  'remark-filing': z.object({ ...which, text: approvals.remark, sure: input.sure.optional() }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
