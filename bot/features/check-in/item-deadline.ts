import { z } from 'zod';
import { deadlinesCard } from '../../../cards/check-in/deadlines.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { addOpenDays, type Calendar, previousOpenDay } from '../../../programme/calendar.ts';
import { catalogue } from '../../../programme/catalogue.ts';
import { addDays, type Day, dayOf } from '../../../programme/day.ts';
import { openDeadline } from '../../../programme/progress/step-standing.ts';
import { daily } from '../../../programme/schedule.ts';
import { municipalityIn } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import { away, type DueItem, defineJob, hours, withdraw } from '../../job.ts';
import { askedIn, isRunning } from '../people/who-is-asked.ts';

const DeadlineItem = z.object({ municipality: z.string(), items: z.array(z.string()) });

/** Days before a deadline of an item on which its municipality hears of it. */
const WEEK_BEFORE = 7;

/** One card per municipality and day for all items whose deadline is a week or one open day away. */
export const itemDeadline = defineJob({
  name: 'item-deadline',
  called: '期限のお知らせ',
  withdraws: { ...away, done: '完了したため送りませんでした' },
  item: DeadlineItem,
  within: hours(8),
  schedule: (_programme, who) => (who?.preference?.off ? undefined : daily('09:00')),

  async due(slot, planning) {
    if (!isRunning(planning.programme, slot.day)) return [];
    const due = await Promise.all(
      askedIn(planning, slot.day).map(
        async ({ municipality: { code }, calendar, asked }): Promise<DueItem<z.infer<typeof DeadlineItem>>[]> => {
          if (!asked.who || !calendar.isOpen(slot.day)) return [];
          const { items } = await progressIn(planning.store, code, planning.programme);
          const near = [...items.values()].filter((record) => {
            const due = openDeadline(record);
            return due !== undefined && remindedOn(due, calendar).includes(slot.day);
          });
          if (near.length === 0) return [];
          const item = { municipality: code, items: near.map((record) => record.item) };
          return [{ recipient: { kind: 'member', id: asked.who.id }, municipality: code, item }];
        },
      ),
    );
    return due.flat();
  },

  async card({ municipality, items }, { store, who, now, programme }) {
    if (leaveOn(who?.leave, dayOf(now))) return withdraw('on-leave');
    const records = await progressIn(store, municipality, programme);
    const open = items
      .flatMap((id) => records.items.get(id) ?? [])
      .filter((record) => openDeadline(record) !== undefined);
    if (open.length === 0) return withdraw('done');
    const named = open.map((record) => [catalogue.items.find(({ id }) => id === record.item), record] as const);
    return deadlinesCard(
      await municipalityIn(store, municipality),
      named.flatMap(([item, record]) => (item ? [[item, record] as const] : [])),
    );
  },
});

/** The two days on which a municipality hears of a deadline, both open and before it; one where they fall together. */
function remindedOn(due: Day, calendar: Calendar): readonly Day[] {
  return [...new Set([previousOpenDay(addDays(due, -WEEK_BEFORE), calendar), addOpenDays(due, -1, calendar)])];
}
