import { nudgeCard } from '../../cards/nudge.ts';
import { weekly } from '../../programme/schedule.ts';
import { weeklyCard } from '../weekly-card.ts';
import { goneReason, municipalityOf, WeeklyItem, weeklyPrompts, withdraw } from './asked.ts';
import { days, defineJob } from './job.ts';

/** Once a week, to those who have not answered. The secretariat's 催促 uses the same card. */
export const nudge = defineJob({
  name: 'nudge',
  item: WeeklyItem,
  within: days(2),
  schedule: (programme, who) => (who?.preference?.off ? undefined : weekly(programme.nudge)),
  due: weeklyPrompts,

  async card(item, drawing) {
    const { store, who, now } = drawing;
    if (!who) return withdraw('名簿から外れました');
    const gone = await goneReason(item, drawing);
    if (gone) return gone;
    return nudgeCard(
      await weeklyCard(await municipalityOf(store, item.municipality), item.week, {
        store,
        who,
        now,
        room: { audience: undefined },
      }),
    );
  },
});
