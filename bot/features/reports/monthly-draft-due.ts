import { z } from 'zod';
import { monthlyDueCard } from '../../../cards/reports/monthly-steps.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { Day } from '../../../programme/day.ts';
import { deliveryId } from '../../../programme/delivery.ts';
import { monthlyDrafted } from '../../../programme/reports/monthly-change.ts';
import { monthlyDraftDay } from '../../../programme/reports/monthly-days.ts';
import { isMonthlyOpen, type MonthlyReport, monthlyId } from '../../../programme/reports/monthly-report.ts';
import { daily } from '../../../programme/schedule.ts';
import { monthOfDay } from '../../../programme/support/month.ts';
import type { DaySpan } from '../../../programme/support/support-figures.ts';
import { type Drawing, days, defineJob, withdraw } from '../../job.ts';
import { onDuty } from '../people/on-duty.ts';
import { isRunning } from '../people/who-is-asked.ts';
import { drawnNow, meetingOfMonth, monthlyStored } from './monthly-of.ts';
import { monthlyView } from './monthly-view.ts';

const MonthItem = z.object({ from: Day });

/** Five open days before the meeting of a month its report is drafted from the records, and the PM is told. */
export const monthlyDraftDue = defineJob({
  name: 'monthly-draft',
  called: '月次報告の下書き',
  withdraws: {
    sent: '提出済みのため送りませんでした',
    'not-office': '事務局の方ではなくなったため送りませんでした',
  },
  item: MonthItem,
  within: days(7),
  schedule: () => daily('09:00'),

  async due(slot, planning) {
    const { programme, store } = planning;
    if (!isRunning(programme, slot.day)) return [];
    const span = monthOfDay(slot.day);
    const meeting = await meetingOfMonth(store, span);
    if (monthlyDraftDay(span, meeting, programme.end, calendarOf(programme.closures)) !== slot.day) return [];
    return onDuty('pm', slot.day, planning).map(({ id }) => ({
      recipient: { kind: 'member' as const, id },
      about: monthlyId(span),
      item: { from: span.from },
    }));
  },

  async card({ from }, drawing) {
    const { who } = drawing;
    if (who?.role !== 'secretariat') return withdraw('not-office');
    const span = monthOfDay(from);
    const report = (await monthlyStored(drawing.store, span)) ?? (await drafted(span, drawing, who.id));
    if (!isMonthlyOpen(report)) return withdraw('sent');
    const { store, programme, now } = drawing;
    const view = await monthlyView(span, report, { store, programme, now, who, room: { audience: undefined } });
    return view ? monthlyDueCard(view) : withdraw('not-office');
  },
});

/** Whoever is first fixes what it was drafted from; the others are told of the same. */
async function drafted(
  span: DaySpan,
  { store, programme, now, delivery }: Drawing,
  by: string,
): Promise<MonthlyReport> {
  const from = { by, at: now.toISOString(), via: 'clock', ask: deliveryId(delivery) };
  const report = monthlyDrafted(span, await drawnNow(span, { store, programme, now }), from);
  const { outcome } = await store.monthlyReports.put(report, 'absent');
  return outcome === 'written' ? report : ((await monthlyStored(store, span)) ?? report);
}
