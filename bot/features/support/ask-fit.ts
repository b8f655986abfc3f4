import { z } from 'zod';
import { assessFitCard } from '../../../cards/support/assess-fit.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { dayOf } from '../../../programme/day.ts';
import { daily } from '../../../programme/schedule.ts';
import { FitOccasion } from '../../../programme/visits/fit-answer.ts';
import { away, type DueItem, days, defineJob, withdraw } from '../../job.ts';
import { askedIn, isRunning } from '../people/who-is-asked.ts';
import { fitQuestionsIn, fitToAnswer, ownFitAnswer } from './fit-to-answer.ts';

const FitItem = z.object({
  municipality: z.string(),
  expert: z.string(),
  occasion: FitOccasion,
  side: z.enum(['municipality', 'expert']),
});

/** 初期評価 and the question after a 交代: once to both sides of a pair. */
export const askFit = defineJob({
  name: 'fit-question',
  called: '続けられそうかの確認',
  withdraws: {
    ...away,
    answered: '回答済みのため送りませんでした',
    over: '担当が変わったため送りませんでした',
  },
  item: FitItem,
  within: days(4),
  schedule: (_programme, who) => (who?.preference?.off ? undefined : daily('09:00')),

  async due(slot, planning) {
    if (!isRunning(planning.programme, slot.day)) return [];
    const serving = new Map(planning.members.map(({ id, municipalities }) => [id, municipalities]));
    const due = await Promise.all(
      askedIn(planning, slot.day).map(async ({ municipality: { code }, asked }) => {
        const questions = await fitQuestionsIn(planning, code);
        return questions
          .filter(({ expert, askedOn }) => askedOn === slot.day && serving.get(expert)?.includes(code))
          .flatMap(({ expert, occasion }): DueItem<z.infer<typeof FitItem>>[] => {
            const about = `${occasion}-${code}-${expert}`;
            const toSide = (id: string, side: 'municipality' | 'expert') => ({
              ...{ recipient: { kind: 'member' as const, id }, municipality: code, about },
              item: { municipality: code, expert, occasion, side },
            });
            return [...(asked.who ? [toSide(asked.who.id, 'municipality')] : []), toSide(expert, 'expert')];
          });
      }),
    );
    return due.flat();
  },

  async card({ side, ...asked }, drawing) {
    if (leaveOn(drawing.who?.leave, dayOf(drawing.now))) return withdraw('on-leave');
    if (await ownFitAnswer(asked, side, drawing)) return withdraw('answered');
    const question = await fitToAnswer(asked, side, drawing);
    return question ? assessFitCard(question) : withdraw('over');
  },
});
