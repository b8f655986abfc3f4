import { z } from 'zod';
import { leaveOn } from '../../programme/absence.ts';
import { calendarOf, nextOpenDay } from '../../programme/calendar.ts';
import { dayOf } from '../../programme/day.ts';
import { weekly } from '../../programme/schedule.ts';
import { unreported } from '../reminders/unreported.ts';
import { isRunning, withdraw } from './asked.ts';
import { days, defineJob, type Planning, type Slot } from './job.ts';

/** Thursday 15:00: late enough for the 催促 of the programme to have worked, early enough to act within the week. */
const THURSDAY = { weekday: 4, time: '15:00' };

/** Tells the secretariat who has not answered, with 催促 at hand; 1:1, so that nobody is shown up. */
export const escalation = defineJob({
  name: 'escalation',
  item: z.object({}),
  within: days(1),
  schedule: ({ escalation: slot = THURSDAY }) => weekly(slot),

  async due(slot, planning) {
    if (!isRunning(planning.programme, dayOf(slot.at))) return [];
    return secretariat(planning, slot).map(({ id }) => ({ recipient: { kind: 'member', id }, item: {} }));
  },

  async card(_item, { store, programme, who, now }) {
    if (!who || leaveOn(who.leave, dayOf(now))) return withdraw('休み中のため送りませんでした');
    return unreported({ store, programme, who, now, room: { audience: undefined } });
  },
});

/** Its 主担当, else everyone: those who are there on the day. */
function secretariat({ members, programme }: Planning, { at }: Slot) {
  const day = nextOpenDay(dayOf(at), calendarOf(programme.closures));
  const present = members.filter(({ role, leave }) => role === 'secretariat' && !leaveOn(leave, day));
  const leads = present.filter(({ lead }) => lead);
  return leads.length > 0 ? leads : present;
}
