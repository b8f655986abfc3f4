import {
  subcontractCard,
  subcontractForm,
  submitSubcontractCard,
  whichSubcontractCard,
} from '../../../cards/staffing/subcontract.ts';
import { ask } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { currentFiling, FILINGS, filingState, withSubmission } from '../../../programme/filing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { lackingInSubcontract, type Subcontract } from '../../../programme/staffing/subcontract.ts';
import { asksAtOnce, asksBack, defineCommand, type Prepared } from '../../command.ts';
import { ringBell } from '../../deliveries.ts';
import type { MemberStart } from '../../turn.ts';
import { activeMembers } from '../people/people.ts';
import { standingOf, subcontractOf, subcontractsCalled, subcontractsIn, subcontractView } from './subcontract-view.ts';

export const submitSubcontract = defineCommand({
  name: 'submit-subcontract',
  says: ['再委託提出'],
  help: '再委託の承諾申請を県に提出します。提出する前に内容を示します。',
  example: '再委託提出',
  english: 'Ask the prefecture to consent to a subcontract.',
  group: { title: '体制のこと', order: 22 },
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: ['seen'],
  typed: 'inputs',
  shownFirst: true,
  spoken: {
    words: [
      ...['再委託提出', '再委託を提出', '再委託の提出'],
      ...['申請', '承諾申請', '協議書', '申請書', '書類', '下書き'].flatMap((what) => [
        `再委託の${what}を提出`,
        `再委託の${what}を県に提出`,
        `再委託の${what}を出`,
        `再委託の${what}を県に出`,
      ]),
      ...['再委託を県に提出', '再委託を県に出', '再委託を申請し'],
    ],
    wins: 542,
  },

  async prepare({ subcontract: id, party, seen }, turn): Promise<Prepared<Subcontract>> {
    const { store } = turn;
    const drafts = id === undefined ? await draftsCalled(party, turn) : [];
    const [first, ...others] = drafts;
    if (others.length > 0) return asksBack(['subcontract'], whichOf(drafts, turn));
    const known = id === undefined ? first : await subcontractOf(store, id);
    if (!known) throw Refusal.because(id === undefined ? 'no-draft-subcontract' : 'old-card');
    const { content, number } = currentFiling(known);
    const names = lackingInSubcontract(content);
    if (names.length > 0) return asksAtOnce([...names], subcontractForm({ id: known.id, names, known: content }));
    if (seen === number) return { found: known };
    if (filingState(known) !== 'draft') throw Refusal.because('no-draft-subcontract');
    return asksBack([], submitSubcontractCard(subcontractView(known, await activeMembers(store), turn)));
  },

  async run({ seen }, turn, { id }) {
    const { change, from, store } = turn;
    const kept = await change('subcontracts', { partition: FILINGS, id }, (now) => {
      // What was not shown is not handed in.
      if (!now || currentFiling(now).number !== seen) throw Refusal.because('busy');
      return withSubmission(now, from);
    });
    await ringBell(turn);
    return { card: subcontractCard(subcontractView(kept, await activeMembers(store), turn)), how: 'replace' };
  },
});

/** Those of the party that is named, or else all that are written. */
async function draftsCalled(party: string | undefined, { store }: MemberStart): Promise<readonly Subcontract[]> {
  const all = (await subcontractsIn(store)).filter((one) => filingState(one) === 'draft');
  const called = party === undefined ? [] : subcontractsCalled(party, all);
  return called.length > 0 ? called : all;
}

function whichOf(drafts: readonly Subcontract[], { now }: MemberStart) {
  const rows = drafts.map((one) => ({
    id: one.id,
    content: currentFiling(one).content,
    ...standingOf(one, dayOf(now)),
    ask: ask('submit-subcontract', { subcontract: one.id }),
  }));
  return whichSubcontractCard('どの再委託を提出しますか。', rows);
}
