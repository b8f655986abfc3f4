import type { MonthlyView } from '../../../cards/reports/monthly-report.ts';
import type { MonthlySheet } from '../../../documents/reports/monthly-report-docx.ts';
import { programmeOfYear } from '../../../programme/asked-year.ts';
import { type Day, dayOf, fiscalYearOf } from '../../../programme/day.ts';
import { currentFiling, FILINGS } from '../../../programme/filing.ts';
import { type Programme, prefectureOffice, yearsOf } from '../../../programme/programme.ts';
import {
  type MonthlyReport,
  monthlyDraftOf,
  monthlyId,
  monthlyStanding,
  monthlyTitle,
  sentVersions,
  spanOfMonthly,
} from '../../../programme/reports/monthly-report.ts';
import { monthOfDay } from '../../../programme/support/month.ts';
import type { HandedOut, Making } from '../../files/handed-out.ts';
import { drawnNow, meetingOfMonth, monthlyStored } from './monthly-of.ts';

/** 月次報告書: as it was handed in last, or else as it stands; of a month without one, as the records have it. */
export const monthlyDocument: HandedOut = {
  name: '月次報告',
  called: '月次報告書',
  ending: '.docx',

  async make(id, from) {
    if (!/^monthly-\d{4}-(0[1-9]|1[0-2])$/.test(id)) return undefined;
    const span = spanOfMonthly({ id });
    const year = fiscalYearOf(span.from);
    if (span.from > dayOf(from.now) || !yearsOf(from.programme).includes(year)) return undefined;
    const programme = programmeOfYear(from.programme, year);
    const report = await monthlyStored(from.store, span);
    const meeting = (await meetingOfMonth(from.store, span))?.day;
    const filled = report ? filledOf(report) : { ...(await drawnNow(span, { ...from, programme })), ...UNWRITTEN };
    const { monthlyReportDocx } = await import('../../../documents/reports/monthly-report-docx.ts');
    return monthlyReportDocx({ span, ...calledOf(programme), meeting, ...filled });
  },

  pick: async ({ day }, { store, now }) => {
    const meant: Day | undefined = day ?? (await lastOf(store));
    return monthlyId(monthOfDay(meant ?? dayOf(now)));
  },

  list: async ({ store }) =>
    (await reportsIn(store)).map((report) => {
      const title = monthlyTitle(spanOfMonthly(report));
      return [report.id, `${title}（${monthlyStanding(report, currentFiling(report))}）`];
    }),
};

const UNWRITTEN = { texts: {}, standing: '下書き前（記録のまま）' };

function filledOf(report: MonthlyReport): Pick<MonthlySheet, 'parts' | 'until' | 'texts' | 'standing'> {
  const version = sentVersions(report).at(-1) ?? currentFiling(report);
  const { parts, until } = monthlyDraftOf(report, version);
  return { parts, until, texts: version.content.texts, standing: monthlyStanding(report, version) };
}

const calledOf = (programme: Programme): Pick<MonthlySheet, 'programme' | 'office'> => ({
  programme: programme.name,
  office: prefectureOffice(programme),
});

async function reportsIn(store: Making['store']): Promise<readonly MonthlyReport[]> {
  const all = await store.monthlyReports.list(FILINGS, { from: 'monthly-', below: 'monthly.' });
  return all.map(({ value }) => value);
}

async function lastOf(store: Making['store']): Promise<Day | undefined> {
  const last = (await reportsIn(store)).at(-1);
  return last && spanOfMonthly(last).from;
}

/** What a person sees, as the form is filled with it. */
export const monthlySheetOf = (view: MonthlyView, programme: Programme): MonthlySheet => ({
  ...calledOf(programme),
  ...{ span: view.span, until: view.until, meeting: view.meeting, parts: view.parts, texts: view.texts },
  standing: view.standing ?? UNWRITTEN.standing,
});
