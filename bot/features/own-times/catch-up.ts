import { z } from 'zod';
import { catchUpCard } from '../../../cards/own-times/catch-up.ts';
import { calendarOf, nextOpenDay } from '../../../programme/calendar.ts';
import { promptDeliveries, promptsAbout } from '../../../programme/check-in/weekly-prompt.ts';
import { addDays, type Day, instantOf } from '../../../programme/day.ts';
import { deliveriesFrom } from '../../../programme/delivery.ts';
import type { Member } from '../../../programme/member.ts';
import { daily } from '../../../programme/schedule.ts';
import { addWeeks, isClosed, type Week, weekOf, weekOfDay } from '../../../programme/week.ts';
import { MEMBERS, municipal } from '../../../storage/collections.ts';
import { municipalityIn } from '../../../storage/municipalities.ts';
import { type Drawing, type DueItem, days, defineJob, withdraw } from '../../job.ts';
import { hasAnswered, promptedIn } from '../check-in/prompts.ts';
import { weeklyCheckIn } from '../check-in/weekly-check-in.ts';
import { askedIn, isRunning } from '../people/who-is-asked.ts';

const CatchUpItem = z.object({ municipality: z.string() });

/** Back from leave: one card for all that is still open, not one for each week that was missed. */
export const catchUp = defineJob({
  name: 'catch-up',
  called: '復帰後のまとめ',
  withdraws: { 'nothing-open': '休みの間の未報告がないため送りませんでした' },
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

  async card({ municipality }, drawing) {
    const open = await openWeeks(municipality, drawing);
    if (open.length === 0) return withdraw('nothing-open');
    return catchUpCard(await municipalityIn(drawing.store, municipality), open);
  },
});

/** Whoever has ended a leave themselves was told what is open in the answer to that. */
function returns({ leave = [] }: Member): readonly Day[] {
  return leave.flatMap(({ until, ended }) => (ended ? [] : [addDays(until, 1)]));
}

/** The weeks that can still be reported and have not been, oldest first. */
async function openWeeks(municipality: string, drawing: Drawing): Promise<readonly Week[]> {
  const { programme, now } = drawing;
  const [last, current] = [addWeeks(weekOf(now), -1), weekOf(now)];
  const weeks = [
    ...(last >= weekOfDay(programme.start) && !isClosed(last, now) ? [last] : []),
    ...((await isMissed(municipality, current, drawing)) ? [current] : []),
  ];
  const open = await Promise.all(
    weeks.map(async (week) => ((await hasAnswered(drawing, municipality, week)) ? [] : [week])),
  );
  return open.flat();
}

/** This week is asked for by the weekly card, except where that went to somebody else meanwhile, or to nobody. */
async function isMissed(code: string, week: Week, { store, programme, who }: Drawing): Promise<boolean> {
  const [people, deliveries] = await Promise.all([
    store.members.list(MEMBERS),
    store.deliveries.list(municipal(code), deliveriesFrom(instantOf(week))),
  ]);
  const members = people.map(({ value }) => value);
  const asked = promptedIn({ members, programme }, code, week).who;
  const cards = promptDeliveries(
    deliveries.map(({ value }) => value),
    [weeklyCheckIn],
  );
  const prompts = promptsAbout(code, week, cards).filter(({ state }) => state !== 'withdrawn' && state !== 'failed');
  if (asked?.id === who?.id || prompts.some(({ recipient }) => recipient.id === who?.id)) return false;
  return asked === undefined || prompts.length > 0;
}
