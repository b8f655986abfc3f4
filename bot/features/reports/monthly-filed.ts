import { ask } from '../../../programme/asks.ts';
import { fiscalYearOf } from '../../../programme/day.ts';
import { MONTHLY, monthlyReports, monthlyTitle, spanOfMonthly } from '../../../programme/reports/monthly-report.ts';
import { monthSaid } from '../../../programme/support/month.ts';
import { filedKind } from '../../filed.ts';

/** 月次報告 is received: there is nothing to decide about it, and no letter goes with it. */
export const monthlyFiled = filedKind({
  kind: monthlyReports,
  prefix: MONTHLY,
  called: '月次報告',
  yes: '受領',
  hasAct: false,
  title: async (report) => monthlyTitle(spanOfMonthly(report)),
  open: (report) => {
    const { from } = spanOfMonthly(report);
    return ask('monthly-report', { month: monthSaid(from), year: fiscalYearOf(from) });
  },
});
