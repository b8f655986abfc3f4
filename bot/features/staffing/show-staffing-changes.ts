import { mayNamePeople } from '../../../programme/may.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { defineCommand } from '../../command.ts';
import { changesCard } from './staffing-view.ts';

export const showStaffingChanges = defineCommand({
  name: 'show-staffing-changes',
  says: ['体制変更一覧'],
  help: '体制変更と、県の承認・施行の状態を一覧で見ます。',
  example: '体制変更一覧',
  english: 'See the changes of staff, and where each stands.',
  group: { title: '体制のこと', order: 34 },
  needs: 'filed',
  about: 'member',
  usualFor: {},
  writes: false,
  typed: 'inputs',
  spoken: { words: ['体制変更一覧', '体制変更の一覧', '体制変更の状況'], wins: 523, looks: true },

  async run({ page }, turn) {
    if (!mayNamePeople(turn.room.audience)) throw Refusal.because('only-one-to-one', {});
    return { card: await changesCard(turn, page) };
  },
});
