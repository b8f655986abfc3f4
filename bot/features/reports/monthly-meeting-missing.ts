import { z } from 'zod';
import { noMonthlyMeetingCard } from '../../../cards/reports/monthly-steps.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { Day } from '../../../programme/day.ts';
import { meetingAskedOn } from '../../../programme/reports/monthly-days.ts';
import { monthlyId } from '../../../programme/reports/monthly-report.ts';
import { daily } from '../../../programme/schedule.ts';
import { monthOfDay } from '../../../programme/support/month.ts';
import type { DaySpan } from '../../../programme/support/support-figures.ts';
import type { Store } from '../../../storage/collections.ts';
import { days, defineJob, withdraw } from '../../job.ts';
import { onDuty } from '../people/on-duty.ts';
import { isRunning } from '../people/who-is-asked.ts';
import { meetingOfMonth } from './monthly-of.ts';

/** A month without a 進捗状況確認会議 is said to the PM on its 10th, once. */
export const monthlyMeetingMissing = defineJob({
  name: 'monthly-meeting-missing',
  called: '進捗状況確認会議の予定の確認',
  withdraws: { planned: '会議の予定ができたため送りませんでした' },
  item: z.object({ from: Day }),
  within: days(5),
  schedule: () => daily('09:00'),

  async due(slot, planning) {
    const { programme, store } = planning;
    const span = monthOfDay(slot.day);
    const isTheDay = meetingAskedOn(span, calendarOf(programme.closures)) === slot.day;
    if (!isTheDay || !isRunning(programme, slot.day) || (await isPlanned(store, span))) return [];
    return onDuty('pm', slot.day, planning).map(({ id }) => ({
      recipient: { kind: 'member' as const, id },
      about: monthlyId(span),
      item: { from: span.from },
    }));
  },

  async card({ from }, { store }) {
    const span = monthOfDay(from);
    return (await isPlanned(store, span)) ? withdraw('planned') : noMonthlyMeetingCard(span);
  },
});

const isPlanned = async (store: Store, span: DaySpan): Promise<boolean> =>
  (await meetingOfMonth(store, span)) !== undefined;
