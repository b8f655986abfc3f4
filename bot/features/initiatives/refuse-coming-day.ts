import { type Day, dayOf, fullDate } from '../../../programme/day.ts';
import { Refusal } from '../../../programme/refusal.ts';

/** Nothing is recorded as done on a day that is yet to come. @param which day is asked for instead @throws Refusal */
export function refuseComingDay(day: Day, now: Date, which: string): void {
  if (day <= dayOf(now)) return;
  throw Refusal.because('bad-value', {
    sentence: `${fullDate(day)}はまだ来ていません。${which}を付けて、もう一度送ってください。`,
  });
}
