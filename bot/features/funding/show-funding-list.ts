import { FUNDINGS_A_PAGE, fundingListCard, termsCard } from '../../../cards/funding/terms.ts';
import { dayOf } from '../../../programme/day.ts';
import { certaintyOf, fundingsIn, fundingWords, termsFor } from '../../../programme/funding/funding-terms.ts';
import { plannedYear } from '../../../programme/initiatives/open-initiatives.ts';
import { may } from '../../../programme/may.ts';
import { pageOf } from '../../../programme/page.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import { keptTerms } from './read-funding.ts';

/** The longest first, with or without their blanks. */
const NAMES = ['FN-\\d{2}', ...fundingWords.map((word) => word.replace(/[\s　]+/gu, '\\s*'))].toSorted(
  (a, b) => b.length - a.length,
);

export const showFundingList = defineCommand({
  name: 'show-funding-list',
  says: ['財源一覧', '財源の一覧'],
  help: '国や県の財源の率・時期・根拠書類を、確かめた日とともに見ます。',
  example: '財源一覧',
  english: 'Show the fundings there are, with their rates, windows and when they were last checked.',
  group: { title: '工程表と財源', order: 21 },
  needs: 'view',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: {
    words: [
      '財源一覧',
      '財源の一覧',
      '補助金一覧',
      '補助金の一覧',
      '交付金の一覧',
      ...['デジ田交付金', 'デジ田', '第2世代交付金'],
    ],
    wins: 642,
    looks: true,
  },
  wished: [
    {
      like: new RegExp(
        `^(?<funding>${NAMES.join('|')})(?:とは|は|って|の)?(?:、|\\s)*(?:どんな|どういう|何の|いつ|いくら|誰が)?(?:条件|要件|率|補助率|上限|締め?切り?|受付|時期|制度|もの|内容|使え)(?:は|って)?(?:(?:[はがを、]|って|\\s)*(?:いくら|どれ|どの|何|なん|いつ|どう|誰|だれ|教え|知り|見|確か|確認|ある|あり|る|ます|です|か)[^。\\n]{0,14})?[。？?]?$`,
        'iu',
      ),
      as: '財源一覧 $<funding>',
      first: true,
    },
    {
      like: /^(?<funding>デジ田(?:交付金)?|第2世代交付金|地域未来交付金|FN-\d{2})(?:とは|は|って何|について|を教えて)?(?:ですか)?[？?。]?$/iu,
      as: '財源一覧 $<funding> ',
      first: true,
    },
    {
      like: /^(?:(?:まだ)?目安(?:のまま)?の財源|財源の目安|財源の確認日が(?:古い|過ぎた|ない)(?:もの)?|確認(?:日)?(?:が|の)(?:古い|まだの|ない)財源)(?:は|を|が)?(?:どれ|あり?ます?|見せて|見たい|教えて)?(?:です)?(?:か|ください)?[？?。]?$/u,
      as: '財源一覧',
      first: true,
    },
  ],

  async run({ funding, of, page = 1 }, { store, programme, now, who, room }) {
    const year = of ?? plannedYear(programme.fiscalYear);
    const kept = await keptTerms(store);
    const today = dayOf(now);
    const mayChange = room.audience === undefined && may(who, 'steer');
    if (funding !== undefined) {
      const terms = termsFor(funding, year, kept);
      if (!terms) throw Refusal.because('old-card');
      return { card: termsCard({ terms, certainty: certaintyOf(terms, year, today), year, mayChange }) };
    }
    const all = fundingsIn(year, kept, today);
    const { shown, at, pages } = pageOf(all, page, FUNDINGS_A_PAGE);
    const count = (which: string) => all.filter(({ certainty }) => certainty === which).length;
    const unsure = mayChange ? { guide: count('guide'), old: count('old') } : undefined;
    return { card: fundingListCard({ year, shown, page: at, pages, unsure }) };
  },
});
