import { ask } from '../../programme/asks.ts';
import type { Filing } from '../../programme/filing.ts';
import type { Samples } from '../card.ts';
import * as example from '../example.ts';
import { becauseCard, confirmDecisionCard, notDecidingCard } from './decide.ts';
import { documentCard, documentFormCard } from './document.ts';
import { decidedCard, filingCard, standsCard } from './filing.ts';
import type { FilingView } from './filing-view.ts';
import { actMissingCard, decisionCard, submittedCard } from './notices.ts';
import { remarkedCard } from './remark.ts';
import { waitingCard, whichFilingCard } from './waiting.ts';

const [OFFICE, LEAD, COLLEAGUE] = ['member-office', 'member-lead', 'member-colleague'];
const NAMES: Readonly<Record<string, string>> = {
  [OFFICE]: '事務 次郎さん',
  [LEAD]: '県野 太郎さん',
  [COLLEAGUE]: '県山 花子さん',
};
const by = (member: string, daysAgo: number, of: string) => ({ ...example.from(of, daysAgo), by: member });

const handedIn: Filing = {
  id: 'staffing-example',
  versions: [{ ...by(OFFICE, 3, 'write'), number: 1, content: {} }],
  submissions: [{ ...by(OFFICE, 3, 'submit'), version: 1 }],
};
const approved = { ...by(LEAD, 1, 'decide'), version: 1, verdict: 'approve' } as const;
const conditional = {
  ...by(LEAD, 1, 'decide'),
  version: 1,
  verdict: 'conditional',
  condition: '引継ぎの期間を2週間にしてください。',
} as const;

const waiting: FilingView = {
  filing: handedIn,
  ...{ called: '体制変更届', yes: '承認', hasAct: true, title: '派遣 一郎さん → 派遣 二郎さん（12/3から）' },
  notes: ['期限後の提出です（期限 11/2）。理由: 急な退職のため'],
  since: handedIn.submissions?.[0]?.at,
  open: ask('show-waiting', { filing: handedIn.id }),
  ...{ mayDecide: true, mayRemark: true, isInForce: false, deciders: [NAMES[LEAD] ?? ''] },
  nameOf: (id) => NAMES[id] ?? '名簿にない方',
};
const ofColleague: FilingView = {
  ...waiting,
  filing: {
    ...handedIn,
    remarks: [{ ...by(COLLEAGUE, 1, 'remark'), version: 1, text: '後任の方の実績を確かめたいです。' }],
  },
  mayDecide: false,
};
const yes: FilingView = {
  ...waiting,
  ...{ filing: { ...handedIn, decisions: [approved] }, since: undefined, notes: [] },
};
const numbered: FilingView = {
  ...yes,
  filing: {
    ...yes.filing,
    acts: [{ ...by(OFFICE, 1, 'act'), version: 1, document: '6D第123号', day: example.today }],
  },
};
const toPutRight: FilingView = { ...yes, filing: { ...handedIn, decisions: [conditional] } };
const report: FilingView = {
  ...waiting,
  ...{ called: '月次報告', yes: '受領', hasAct: false, title: '10月分', notes: [] },
};
const nothing = { filings: [], all: 0, page: 1, pages: 1, isDecided: false, others: [], lacking: [] };
const meant = { filing: handedIn.id, version: 1 };

/** What waits for the prefecture, and what it decided. */
export const approvalsSamples: Samples = {
  'waiting-list': () =>
    waitingCard({
      ...nothing,
      ...{ filings: [waiting, report], all: 8, pages: 2, lacking: [yes] },
      others: [{ what: '対象外の団体の職員を研修に呼んでよいか', since: '2024-10-30', open: ask('show-waiting') }],
    }),
  'waiting-nothing': () => waitingCard(nothing),
  'waiting-decided': () => waitingCard({ ...nothing, filings: [numbered, toPutRight], all: 2, isDecided: true }),
  'waiting-which': () =>
    whichFilingCard('どの提出ですか', 'どれを「承認」としますか。', [
      { view: waiting, ask: ask('decide-filing', { filing: handedIn.id, verdict: 'approve' }) },
    ]),
  'filing-undecided': () => filingCard(waiting),
  'filing-colleague': () => filingCard(ofColleague),
  'filing-approved': () => filingCard(numbered),
  'filing-conditional': () => filingCard(toPutRight),
  'filing-report': () => filingCard(report),
  'filing-stands': () => standsCard(waiting, 'このカードのあとに、新しい版が出ています。'),
  'decision-confirm': () => confirmDecisionCard(waiting, 'approve', undefined),
  'decision-because': () =>
    becauseCard(waiting, 'conditional', { ...meant, verdict: 'conditional' }, { name: 'condition' }),
  'decision-anew': () =>
    becauseCard(toPutRight, 'approve', { ...meant, verdict: 'approve', anew: 1 }, { name: 'reason' }),
  'decision-not-yours': () => notDecidingCard(ofColleague),
  'decision-taken': () => decidedCard(yes, true),
  'decision-known': () => decidedCard(toPutRight, false),
  'notice-decided': () => decisionCard(toPutRight, conditional),
  'notice-submitted': () => submittedCard(waiting, 'submitted'),
  'notice-still-waiting': () => submittedCard(report, 'waiting'),
  'filing-remarked': () => remarkedCard(ofColleague, '後任の方の実績を確かめたいです。'),
  'document-form': () => documentFormCard(yes, undefined),
  'document-recorded': () => documentCard(numbered, 1),
  'document-lacking': () => documentCard(yes, 1),
  'notice-no-document': () => actMissingCard(yes, approved),
};
