import { type SimplePlanView, simplePlanFileCard } from '../../../cards/initiatives/simple-plan.ts';
import { currentPlan } from '../../../programme/initiatives/simple-plan.ts';
import { defineCommand, type Prepared } from '../../command.ts';
import { writtenSimplePlan } from './simple-plan-document.ts';
import { planNotBegun, simplePlanView } from './simple-plan-view.ts';

export const simplePlanFile = defineCommand({
  name: 'simple-plan-file',
  says: ['簡易計画Word', '簡易計画書'],
  help: '簡易計画をWordで受け取ります。',
  example: '簡易計画Word',
  english: 'Get the simple plan as a Word file.',
  group: { title: '工程表と財源', order: 12 },
  needs: 'view',
  about: 'municipality',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  wished: [
    {
      like: /^(?:(?<where>\S+?[市区町村])の)?簡易計画[\s　]*(?:の|を|は)?[\s　]*(?:word|docx|ワード|ファイル|印刷)(?:で|を|に|の)?(?:ください|下さい|出して|出力|欲しい|ほしい|お願いします|書き出し|見せて)?/iu,
      as: '簡易計画Word $<where> ',
      first: true,
    },
  ],
  spoken: { words: ['簡易計画Word', '簡易計画のWord', '簡易計画ワード', '簡易計画書', '簡易計画のワード'], wins: 626 },

  async prepare(_input, turn): Promise<Prepared<SimplePlanView>> {
    const view = await simplePlanView(turn);
    return view ? { found: view } : planNotBegun(turn);
  },

  async run({ version }, { store, programme, now }, view) {
    const known = view.plan.versions.find(({ number }) => number === version) ?? currentPlan(view.plan);
    const content = await writtenSimplePlan(view.plan, { store, programme, now }, known.number);
    return { card: simplePlanFileCard(view, known.number, content) };
  },
});
