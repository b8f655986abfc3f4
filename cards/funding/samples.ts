import { calendarOf } from '../../programme/calendar.ts';
import type { FundingRecord } from '../../programme/funding/funding-record.ts';
import { certaintyOf, type FundingTerms, termsFor } from '../../programme/funding/funding-terms.ts';
import { fundingOf } from '../../programme/funding/initiative-funding.ts';
import { termsParts } from '../../programme/funding/terms-change.ts';
import { shippedFundings } from '../../programme/funding-list.ts';
import type { Initiative } from '../../programme/initiatives/initiative.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { budgetAnsweredCard, budgetAskedCard, whichBudgetQuestionCard } from './budget.ts';
import { type FundingView, fundingCard, initiativeFundingCard, talkRecordedNote } from './funding.ts';
import { generalForm, stateRecordedNodes, talkForm, whichFundingCard, whichStateCard } from './record.ts';
import { confirmTalkRemovalCard, talkRemovedNodes, whichTalkCard } from './talk-removal.ts';
import { fundingListCard, termsCard, termsPartForm, whichPartCard } from './terms.ts';

const { today, town, from } = example;
const YEAR = 2025;
const blank = {
  ...{ problem: '', goal: '', kpis: [], others: '', sorted: 'later' as const, spans: [], request: '10月' },
  ...{ premises: '', shared: '', decidedAt: '', priority: 'high' as const, department: '住民課' },
};
const initiative = (
  id: string,
  content: Pick<Initiative['versions'][number]['content'], 'name' | 'item'> &
    Partial<Initiative['versions'][number]['content']>,
): Initiative => ({
  ...{ id, municipality: town.code, year: YEAR },
  versions: [{ ...from(id, 20), number: 1, content: { ...blank, plan: '', people: '', fundings: [], ...content } }],
});
const windows = initiative('initiative-2025-1', {
  ...{ name: '書かない窓口の導入', item: 'S3-1', plan: '転入の手続を1枚にまとめる' },
  ...{ initialCost: 1_200, runningCost: 300, fundings: ['FN-07'] },
});
const rpa = initiative('initiative-2025-2', { name: 'AIによる議事録づくり', item: 'S3-6', initialCost: 480 });
const advisor = initiative('initiative-2025-3', {
  ...{ name: 'CIO補佐官の任用', item: 'S2-2', people: '外部人材', runningCost: 4_800, fundings: ['FN-01'] },
});
const known = termsFor('FN-07', YEAR, []);
const confirmed: FundingTerms = {
  ...(known ?? {
    funding: 'FN-07',
    year: YEAR,
    name: '',
    funds: '',
    who: [],
    window: '',
    papers: [],
    route: '',
    note: '',
  }),
  ...{ rate: '1/2', cap: '1億円', from: '2024-12-16', until: '2025-01-17', checkedOn: '2024-11-05' },
};
const record: FundingRecord = {
  ...{ municipality: town.code, fiscalYear: 2024 },
  uses: [
    { initiative: windows.id, funding: 'FN-07', versions: [{ ...from('use', 5), state: 'negotiating' }] },
    {
      initiative: advisor.id,
      funding: 'FN-01',
      versions: [{ ...from('tax', 4), state: 'considering', general: 4_800 }],
    },
  ],
  talks: [
    {
      ...from('talk', 4),
      ...{ day: '2024-11-01', division: 'DX推進課', result: '12月の要領を見て、もう一度相談する' },
      ...{ initiative: windows.id, funding: 'FN-07' },
    },
  ],
  answers: [{ ...from('answer', 30), question: 'request', answer: 'yes' }],
};
const at = { record, kept: [confirmed], calendar: calendarOf([]), today };
const fundings = [windows, rpa, advisor].map((one) => fundingOf(one, at));
const view: FundingView = { municipality: town, year: YEAR, fundings, record, today, mayWrite: true };
const [chosen] = fundings;
if (!chosen) throw new Error('the example has an initiative');
const of = { municipality: town, one: chosen };
const seen = shippedFundings.flatMap(({ id }) => {
  const terms = termsFor(id, YEAR, [confirmed]);
  return terms ? [{ terms, certainty: certaintyOf(terms, YEAR, today) }] : [];
});
const [talk] = record.talks;
if (!talk) throw new Error('the example has a talk');
const part = (name: string) => {
  const found = termsParts.find((each) => each.name === name);
  if (!found) throw new Error(`no part ${name}`);
  return found;
};

export const fundingSamples: Samples = {
  funding: () => fundingCard(view, 1),
  'funding-none': () => fundingCard({ ...view, fundings: [], record: undefined }, 1),
  'funding-one': () => initiativeFundingCard(view, chosen),
  'funding-recorded': () =>
    initiativeFundingCard(view, chosen, [
      talkRecordedNote('2024-11-01'),
      ...stateRecordedNodes(of, { funding: 'FN-07', state: 'negotiating', version: 'a' }, [
        { what: 'FN-07 第2世代交付金 状態', before: '検討', after: '協議中' },
      ]),
    ]),
  'funding-which': () => whichFundingCard(of, {}),
  'funding-state': () => whichStateCard(of, 'FN-07', {}),
  'funding-state-tax': () =>
    whichStateCard(
      of,
      'FN-01',
      {},
      '交付税には採択・不採択がありません。算定に入ったら「算入・交付」と記録してください。',
    ),
  'funding-general': () => generalForm(of, 'FN-07', 'applied'),
  'funding-talk': () => talkForm(town, chosen.content.name, {}),
  'funding-talk-which': () =>
    whichTalkCard({ shown: record.talks, at: 1, pages: 1 }, { municipality: town, initiative: windows.id }),
  'funding-talk-removing': () => confirmTalkRemovalCard(talk, { municipality: town }),
  'funding-talk-removed': () => initiativeFundingCard(view, chosen, talkRemovedNodes(talk, town.code, false)),
  'funding-list': () =>
    fundingListCard({ year: YEAR, shown: seen.slice(0, 8), page: 1, pages: 3, unsure: { guide: 18, old: 1 } }),
  'funding-terms': () => termsCard({ terms: confirmed, certainty: 'confirmed', year: YEAR, mayChange: true }),
  'funding-terms-guide': () => {
    const [first] = seen.filter(({ certainty }) => certainty === 'guide');
    if (!first) throw new Error('the example has terms nobody has confirmed');
    return termsCard({ ...first, year: YEAR, mayChange: false });
  },
  'funding-part': () => whichPartCard(confirmed, YEAR),
  'funding-part-form': () => termsPartForm(confirmed, YEAR, part('until'), '受付開始日よりあとの日にしてください。'),
  'budget-asked': () => budgetAskedCard({ municipality: town, year: YEAR, question: 'request', fundings }),
  'budget-which': () => whichBudgetQuestionCard(town, record),
  'budget-answered': () =>
    budgetAnsweredCard({ municipality: town, question: 'outcome', before: undefined, after: 'partlyRequested' }),
};
