import { notice } from '../../../cards/card.ts';
import { confirmPlanDecision, type SimplePlanView, simplePlanCard } from '../../../cards/initiatives/simple-plan.ts';
import { currentPlan, stillToWrite } from '../../../programme/initiatives/simple-plan.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { refuseComingDay } from './refuse-coming-day.ts';
import { planNotBegun, planUnfinished, simplePlanView, viewOf, writeSimplePlan } from './simple-plan-view.ts';

export const decideSimplePlan = defineCommand({
  name: 'decide-simple-plan',
  says: ['簡易計画決定', '簡易計画の決定'],
  help: '簡易計画の庁内決定日と会議名を記録します。その文章が版として残ります。',
  example: '簡易計画決定',
  english: 'Record the day and the meeting in which the plan was decided.',
  group: { title: '工程表と財源', order: 11 },
  needs: 'report',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  shownFirst: true,
  wished: [
    {
      like: /^(?:(?<where>\S+?[市区町村])の)?簡易計画[\s　]*(?:の|を|は|が)?[\s　]*(?:庁内)?(?:で)?決定(?:した|しました|を記録|日)?/u,
      as: '簡易計画決定 $<where> ',
      first: true,
    },
  ],

  async prepare({ day, title, meant }, turn): Promise<Prepared<SimplePlanView>> {
    const view = await simplePlanView(turn);
    if (!view) return planNotBegun(turn);
    refuseComingDay(day, turn.now, '決定した日');
    const { content, number } = currentPlan(view.plan);
    const { decided } = content;
    if (decided?.on === day && decided.at === title) return { found: view };
    if (stillToWrite(content).length > 0) return planUnfinished(view);
    return meant === String(number)
      ? { found: view }
      : asksBack([], confirmPlanDecision(view, { day, council: title }));
  },

  async run({ day, title }, turn, { plan, texts }) {
    const { content, number } = currentPlan(plan);
    const { size, circulatedOn, texts: own } = content;
    const decided = { on: day, at: title, texts };
    const next = await writeSimplePlan(
      turn,
      { size, texts: own, ...(circulatedOn ? { circulatedOn } : {}), decided },
      number,
    );
    const isNew = currentPlan(next).number !== number;
    const said = isNew
      ? notice('good', '庁内決定を記録しました。')
      : notice('quiet', 'すでにそのとおり記録されています。');
    return { card: simplePlanCard(await viewOf(next, turn), [said]), how: 'replace' };
  },
});
