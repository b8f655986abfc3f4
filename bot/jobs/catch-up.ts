import { z } from 'zod';
import { catchUpCard } from '../../cards/catch-up.ts';
import { calendarOf, nextOpenDay } from '../../programme/calendar.ts';
import { addDays, type Day } from '../../programme/day.ts';
import type { Member } from '../../programme/member.ts';
import { daily } from '../../programme/schedule.ts';
import { addWeeks, isClosed, type Week, weekOf } from '../../programme/week.ts';
import type { Store } from '../../storage/collections.ts';
import { askedIn, hasAnswered, isRunning, municipalityOf, withdraw } from './asked.ts';
import { type DueItem, days, defineJob } from './job.ts';

const CatchUpItem = z.object({ municipality: z.string() });

/** Back from leave: one card for all that is still open, not one for each week that was missed. */
export const catchUp = defineJob({
  name: 'catch-up',
  item: CatchUpItem,
  within: days(2),
  schedule: (_programme, who) => (who?.preference?.off ? undefined : daily('09:00')),

  async due(slot, planning) {
    if (!isRunning(planning.programme, slot.day)) return [];
    return askedIn(planning, slot.day).flatMap(
      ({ municipality: { code }, asked }): DueItem<z.infer<typeof CatchUpItem>>[] => {
        const calendar = calendarOf(planning.programme.closures, code);
        const isBack = asked.who && returns(asked.who).some((day) => nextOpenDay(day, calendar) === slot.day);
        if (!asked.who || !isBack) return [];
        return [{ recipient: { kind: 'member', id: asked.who.id }, municipality: code, item: { municipality: code } }];
      },
    );
  },

  async card({ municipality }, { store, now }) {
    const open = await openWeeks(store, municipality, now);
    // This week alone is what the weekly card asks for anyway.
    if (open.every((week) => week === weekOf(now))) return withdraw('休みの間の未報告がないため送りませんでした');
    return catchUpCard(await municipalityOf(store, municipality), open);
  },
});

function returns({ leave = [] }: Member): readonly Day[] {
  return leave.map(({ until }) => addDays(until, 1));
}

/** The weeks that can still be reported and have not been, oldest first. */
async function openWeeks(store: Store, municipality: string, now: Date): Promise<readonly Week[]> {
  const weeks = [addWeeks(weekOf(now), -1), weekOf(now)].filter((week) => !isClosed(week, now));
  const open = await Promise.all(
    weeks.map(async (week) => ((await hasAnswered(store, municipality, week)) ? [] : [week])),
  );
  return open.flat();
}
