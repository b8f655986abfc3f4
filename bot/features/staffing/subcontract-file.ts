import { subcontractFileCard, whichSubcontractCard } from '../../../cards/staffing/subcontract.ts';
import { ask } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { currentFiling } from '../../../programme/filing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import type { Subcontract } from '../../../programme/staffing/subcontract.ts';
import { asksBack, defineCommand, type Prepared } from '../../command.ts';
import { seenFiling } from './seen-filing.ts';
import { subcontractPaper } from './subcontract-document.ts';
import { standingOf, subcontractsIn } from './subcontract-view.ts';

export const subcontractFile = defineCommand({
  name: 'subcontract-file',
  says: ['再委託申請書', '再委託承諾申請書'],
  help: '再委託承諾申請書を、Word のファイルで受け取ります。',
  example: '再委託申請書',
  english: 'Get the letter that asks for consent to a subcontract as a Word file.',
  group: { title: '体制のこと', order: 24 },
  needs: 'filed',
  about: 'member',
  privately: true,
  usualFor: {},
  writes: false,
  typed: 'inputs',

  async prepare({ subcontract: id }, turn): Promise<Prepared<Subcontract>> {
    const all = (await subcontractsIn(turn.store)).flatMap((one) => seenFiling(one, turn) ?? []);
    const [only, ...others] = id === undefined ? all : all.filter((one) => one.id === id);
    if (!only) throw Refusal.because(id === undefined ? 'no-subcontract' : 'old-card');
    if (others.length === 0) return { found: only };
    const rows = [only, ...others].map((one) => ({
      id: one.id,
      content: currentFiling(one).content,
      ...standingOf(one, dayOf(turn.now)),
      ask: ask('subcontract-file', { subcontract: one.id }),
    }));
    return asksBack(['subcontract'], whichSubcontractCard('どの再委託の申請書ですか。', rows));
  },

  async run(_input, turn, subcontract) {
    const { party } = currentFiling(subcontract).content;
    return { card: subcontractFileCard(subcontract.id, party, await subcontractPaper(subcontract, turn)) };
  },
});
