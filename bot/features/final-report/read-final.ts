import { yearOver } from '../../../programme/asked-year.ts';
import type { MunicipalityRecords } from '../../../programme/digest/digest.ts';
import { FILINGS } from '../../../programme/filing.ts';
import type { FinalRecords, FinalSources } from '../../../programme/final-report/final-records.ts';
import type { Initiative } from '../../../programme/initiatives/initiative.ts';
import { INITIATIVES } from '../../../programme/initiatives/initiative-change.ts';
import { openInitiatives, plannedYear } from '../../../programme/initiatives/open-initiatives.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import type { Programme } from '../../../programme/programme.ts';
import { monthlyIdsOf } from '../../../programme/reports/monthly-report.ts';
import { RETAINED_RIGHTS } from '../../../programme/staffing/retained-right.ts';
import { SUBCONTRACTS } from '../../../programme/staffing/subcontract.ts';
import { MEMBERS, municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import { readConsents } from '../consent/read-consents.ts';
import { fundingRecordsIn } from '../funding/read-funding.ts';
import { simplePlansIn } from '../initiatives/read-simple-plan.ts';
import { allMeetings } from '../meetings/find.ts';
import { readStaffing } from '../staffing/read-staffing.ts';
import { mismatchDaysIn } from '../support/read-programme-kpis.ts';
import { readSupport } from '../support/read-support.ts';
import { talentProfilesIn, trainingsIn } from '../talent/read-talent.ts';

export type FinalReading = { readonly store: Store; readonly programme: Programme; readonly now: Date };

/** What is known of the year; `programme` is the one of that year. */
export async function readFinal({ store, programme, now }: FinalReading): Promise<FinalRecords> {
  const all = (await municipalitiesIn(store)).toSorted((a, b) => a.code.localeCompare(b.code));
  const isOver = yearOver(programme) !== undefined;
  const [support, shared, progress, initiatives, plans, papers] = await Promise.all([
    readSupport(store, all, now),
    readConsents(store),
    Promise.all(all.filter(({ supported }) => supported || isOver).map((town) => progressOfTown(town))),
    initiativesOf(store, all, plannedYear(programme.fiscalYear)),
    simplePlansIn(store),
    readPapers(store, programme.fiscalYear),
  ]);
  const { materials, consents, approvals } = shared;
  return {
    ...{ programme, now, materials, consents, approvals, initiatives, plans },
    ...papers,
    towns: isOver ? progress.filter(({ records }) => records.items.size + records.kpis.size > 0) : progress,
    support,
  };

  async function progressOfTown(municipality: Municipality): Promise<MunicipalityRecords> {
    const [records, helps] = await Promise.all([
      progressIn(store, municipality.code, programme),
      store.helpRequests.list(municipal(municipality.code), { from: 'help-', below: 'help.' }),
    ]);
    return { municipality, records, helps: helps.map(({ value }) => value) };
  }
}

/** With what the secretariat alone learns: for drawing the report. */
export const withMismatches = async (records: FinalRecords, store: Store): Promise<FinalSources> => ({
  ...records,
  mismatches: await mismatchDaysIn(store),
});

type Papers = Pick<
  FinalRecords,
  | 'meetings'
  | 'minutes'
  | 'staffing'
  | 'subcontracts'
  | 'members'
  | 'monthly'
  | 'rights'
  | 'fundings'
  | 'trainings'
  | 'talents'
>;

/** What lies with the programme and with what was handed in. */
async function readPapers(store: Store, fiscalYear: number): Promise<Papers> {
  const [meetings, minutes, staffing, subcontracts, members, monthly, rights, fundings, trainings, talents] =
    await Promise.all([
      allMeetings(store),
      store.minutes.list(PROGRAMME, { from: 'minutes-', below: 'minutes.' }),
      readStaffing(store),
      store.subcontracts.list(FILINGS, SUBCONTRACTS),
      store.members.list(MEMBERS),
      store.monthlyReports.list(FILINGS, monthlyIdsOf(fiscalYear)),
      store.retainedRights.list(PROGRAMME, RETAINED_RIGHTS),
      fundingRecordsIn(store, fiscalYear),
      trainingsIn(store, fiscalYear),
      talentProfilesIn(store, fiscalYear),
    ]);
  return {
    ...{ meetings, staffing, fundings, trainings, talents },
    minutes: minutes.map(({ value }) => value),
    subcontracts: subcontracts.map(({ value }) => value),
    members: members.map(({ value }) => value),
    monthly: monthly.map(({ value }) => value),
    rights: rights.map(({ value }) => value),
  };
}

/** Those on the 工程表 of a year, in the order of the codes. */
async function initiativesOf(
  store: Store,
  towns: readonly Municipality[],
  year: number,
): Promise<readonly Initiative[]> {
  const found = await Promise.all(towns.map(({ code }) => store.initiatives.list(municipal(code), INITIATIVES)));
  return found.flatMap((own) =>
    openInitiatives(
      own.map(({ value }) => value),
      year,
    ),
  );
}
