import { ask } from '../../../programme/asks.ts';
import { dayOf, fiscalYearOf } from '../../../programme/day.ts';
import { FILINGS } from '../../../programme/filing.ts';
import {
  MONTHLY,
  type MonthlyReport,
  MonthlySection,
  monthlySectionNames,
  monthlyTitle,
  sentVersions,
  spanOfMonthly,
} from '../../../programme/reports/monthly-report.ts';
import { monthSaid } from '../../../programme/support/month.ts';
import { seesDrafts } from '../reports/monthly-of.ts';
import type { Hit, SearchSource } from './source.ts';

/** What people wrote in 月次報告, section by section; the figures beside it are found where they were recorded. */
export const monthlySource: SearchSource = {
  needs: 'filed',
  async find(_towns, seeker) {
    const isWriter = seesDrafts(seeker);
    const kept = await seeker.store.monthlyReports.list(FILINGS, { from: MONTHLY, below: 'monthly.' });
    return kept.flatMap(({ value }) => hitsOf(value, isWriter));
  },
};

/** Drafts are for those who write them; others are shown what was handed in last. */
function hitsOf(report: MonthlyReport, isWriter: boolean): readonly Hit[] {
  const version = (isWriter ? report.versions : sentVersions(report)).at(-1);
  if (!version) return [];
  const span = spanOfMonthly(report);
  const of = { month: monthSaid(span.from), year: fiscalYearOf(span.from) };
  return MonthlySection.options.map((section) => ({
    ...{ kind: '月次報告', title: `${monthlyTitle(span)}の${monthlySectionNames[section]}` },
    ...{ day: dayOf(new Date(version.at)), texts: [version.content.texts[section]] },
    open: ask('monthly-report', { ...of, section }),
  }));
}
