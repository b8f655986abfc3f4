import { notice } from '../../../cards/card.ts';
import { type SimplePlanView, simplePlanCard } from '../../../cards/initiatives/simple-plan.ts';
import { planSizeNames } from '../../../programme/initiatives/simple-plan.ts';
import { defineCommand, type Prepared } from '../../command.ts';
import { simplePlanView, viewOf, writeSimplePlan } from './simple-plan-view.ts';

export const startSimplePlan = defineCommand({
  name: 'start-simple-plan',
  says: ['簡易計画作成', '簡易計画の作成'],
  help: '規模（小規模・町・市）を選び、ひな形と記録から簡易計画の下書きを作ります。',
  example: '簡易計画作成 小規模',
  english: 'Begin the simple plan from the template of a size.',
  group: { title: '工程表と財源', order: 8 },
  needs: 'report',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: true,
  typed: 'inputs',
  wished: [
    {
      like: /^(?:(?<where>\S+?[市区町村])の)?簡易計画(?:を|は|、|\s)*(?:[^、。\s]{1,12}(?:ので|ため|から)、?)?(?<size>小規模|町|市|村)(?:用|版)?(?:の?ひな形)?(?:で|から|を使って)(?:始め|はじめ|作り|作成し|進め)(?:ます|たい(?:です)?|てください)[。]?$/u,
      as: '簡易計画作成 $<where> $<size>',
      first: true,
    },
    {
      like: /^(?:(?<where>\S+?[市区町村])の)?簡易計画[\s　]*(?:を|は)?[\s　]*(?<size>小規模|町|市|村)(?:で|用|版|のひな形)?(?:作る|作成|作って|始める)?$/u,
      as: '簡易計画作成 $<where> $<size>',
      first: true,
    },
  ],
  spoken: { words: ['簡易計画作成', '簡易計画の作成', '簡易計画を作', '簡易計画をつく', '簡易計画を始め'], wins: 622 },

  prepare: async (_input, turn): Promise<Prepared<SimplePlanView | undefined>> => ({
    found: await simplePlanView(turn),
  }),

  /** One that was begun stays as it is. */
  async run({ size }, turn, known) {
    if (known)
      return {
        card: simplePlanCard(known, [
          notice('attention', 'この市町村の簡易計画は、もう作られています。続きを書けます。'),
        ]),
      };
    const plan = await writeSimplePlan(turn, { size, texts: {} }, undefined);
    const said = notice('good', `ひな形（${planSizeNames[size]}）から下書きを作りました。`);
    return { card: simplePlanCard(await viewOf(plan, turn), [said]), how: 'replace' };
  },
});
