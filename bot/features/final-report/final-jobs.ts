import { programmeOfYear } from '../../../programme/asked-year.ts';
import { FILINGS } from '../../../programme/filing.ts';
import { FINAL_PREFIX, type FinalReport } from '../../../programme/final-report/final-report.ts';
import type { Member } from '../../../programme/member.ts';
import { yearsOf } from '../../../programme/programme.ts';
import type { Store } from '../../../storage/collections.ts';
import type { Drawing } from '../../job.ts';
import { type FinalLook, lookAtFinal } from './final-view.ts';

/** 業務報告書 of every year. */
export const finalReportsIn = async (store: Store): Promise<readonly FinalReport[]> =>
  (await store.finalReports.list(FILINGS, { from: FINAL_PREFIX, below: 'final.' })).map(({ value }) => value);

/** The report of a year as the reader of a notice sees it in a 1:1 chat. */
export function lookForNotice(year: number, who: Member, { store, programme, now }: Drawing): Promise<FinalLook> {
  const then = yearsOf(programme).includes(year) ? programmeOfYear(programme, year) : programme;
  return lookAtFinal({ store, programme: then, now, who, room: { audience: undefined } });
}
