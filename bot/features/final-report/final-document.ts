import { programmeOfYear } from '../../../programme/asked-year.ts';
import { dayOf, fiscalYearOf } from '../../../programme/day.ts';
import { currentFiling, FILINGS, versionsHandedIn } from '../../../programme/filing.ts';
import {
  FINAL_PREFIX,
  type FinalReport,
  finalReportId,
  finalReportTitle,
  finalStanding,
  lastDelivery,
} from '../../../programme/final-report/final-report.ts';
import { yearsOf } from '../../../programme/programme.ts';
import type { HandedOut, Making } from '../../files/handed-out.ts';
import { finalAnnexOf, finalDocxOf } from './final-files.ts';
import { finalReportOf, finalSheet } from './final-sheet.ts';

/** 業務報告書: the version that was delivered last, else the one handed in last, else the draft of now. */
export const finalDocument: HandedOut = {
  name: '業務報告書',
  called: '業務報告書',
  ending: '.docx',
  async make(id, from) {
    const sheet = await sheetOf(id, from);
    return sheet && finalDocxOf(sheet);
  },
  async annex(id, from) {
    const sheet = await sheetOf(id, from);
    return sheet && finalAnnexOf(sheet);
  },

  pick: async ({ day }, { programme }) => finalReportId(day === undefined ? programme.fiscalYear : fiscalYearOf(day)),

  list: async ({ store }) =>
    (await store.finalReports.list(FILINGS, { from: FINAL_PREFIX, below: 'final.' })).map(({ value }) => [
      value.id,
      `${finalReportTitle(value.fiscalYear)}（${finalStanding(value, currentFiling(value))}）`,
    ]),
};

async function sheetOf(id: string, { store, programme, now }: Making) {
  if (!/^final-\d{4}$/.test(id)) return undefined;
  const fiscalYear = Number(id.slice(FINAL_PREFIX.length));
  if (!yearsOf(programme).includes(fiscalYear)) return undefined;
  const then = programmeOfYear(programme, fiscalYear);
  if (dayOf(now) < then.start) return undefined;
  const report = await finalReportOf(store, fiscalYear);
  return finalSheet({ store, programme: then, now }, report && versionToHandOut(report));
}

const versionToHandOut = (report: FinalReport): number | undefined =>
  lastDelivery(report)?.version ?? versionsHandedIn(report).at(-1)?.number;
