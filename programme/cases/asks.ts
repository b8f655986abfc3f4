import { z } from 'zod';
import * as input from '../inputs.ts';
import * as own from './inputs.ts';

/** What can be asked about 事例: what went well, written down to be shown. */
export const casesAsks = {
  'find-cases': z.object({
    case: own.caseNumber.optional(),
    item: input.item.optional(),
    size: own.townSize.optional(),
    municipality: input.municipality.optional(),
    text: own.sought.optional(),
    page: input.page.optional(),
  }),
  'show-case-candidates': z.object({ municipality: input.municipality.optional(), page: input.page.optional() }),
  'draft-case': z.object({ municipality: input.municipality.optional(), item: input.item }),
  'edit-case': z.object({
    case: own.caseNumber.optional(),
    municipality: input.municipality.optional(),
    item: input.item.optional(),
    section: own.caseSection.optional(),
    text: own.sectionText.optional(),
    texts: own.sectionTexts.optional(),
    photos: own.photoConsent.optional(),
    permission: own.permission.optional(),
    seen: input.seen.optional(),
    sure: input.sure.optional(),
    page: input.page.optional(),
  }),
  'case-file': z.object({
    case: own.caseNumber.optional(),
    municipality: input.municipality.optional(),
    item: input.item.optional(),
  }),
  'nominate-case': z.object({
    municipality: input.municipality.optional(),
    item: input.item,
    reason: own.nominationReason,
    sure: input.sure.optional(),
  }),
  'ask-about-case': z.object({
    case: own.caseNumber.optional(),
    text: own.caseQuestionText,
    sure: input.sure.optional(),
  }),
  'show-case-questions': z.object({ question: own.caseQuestion.optional(), page: input.page.optional() }),
  'answer-about-case': z.object({
    question: own.caseQuestion.optional(),
    answer: own.caseAnswer,
    sure: input.sure.optional(),
  }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
