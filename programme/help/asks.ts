import { z } from 'zod';
import * as input from '../inputs.ts';
import * as help from './inputs.ts';

/** Which 相談 is meant, by its card. */
const which = { request: input.request.optional(), municipality: input.municipality.optional() };

/** What can be asked of the secretariat for help: a line per command with the inputs it takes. */
export const helpAsks = {
  'ask-help': z.object({
    text: input.text,
    item: input.item.optional(),
    municipality: input.municipality.optional(),
    sure: input.sure.optional(),
    aside: help.aside.optional(),
  }),
  'show-requests': z.object({ ...which, ended: help.ended.optional(), page: input.page.optional() }),
  'categorize-request': z.object({ ...which, category: help.requestCategory }),
  'end-request': z.object({ ...which, back: input.back.optional() }),
  'answer-request': z.object({
    ...which,
    answer: help.requestAnswer,
    seen: input.seen.optional(),
    sure: input.sure.optional(),
  }),
  'handle-request': z.object({
    ...which,
    state: help.handling,
    member: help.handler.optional(),
    due: help.promised.optional(),
    seen: input.seen.optional(),
  }),
  'answer-help': z.object({ ...which, back: input.back.optional(), page: input.page.optional() }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
