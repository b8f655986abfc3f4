import { notice } from '../../../cards/card.ts';
import { submitPlanCard, wholePlanCard } from '../../../cards/reports/whole-plan.ts';
import { currentFiling, withSubmission } from '../../../programme/filing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { blankParts } from '../../../programme/reports/whole-plan.ts';
import { asksBack, defineCommand } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import { ownPlan, wholePlanAt } from './whole-plans.ts';

export const submitWholePlan = defineCommand({
  name: 'submit-whole-plan',
  says: ['全体計画提出'],
  shownFirst: true,
  help: '全体計画の下書きを県に提出します。提出の前に、変わるところを表示します。',
  example: '全体計画提出',
  english: 'Hand the plan of the year in to the prefecture.',
  group: { title: '県とのやりとり', order: 72 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['version'],
  typed: 'inputs',
  spoken: { words: ['全体計画提出', '全体計画を提出', '全体計画の提出'], wins: 465 },

  async prepare({ version }, turn) {
    const view = await ownPlan(turn);
    const blank = blankParts(view.content);
    if (view.number === 0 || blank.length > 0)
      throw Refusal.because('plan-incomplete', { what: blank.length > 0 ? blank.join('、') : '内容' });
    if (!view.isDraft) {
      if (view.number === version) return { found: version };
      throw Refusal.because('plan-handed-in');
    }
    // Another version than the one that was shown is shown first.
    return view.number === version ? { found: version } : asksBack([], submitPlanCard(view));
  },

  async run(_input, turn, version) {
    await turn.change('wholePlans', wholePlanAt(turn.programme.fiscalYear), (known) => {
      if (!known || currentFiling(known).number !== version) throw Refusal.because('busy');
      return withSubmission(known, turn.from);
    });
    await ringBell(turn);
    const said = notice('good', '県に提出しました。決定が届くとお知らせします。');
    return { card: wholePlanCard(await ownPlan(turn), [said]), how: 'replace' };
  },
});
