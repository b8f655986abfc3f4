import { fundingCard, initiativeFundingCard } from '../../../cards/funding/funding.ts';
import { confirmTalkRemovalCard, talkRemovedNodes, whichTalkCard } from '../../../cards/funding/talk-removal.ts';
import { ask } from '../../../programme/asks.ts';
import { type FundingTalk, talksOf, withoutTalk } from '../../../programme/funding/funding-record.ts';
import { pageOf } from '../../../programme/page.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { fundingMeant, fundingPlace, fundingView, whichByNumber } from './funding-view.ts';

const A_PAGE = 6;

export const removeFundingTalk = defineCommand({
  name: 'remove-funding-talk',
  says: ['財源協議を消す', '財源協議削除'],
  help: '記録した県との協議を、内容を見てから消します。元に戻せます。',
  example: '財源協議を消す',
  english: 'Take a talk with the prefecture off the record; it can be brought back.',
  group: { title: '工程表と財源', order: 28 },
  needs: 'report',
  about: 'municipality',
  privately: true,
  usualFor: {},
  writes: ['sure', 'back'],
  typed: 'inputs',
  shownFirst: true,
  spoken: {
    words: [
      '財源協議削除',
      '財源協議を消',
      '財源協議を削除',
      '財源協議を取り消',
      '財源の協議を消',
      '財源の協議を取り消',
    ],
    wins: 651,
  },

  async prepare({ initiative, talk, sure, back, page = 1 }, turn): Promise<Prepared<FundingTalk>> {
    const { municipality } = turn;
    const view = await fundingView(turn);
    const of = (one: string) => ask('remove-funding-talk', { municipality: municipality.code, initiative: one });
    const moved = await whichByNumber(initiative, turn, of);
    if (moved) return asksBack(['initiative'], moved);
    if (talk === undefined) {
      const one = initiative === undefined ? undefined : await fundingMeant(initiative, view, turn);
      const own = talksOf(view.record).filter((each) => one === undefined || each.initiative === one.id);
      return asksBack(['talk'], whichTalkCard(pageOf(own, page, A_PAGE), { municipality, initiative: one?.id }));
    }
    const found = view.record?.talks.find((each) => each.ask === talk);
    if (!found) throw Refusal.because('old-card');
    const isSaid = sure !== undefined || back !== undefined;
    if (isSaid || found.removed) return { found };
    return asksBack(['sure'], confirmTalkRemovalCard(found, { municipality }));
  },

  async run({ back }, turn, talk) {
    const { at } = fundingPlace(turn);
    const isBack = back !== undefined;
    await turn.change('fundingRecords', at, (known) => {
      if (!known) throw Refusal.because('old-card');
      return withoutTalk(known, talk.ask, turn.from, isBack);
    });
    const view = await fundingView(turn);
    const told = talkRemovedNodes(talk, turn.municipality.code, isBack);
    const one = view.fundings.find(({ id }) => id === talk.initiative);
    if (one) return { card: initiativeFundingCard(view, one, told), how: 'replace' };
    const card = fundingCard(view, 1);
    return { card: { ...card, body: [...told, ...card.body] }, how: 'replace' };
  },
});
