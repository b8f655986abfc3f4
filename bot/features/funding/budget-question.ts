import { z } from 'zod';
import { budgetAskedCard } from '../../../cards/funding/budget.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { dayOf } from '../../../programme/day.ts';
import { BudgetQuestion, budgetDay, budgetSeason, isToBeAsked } from '../../../programme/funding/budget-season.ts';
import type { FundingRecord } from '../../../programme/funding/funding-record.ts';
import { hasNoFunding } from '../../../programme/funding/initiative-funding.ts';
import { daily } from '../../../programme/schedule.ts';
import { municipalityIn } from '../../../storage/municipalities.ts';
import { away, type DueItem, days, defineJob, withdraw } from '../../job.ts';
import { askedIn, isRunning } from '../people/who-is-asked.ts';
import { townFundings } from './funding-view.ts';
import { fundingRecordsIn } from './read-funding.ts';

const BudgetItem = z.object({ municipality: z.string(), question: BudgetQuestion });
type BudgetItem = z.infer<typeof BudgetItem>;

/** The questions of the budget season: one card a municipality, to who answers for it, and never after it was answered. */
export const budgetQuestion = defineJob({
  name: 'budget-question',
  called: '予算のお尋ね',
  withdraws: {
    ...away,
    answered: '回答済みのため送りませんでした',
    filled: '財源の欄が埋まったため送りませんでした',
  },
  item: BudgetItem,
  within: days(4),
  schedule: (_programme, who) => (who?.preference?.off ? undefined : daily('09:00')),

  async due(slot, planning) {
    const { programme, store, now } = planning;
    if (!isRunning(programme, slot.day)) return [];
    const asked = askedIn(planning, slot.day).flatMap(({ municipality: { code }, calendar, asked: { who } }) => {
      const on = (each: (typeof budgetSeason)[number]) => budgetDay(each, programme.fiscalYear, calendar) === slot.day;
      return who ? budgetSeason.filter(on).map(({ question }) => ({ code, who, question })) : [];
    });
    if (asked.length === 0) return [];
    const records = await fundingRecordsIn(store, programme.fiscalYear);
    const due = await Promise.all(
      asked.map(async ({ code, who, question }): Promise<DueItem<BudgetItem>[]> => {
        const answers = records.find(({ municipality }) => municipality === code)?.answers;
        if (await settled({ municipality: code, question }, answers, { store, programme, now })) return [];
        const item = { municipality: code, question };
        return [{ recipient: { kind: 'member', id: who.id }, municipality: code, about: `${code}-${question}`, item }];
      }),
    );
    return due.flat();
  },

  async card({ municipality, question }, { store, programme, now, who }) {
    if (leaveOn(who?.leave, dayOf(now))) return withdraw('on-leave');
    const { year, fundings, record } = await townFundings(municipality, { store, programme, now });
    const shown = question === 'blank' ? fundings.filter(hasNoFunding) : fundings;
    if (!isToBeAsked(question, record?.answers ?? [])) return withdraw('answered');
    if (question === 'blank' && shown.length === 0) return withdraw('filled');
    return budgetAskedCard({
      municipality: await municipalityIn(store, municipality),
      year,
      question,
      fundings: shown,
    });
  },
});

/** Whether there is nothing to ask: it was answered, or is of no use. */
async function settled(
  { municipality, question }: BudgetItem,
  answers: FundingRecord['answers'] | undefined,
  at: Parameters<typeof townFundings>[1],
): Promise<boolean> {
  if (!isToBeAsked(question, answers ?? [])) return true;
  return question === 'blank' && !(await townFundings(municipality, at)).fundings.some(hasNoFunding);
}
