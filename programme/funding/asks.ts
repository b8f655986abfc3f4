import { z } from 'zod';
import { initiative } from '../initiatives/inputs.ts';
import * as input from '../inputs.ts';
import * as own from './inputs.ts';

/** What can be asked about where the money comes from: 財源: a line per command with the inputs it takes. */
export const fundingAsks = {
  'show-funding': z.object({
    municipality: input.municipality.optional(),
    initiative: initiative.optional(),
    page: input.page.optional(),
  }),
  'set-funding-state': z.object({
    municipality: input.municipality.optional(),
    initiative: initiative.optional(),
    funding: own.fundingChosen.optional(),
    state: own.fundingState.optional(),
    general: own.general.optional(),
    note: own.useNote.optional(),
    begins: own.noteBegins.optional(),
    version: own.stateMeant.optional(),
    back: input.back.optional(),
    sure: input.sure.optional(),
  }),
  'record-funding-talk': z.object({
    municipality: input.municipality.optional(),
    day: own.talkDay.optional(),
    division: own.division.optional(),
    result: own.talkResult.optional(),
    initiative: initiative.optional(),
    funding: own.fundingChosen.optional(),
    sure: input.sure.optional(),
  }),
  'remove-funding-talk': z.object({
    municipality: input.municipality.optional(),
    initiative: initiative.optional(),
    talk: own.talkMeant.optional(),
    sure: input.sure.optional(),
    back: input.back.optional(),
    page: input.page.optional(),
  }),
  'answer-budget': z.object({
    municipality: input.municipality.optional(),
    question: own.budgetQuestion.optional(),
    answer: own.budgetAnswer.optional(),
  }),
  'show-funding-list': z.object({
    funding: own.fundingChosen.optional(),
    of: own.termsYear.optional(),
    page: input.page.optional(),
  }),
  'change-funding-terms': z.object({
    funding: own.fundingChosen.optional(),
    of: own.termsYear.optional(),
    name: own.termsName.optional(),
    funds: own.termsFunds.optional(),
    rate: own.termsRate.optional(),
    cap: own.termsCap.optional(),
    who: own.termsWho.optional(),
    from: own.termsFrom.optional(),
    until: own.termsUntil.optional(),
    window: own.termsWindow.optional(),
    papers: own.termsPapers.optional(),
    route: own.termsRoute.optional(),
    note: own.termsNote.optional(),
    checked: own.checkedOn.optional(),
    part: own.termsPart.optional(),
    meant: input.meant.optional(),
  }),
  'funding-file': z.object({ municipality: input.municipality.optional() }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
