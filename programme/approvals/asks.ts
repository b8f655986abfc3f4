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
    kinds: approvals.kinds.optional(),
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
  'report-incident': z.object({
    text: approvals.happened,
    municipality: input.municipality.optional(),
    perhaps: approvals.perhaps.optional(),
  }),
  'follow-incident': z.object({
    incident: approvals.incident.optional(),
    text: approvals.progress.optional(),
    municipality: input.municipality.optional(),
    type: approvals.type.optional(),
    personal: approvals.personal.optional(),
    occurred: approvals.occurred.optional(),
    scope: approvals.scope.optional(),
    response: approvals.response.optional(),
    impact: approvals.impact.optional(),
    contacts: approvals.contacts.optional(),
    part: approvals.part.optional(),
    sure: input.sure.optional(),
  }),
  'complete-incident': z.object({
    incident: approvals.incident.optional(),
    cause: approvals.cause.optional(),
    prevention: approvals.prevention.optional(),
    sure: input.sure.optional(),
  }),
  'show-incidents': z.object({
    incident: approvals.incident.optional(),
    completed: approvals.completed.optional(),
    page: input.page.optional(),
  }),
  'incident-file': z.object({ incident: approvals.incident.optional() }),
  'remark-filing': z.object({ ...which, text: approvals.remark, sure: input.sure.optional() }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
