import { submitStaffingCard } from '../../../cards/staffing/staffing-change.ts';
import { currentFiling, FILINGS, filingState, filingStateNames, withSubmission } from '../../../programme/filing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { asksBack, defineCommand } from '../../command.ts';
import { changeRead } from './change-said.ts';
import { membersIn } from './organization-view.ts';
import { readStaffing } from './read-staffing.ts';
import { changeMeant, staffingCardOf } from './staffing-view.ts';

export const submitStaffing = defineCommand({
  name: 'submit-staffing',
  says: ['体制変更を提出', '体制変更提出'],
  help: '下書きの体制変更を県に提出します。提出する前に内容を示します。',
  example: '体制変更を提出',
  english: 'Hand a change of staff in to the prefecture.',
  group: 'none',
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: 'nobody',
  writes: ['seen'],
  typed: 'inputs',
  shownFirst: true,
  spoken: { words: ['体制変更を提出', '体制変更の提出', '体制変更を出'], wins: 526 },

  async prepare({ change: id, seen }, turn) {
    const { store, from } = turn;
    const found = await changeMeant(id, turn, (one) => filingState(one) === 'draft');
    if ('list' in found) return asksBack(['change'], found.list);
    const state = filingState(found);
    const isAgain = found.submissions?.some(({ ask }) => ask === from.ask);
    if (state !== 'draft' && !isAgain)
      throw Refusal.because('bad-value', {
        sentence: `この体制変更は「${filingStateNames[state]}」のため、提出していません。「体制変更一覧」で確認できます。`,
      });
    // What was well when it was written may be late, or taken by another one, meanwhile.
    const [staffing, members, towns] = await Promise.all([
      readStaffing(store),
      membersIn(store),
      municipalitiesIn(store),
    ]);
    const { kind } = currentFiling(found).content;
    const { errors } = changeRead({ kind }, { staffing, members, towns, known: found, turn });
    const [sentence] = isAgain ? [] : Object.values(errors);
    if (sentence)
      throw Refusal.because('bad-value', { sentence: `${sentence}まだ提出していません。「内容を直す」から直せます。` });
    if (!isAgain && seen !== currentFiling(found).number)
      return asksBack([], submitStaffingCard(found, await staffingCardOf(found, turn)));
    return { found };
  },

  async run(_input, turn, found) {
    const { change, from } = turn;
    const kept = await change('staffingChanges', { partition: FILINGS, id: found.id }, (now) => {
      if (!now || currentFiling(now).number !== currentFiling(found).number) throw Refusal.because('busy');
      return withSubmission(now, from);
    });
    return { card: await staffingCardOf(kept, turn), how: 'replace' };
  },
});
