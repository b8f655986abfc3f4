import { z } from 'zod';
import { ended } from '../help/inputs.ts';
import * as input from '../inputs.ts';
import * as inquired from './inquiry-inputs.ts';

/** What the prefecture and the secretariat ask of each other: a line per command with the inputs it takes. */
export const inquiryAsks = {
  'special-report': z.object({
    text: inquired.wantedReport,
    municipality: input.municipality.optional(),
    item: input.item.optional(),
    by: inquired.answerBy.optional(),
    sure: input.sure.optional(),
  }),
  consult: z.object({ text: inquired.consultedText, item: input.item.optional(), sure: input.sure.optional() }),
  'show-inquiries': z.object({
    inquiry: inquired.inquiryMeant.optional(),
    direction: inquired.directionMeant.optional(),
    ended: ended.optional(),
    page: input.page.optional(),
  }),
  'receive-inquiry': z.object({ inquiry: inquired.inquiryMeant.optional() }),
  'answer-inquiry': z.object({
    inquiry: inquired.inquiryMeant.optional(),
    answer: inquired.inquiryAnswer,
    document: inquired.letterNumber.optional(),
    seen: input.seen.optional(),
    sure: input.sure.optional(),
  }),
  'end-inquiry': z.object({
    inquiry: inquired.inquiryMeant.optional(),
    back: input.back.optional(),
    more: inquired.stillMissing.optional(),
    sure: input.sure.optional(),
  }),
  'withdraw-inquiry': z.object({}),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
