import { Cron } from 'croner';
import { dayOf } from '../../programme/day.ts';
import { type Period, periodOf, type Schedule } from '../../programme/schedule.ts';
import type { Slot } from '../job.ts';

/** How many slots are remembered: enough for everybody's own times around a year. Beyond them all are forgotten. */
const REMEMBERED = 20_000;

/** The slots whose period touches this span, in order. */
export function slotsOf(schedule: Schedule, from: Date, until: Date): Slot[] {
  const slots: Slot[] = [];
  for (let period = periodOf(schedule.every, from); period.start <= until; period = after(period, schedule)) {
    const at = momentIn(schedule, period);
    if (at) slots.push({ ...period, at, day: dayOf(period.start) });
  }
  return slots;
}

/** The schedule's moment within a period; its first, should the pattern name several. */
export function momentIn({ pattern }: Schedule, { start, end }: Period): Date | undefined {
  const key = `${pattern}|${start.getTime()}`;
  let at = moments.get(key);
  if (at === undefined) {
    if (moments.size >= REMEMBERED) moments.clear();
    const justBefore = new Date(start.getTime() - 1_000);
    at = new Cron(pattern, { timezone: 'Asia/Tokyo' }).nextRun(justBefore)?.getTime() ?? Number.POSITIVE_INFINITY;
    moments.set(key, at);
  }
  return at < end.getTime() ? new Date(at) : undefined;
}

/** Most people share their moments, and the clock asks again and again. */
const moments = new Map<string, number>();

function after({ end }: Period, { every }: Schedule): Period {
  return periodOf(every, end);
}
