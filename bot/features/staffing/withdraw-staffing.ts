import { withdrawStaffingCard } from '../../../cards/staffing/staffing-change.ts';
import { dayOf } from '../../../programme/day.ts';
import { FILINGS, filingState } from '../../../programme/filing.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { inForceFrom, type StaffingChange } from '../../../programme/staffing/staffing-change.ts';
import { asksBack, defineCommand } from '../../command.ts';
import type { MemberStart } from '../../turn.ts';
import { changeMeant, staffingCardOf } from './staffing-view.ts';

export const withdrawStaffing = defineCommand({
  name: 'withdraw-staffing',
  says: ['体制変更を取り下げ'],
  help: '施行前の体制変更を取り下げます。',
  example: '体制変更を取り下げ',
  english: 'Take back a change of staff before it holds.',
  group: 'none',
  needs: 'apply',
  about: 'member',
  privately: true,
  usualFor: 'nobody',
  writes: ['sure'],
  typed: 'inputs',
  shownFirst: true,
  spoken: { words: ['体制変更を取り下げ', '体制変更の取り下げ', '体制変更を取下げ', '体制変更の取下げ'], wins: 527 },

  async prepare({ change: id, sure }, turn) {
    const found = await changeMeant(id, turn, (one) => !['withdrawn', 'refuse'].includes(filingState(one)));
    if ('list' in found) return asksBack(['change'], found.list);
    refuseInForce(found, turn);
    if (sure === undefined && !found.withdrawn) return asksBack([], withdrawStaffingCard(found, dayOf(turn.now)));
    return { found };
  },

  async run(_input, turn, { id }) {
    const { change, from } = turn;
    const kept = await change('staffingChanges', { partition: FILINGS, id }, (now) => {
      if (!now) throw Refusal.because('busy');
      refuseInForce(now, turn);
      return now.withdrawn ? now : { ...now, withdrawn: from };
    });
    return { card: await staffingCardOf(kept, turn), how: 'replace' };
  },
});

/** @throws Refusal where it holds: somebody works by it */
function refuseInForce(change: StaffingChange, { now }: Pick<MemberStart, 'now'>): void {
  const from = inForceFrom(change);
  if (from !== undefined && from <= dayOf(now))
    throw Refusal.because('bad-value', {
      sentence: 'この体制変更は施行されているため、取り下げられません。戻すときは、新しい体制変更を書いてください。',
    });
}
