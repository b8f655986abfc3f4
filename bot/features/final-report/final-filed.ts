import { ask } from '../../../programme/asks.ts';
import { dayOf, fullDate } from '../../../programme/day.ts';
import { FINAL_PREFIX, finalReports, finalReportTitle } from '../../../programme/final-report/final-report.ts';
import { filedKind } from '../../filed.ts';

/** 業務報告書 is checked and approved before it is delivered; its 検査 is recorded beside that. */
export const finalFiled = filedKind({
  kind: finalReports,
  prefix: FINAL_PREFIX,
  called: '業務報告書',
  yes: '承認',
  hasAct: false,
  title: async ({ fiscalYear }) => finalReportTitle(fiscalYear),
  notes: async ({ submissions }) => {
    const last = submissions?.at(-1);
    return last ? [`数字は、${fullDate(dayOf(new Date(last.at)))}の記録です。`] : [];
  },
  open: ({ fiscalYear }) => ask('final-report', { year: fiscalYear }),
});
