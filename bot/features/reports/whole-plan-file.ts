import type { PlanView } from '../../../cards/reports/plan-view.ts';
import { wordFileCard } from '../../../cards/word-file.ts';
import { ask } from '../../../programme/asks.ts';
import { fiscalYearName } from '../../../programme/day.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { wholePlanId } from '../../../programme/reports/whole-plan.ts';
import { defineCommand, type Prepared } from '../../command.ts';
import { planDocument } from './plan-document.ts';
import { planView } from './whole-plans.ts';

const NONE = '県に提出された全体計画は、まだありません。状態は「全体計画」で確認できます。';
const MIND = '正式な書類は、このファイルを整えて文書で提出してください。';

export const wholePlanFile = defineCommand({
  name: 'whole-plan-file',
  says: ['全体計画の書類', '全体計画のWord'],
  help: '全体計画書（実施計画書）を、Word のファイルで受け取ります。',
  example: '全体計画の書類',
  english: 'Get the plan of the year as a Word file.',
  group: { title: '県とのやりとり', order: 75 },
  needs: 'filed',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: ['全体計画の書類', '全体計画のWord', '全体計画をWord', '全体計画のファイル'],
    wins: 468,
    looks: true,
  },

  async prepare({ version }, turn): Promise<Prepared<PlanView>> {
    const view = await planView(turn, version);
    if (!view) throw Refusal.because('bad-value', { sentence: NONE });
    return { found: view };
  },

  async run(_input, turn, { fiscalYear, number, edition, standing }) {
    const id = wholePlanId(fiscalYear);
    const content = await planDocument.make(number > 0 ? `${id}-${number}` : id, turn);
    if (!content) throw Refusal.because('old-card');
    const meant = { year: fiscalYear, ...(number > 0 ? { version: number } : {}) };
    const of = `${fiscalYearName(fiscalYear)} 第${edition}版（${standing}）`;
    const back = { label: '全体計画に戻る', ask: ask('whole-plan', meant) };
    const again = ask('whole-plan-file', meant);
    return { card: wordFileCard({ title: '全体計画', of, content, again, mind: MIND, back }) };
  },
});
