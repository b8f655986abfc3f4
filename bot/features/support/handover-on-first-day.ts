import { z } from 'zod';
import { handoverCard } from '../../../cards/support/handover.ts';
import { calendarOf, nextOpenDay } from '../../../programme/calendar.ts';
import { dayOf } from '../../../programme/day.ts';
import { daily } from '../../../programme/schedule.ts';
import { currentAssignment, isAssignedOn } from '../../../programme/support/assignment.ts';
import type { Term } from '../../../programme/term.ts';
import { municipal } from '../../../storage/collections.ts';
import { type DueItem, days, defineJob, withdraw } from '../../job.ts';
import { assignmentsOf } from './assignments.ts';
import { handoverOf } from './handover.ts';

const HandoverItem = z.object({ municipality: z.string(), assignment: z.string() });

/** On the first day on which the office is open a successor is shown what the one before has left. */
export const handoverOnFirstDay = defineJob({
  name: 'handover',
  called: '引き継ぎのお願い',
  withdraws: {
    ended: '派遣がなくなったため送りませんでした',
    done: '引き継ぎが済んだため送りませんでした',
  },
  item: HandoverItem,
  within: days(5),
  schedule: () => daily('09:00'),

  async due(slot, { store, members, programme }) {
    const opens = ({ from, municipality }: Pick<Term, 'from' | 'municipality'>) =>
      nextOpenDay(from, calendarOf(programme.closures, municipality)) === slot.day;
    const begins = members.flatMap(({ id, terms = [] }) =>
      terms.filter(opens).map(({ municipality, from }) => ({ id, municipality, from })),
    );
    const found = await Promise.all(
      begins.map(async ({ id, municipality, from }): Promise<readonly DueItem<z.infer<typeof HandoverItem>>[]> => {
        const own = (await assignmentsOf(store, municipality)).filter(
          (each) => each.expert === id && each.after !== undefined && currentAssignment(each).from === from,
        );
        const open = own.filter((each) => each.active !== false && !each.takenOver);
        return open.map((each) => ({
          recipient: { kind: 'member', id },
          about: municipality,
          item: { municipality, assignment: each.id },
        }));
      }),
    );
    return found.flat();
  },

  async card({ municipality, assignment: id }, { store, programme, now }) {
    const today = dayOf(now);
    const found = (await store.assignments.get(municipal(municipality), id))?.value;
    if (!found || !isAssignedOn(found, today)) return withdraw('ended');
    if (found.takenOver) return withdraw('done');
    const handover = await handoverOf(store, found, { programme, today });
    return handover ? handoverCard(handover) : withdraw('ended');
  },
});
