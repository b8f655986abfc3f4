import { fundingCard, initiativeFundingCard } from '../../../cards/funding/funding.ts';
import { defineCommand } from '../../command.ts';
import { fundingMeant, fundingView } from './funding-view.ts';

export const showFunding = defineCommand({
  name: 'show-funding',
  says: ['財源', '使える補助金'],
  help: '取組ごとの財源の候補・状態と、締切から逆算したすることを見ます。',
  example: '財源',
  english: 'Show where the money for each initiative may come from, and how it stands.',
  group: { title: '工程表と財源', order: 20 },
  needs: 'view',
  about: 'municipality',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: ['財源', 'ざいげん', '使える補助金', '使える交付金', '補助金は', '交付金は', '財源を教えて', '財源の候補'],
    wins: 640,
    looks: true,
  },

  wished: [
    {
      like: /^(?<where>[^\s、。]{1,8}[市町村])の財源(?:の(?:状況|状態))?(?:は|が)?(?:どう(?:なって(?:い)?(?:る|ます)|です)?|どこまで進んで(?:い)?(?:る|ます))(?:か|の)?[？?。]?$/u,
      as: '財源 $<where>',
      first: true,
    },
  ],

  async prepare({ initiative }, turn) {
    const view = await fundingView(turn);
    const one = initiative === undefined ? undefined : await fundingMeant(initiative, view, turn);
    return { found: { view, one } };
  },

  run: async ({ page = 1 }, _turn, { view, one }) => ({
    card: one ? initiativeFundingCard(view, one) : fundingCard(view, page),
  }),
});
