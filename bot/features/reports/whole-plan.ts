import { noPlanCard, planPartCard, wholePlanCard } from '../../../cards/reports/whole-plan.ts';
import { defineCommand } from '../../command.ts';
import { planView } from './whole-plans.ts';

export const wholePlan = defineCommand({
  name: 'whole-plan',
  says: ['全体計画', '実施計画書'],
  help: '全体計画の状態・内容・全体スケジュールと、新しい版で変わるところを表示します。',
  example: '全体計画',
  english: 'Show the plan of the year, its state and what a newer version changes.',
  group: { title: '県とのやりとり', order: 70 },
  needs: 'filed',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: ['全体計画', '全体計画書', '実施計画書', '全体スケジュール', '計画の承認'],
    wins: 463,
    looks: true,
  },

  prepare: async ({ version }, turn) => ({ found: await planView(turn, version) }),

  async run({ section }, { programme }, view) {
    if (!view) return { card: noPlanCard(programme.fiscalYear) };
    return { card: section === undefined ? wholePlanCard(view) : planPartCard(view, section) };
  },
});
