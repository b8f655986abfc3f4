import { preferred, weekly } from '../../../programme/schedule.ts';
import { municipalityIn } from '../../../storage/municipalities.ts';
import { days, defineJob, withdraw } from '../../job.ts';
import { duePrompts, goneReason, promptWithdraws, WeeklyItem } from './prompts.ts';
import { weeklyCard } from './weekly-card.ts';

/** The weekly card, to one person per municipality, on a day the office is open. */
export const weeklyCheckIn = defineJob({
  name: 'weekly-check-in',
  called: '週次報告',
  asks: 'weekly-report',
  withdraws: promptWithdraws,
  item: WeeklyItem,
  within: days(4),

  schedule(programme, who) {
    const slot = preferred(programme.checkIn, who?.preference);
    return slot && weekly(slot);
  },

  due: duePrompts,

  async card(item, drawing) {
    const { store, programme, who, now } = drawing;
    if (!who) return withdraw('removed');
    const gone = await goneReason(item, drawing);
    return (
      gone ??
      weeklyCard(await municipalityIn(store, item.municipality), item.week, {
        store,
        programme,
        who,
        now,
        room: { audience: undefined },
      })
    );
  },
});
