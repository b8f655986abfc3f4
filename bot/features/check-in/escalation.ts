import { z } from 'zod';
import { leaveOn } from '../../../programme/absence.ts';
import { dayOf } from '../../../programme/day.ts';
import { weekly } from '../../../programme/schedule.ts';
import { away, days, defineJob, withdraw } from '../../job.ts';
import { leadsOn } from '../people/on-duty.ts';
import { isRunning } from '../people/who-is-asked.ts';
import { nudge } from './nudge.ts';
import { unreported } from './unreported.ts';

/** Thursday 15:00: late enough for the 催促 of the programme to have worked, early enough to act within the week. */
const THURSDAY = { weekday: 4, time: '15:00' };

/** Tells the secretariat who has not answered, with 催促 at hand; 1:1, so that nobody is shown up. */
export const escalation = defineJob({
  name: 'escalation',
  called: '未報告のお知らせ',
  withdraws: away,
  item: z.object({}),
  within: days(1),
  schedule: ({ escalation: slot = THURSDAY }) => weekly(slot),

  async due(slot, planning) {
    if (!isRunning(planning.programme, dayOf(slot.at))) return [];
    return leadsOn('secretariat', dayOf(slot.at), planning).map(({ id }) => ({
      recipient: { kind: 'member', id },
      item: {},
    }));
  },

  async card(_item, { store, programme, who, now }) {
    if (!who || leaveOn(who.leave, dayOf(now))) return withdraw('on-leave');
    return unreported({ store, programme, who, now, room: { audience: undefined }, jobs: [nudge] });
  },
});
