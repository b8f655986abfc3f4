import { mayNamePeople } from '../../../programme/may.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import { changeMeant, staffingCardOf } from './staffing-view.ts';

export const showStaffingChange = defineCommand({
  name: 'show-staffing-change',
  says: ['体制変更を見る'],
  help: '1つの体制変更の内容と、県の承認の状態を見ます。',
  example: '体制変更を見る',
  english: 'See one change of staff.',
  group: 'none',
  needs: 'filed',
  about: 'member',
  usualFor: 'nobody',
  writes: false,
  typed: 'inputs',
  spoken: { words: ['体制変更を見', '体制変更の内容'], wins: 525, looks: true },

  async run({ change }, turn) {
    if (!mayNamePeople(turn.room.audience)) throw Refusal.because('only-one-to-one', {});
    const found = await changeMeant(change, turn);
    return { card: 'list' in found ? found.list : await staffingCardOf(found, turn) };
  },
});
