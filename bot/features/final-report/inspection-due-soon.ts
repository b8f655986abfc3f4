import { z } from 'zod';
import { finalNewsCard } from '../../../cards/final-report/final-steps.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { fullDate } from '../../../programme/day.ts';
import { inspectionRemindedOn } from '../../../programme/final-report/final-days.ts';
import { awaitsInspection, lastDelivery } from '../../../programme/final-report/final-report.ts';
import { may } from '../../../programme/may.ts';
import { daily } from '../../../programme/schedule.ts';
import { days, defineJob, withdraw } from '../../job.ts';
import { leadsOn } from '../people/on-duty.ts';
import { finalReportsIn, lookForNotice } from './final-jobs.ts';

/** Three open days before the 検査 has to be over, the prefecture's lead is reminded. */
export const inspectionDueSoon = defineJob({
  name: 'inspection-due',
  called: '検査の期限',
  withdraws: {
    done: '検査が済んだため送りませんでした',
    left: '担当でなくなったため送りませんでした',
  },
  item: z.object({ year: z.number().int(), delivery: z.number().int() }),
  within: days(5),
  schedule: () => daily('09:00'),

  async due(slot, planning) {
    const calendar = calendarOf(planning.programme.closures);
    return (await finalReportsIn(planning.store)).flatMap((report) => {
      const last = lastDelivery(report);
      if (!last || !awaitsInspection(report) || inspectionRemindedOn(last.due, calendar) !== slot.day) return [];
      const delivery = report.deliveries?.length ?? 0;
      return leadsOn('prefecture', slot.day, planning).map(({ id }) => ({
        recipient: { kind: 'member' as const, id },
        about: `final-${report.fiscalYear}-${delivery}`,
        item: { year: report.fiscalYear, delivery },
      }));
    });
  },

  async card({ year, delivery }, drawing) {
    const { who } = drawing;
    if (!who || !may(who, 'filed')) return withdraw('left');
    const { view, report } = await lookForNotice(year, who, drawing);
    const last = report && lastDelivery(report);
    if (!last || report?.deliveries?.length !== delivery || last.inspection) return withdraw('done');
    return finalNewsCard(view, `検査の期限は${fullDate(last.due)}です`);
  },
});
