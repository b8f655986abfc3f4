import { z } from 'zod';
import * as input from '../inputs.ts';
import * as own from './inputs.ts';

/** What can be asked about who is to do it: 人材: a line per command with the inputs it takes. */
export const talentAsks = {
  'show-talent': z.object({
    municipality: input.municipality.optional(),
    training: own.trainingMeant.optional(),
    talent: own.talentMeant.optional(),
    page: input.page.optional(),
  }),
  'edit-training': z.object({
    municipality: input.municipality.optional(),
    training: own.trainingMeant.optional(),
    level: own.level.optional(),
    target: own.target.optional(),
    planned: own.headsPlanned.optional(),
    when: own.trainingWhen.optional(),
    begins: own.talentBegins.optional(),
    sure: input.sure.optional(),
  }),
  'record-training': z.object({
    municipality: input.municipality.optional(),
    training: own.trainingMeant.optional(),
    done: own.headsDone.optional(),
    day: own.doneOn.optional(),
    sure: input.sure.optional(),
  }),
  'edit-talent-profile': z.object({
    municipality: input.municipality.optional(),
    talent: own.talentMeant.optional(),
    role: own.role.optional(),
    skills: own.skills.optional(),
    engagement: own.engagement.optional(),
    days: own.workDays.optional(),
    pay: own.pay.optional(),
    recruiting: own.recruiting.optional(),
    when: own.talentWhen.optional(),
    begins: own.talentBegins.optional(),
    sure: input.sure.optional(),
  }),
  'remove-talent': z.object({
    municipality: input.municipality.optional(),
    training: own.trainingMeant.optional(),
    talent: own.talentMeant.optional(),
    sure: input.sure.optional(),
    back: input.back.optional(),
  }),
  'talent-file': z.object({ municipality: input.municipality.optional(), talent: own.talentMeant.optional() }),
  'training-file': z.object({ municipality: input.municipality.optional() }),
} as const satisfies Readonly<Record<string, z.ZodObject>>;
