import { subcontractCard, subcontractsCard } from '../../../cards/staffing/subcontract.ts';
import { pageOf } from '../../../programme/page.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { isParty } from '../../../programme/staffing/subcontract.ts';
import { defineCommand } from '../../command.ts';
import { activeMembers } from '../people/people.ts';
import { mayWriteFilings, seenFiling } from './seen-filing.ts';
import { subcontractsIn, subcontractView } from './subcontract-view.ts';

const PAGE = 8;

export const showSubcontracts = defineCommand({
  name: 'show-subcontracts',
  says: ['再委託一覧'],
  help: '再委託と、県の承諾・期間・承諾番号を確かめます。',
  example: '再委託一覧',
  english: 'See the subcontracts and the prefecture’s consent to them.',
  group: { title: '体制のこと', order: 23 },
  needs: 'filed',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['再委託一覧', '再委託の一覧', '再委託を見', '再委託の状況'], wins: 543, looks: true },

  async run({ subcontract: id, page = 1 }, turn) {
    const mayWrite = mayWriteFilings(turn);
    const [all, people] = await Promise.all([subcontractsIn(turn.store), activeMembers(turn.store)]);
    const seen = all.flatMap((one) => seenFiling(one, turn) ?? []);
    if (id !== undefined) {
      const one = seen.find((each) => each.id === id);
      if (!one) throw Refusal.because('old-card');
      return { card: subcontractCard(subcontractView(one, people, turn)) };
    }
    const views = seen.map((one) => subcontractView(one, people, turn)).toReversed();
    const { shown, at, pages } = pageOf(views, page, PAGE);
    const parties = [...new Set(people.flatMap(({ party }) => (party ? [party] : [])))];
    const unnamed = parties.filter((party) => !views.some(({ content }) => isParty(content.party, party)));
    return { card: subcontractsCard({ rows: shown, page: at, pages, mayWrite, unnamed }) };
  },
});
