import { notice } from '../../../cards/card.ts';
import { type SimplePlanView, simplePlanCard } from '../../../cards/initiatives/simple-plan.ts';
import { fullDate } from '../../../programme/day.ts';
import { currentPlan, stillToWrite } from '../../../programme/initiatives/simple-plan.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { refuseComingDay } from './refuse-coming-day.ts';
import { planNotBegun, planUnfinished, simplePlanView, viewOf, writeSimplePlan } from './simple-plan-view.ts';

export const circulateSimplePlan = defineCommand({
  name: 'circulate-simple-plan',
  says: ['簡易計画意見照会', '簡易計画の意見照会'],
  help: '簡易計画の素案を意見照会に出した日を記録します。',
  example: '簡易計画意見照会',
  english: 'Record the day on which the draft plan went out for comments.',
  group: { title: '工程表と財源', order: 10 },
  needs: 'report',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  spoken: { words: ['簡易計画意見照会', '簡易計画の意見照会', '簡易計画を意見照会'], wins: 624 },

  async prepare({ day }, turn): Promise<Prepared<SimplePlanView>> {
    const view = await simplePlanView(turn);
    if (!view) return planNotBegun(turn);
    refuseComingDay(day, turn.now, '意見照会に出した日');
    const { content } = currentPlan(view.plan);
    if (content.decided)
      return asksBack(
        [],
        simplePlanCard(view, [notice('attention', 'すでに庁内決定が記録されているため、意見照会は記録していません。')]),
      );
    return stillToWrite(content).length === 0 ? { found: view } : planUnfinished(view);
  },

  async run({ day }, turn, view) {
    const { content, number } = currentPlan(view.plan);
    const plan = await writeSimplePlan(turn, { ...content, circulatedOn: day }, number);
    return {
      card: simplePlanCard(await viewOf(plan, turn), [
        notice('good', `意見照会（${fullDate(day)}から）を記録しました。`),
      ]),
      how: 'replace',
    };
  },
});
