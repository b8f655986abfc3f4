import { yearOver } from '../../../programme/asked-year.ts';
import { itemOfCase } from '../../../programme/cases/case.ts';
import type { Consent } from '../../../programme/consent/consent.ts';
import type { MunicipalityRecords } from '../../../programme/digest/digest.ts';
import { FILINGS } from '../../../programme/filing.ts';
import type { Programme } from '../../../programme/programme.ts';
import type { CaseAsked, MonthRecords } from '../../../programme/reports/monthly-records.ts';
import { monthlyIdsOf, satisfactionToldAt } from '../../../programme/reports/monthly-report.ts';
import { STAFFING_CHANGES } from '../../../programme/staffing/staffing-change.ts';
import type { DaySpan } from '../../../programme/support/support-figures.ts';
import { municipal, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import { readConsents, type SharedMaterials } from '../consent/read-consents.ts';
import { allMeetings } from '../meetings/find.ts';
import { memberNames } from '../people/people.ts';
import { readProgrammeKpis } from '../support/read-programme-kpis.ts';
import { inquiriesIn } from './inquiries.ts';

type Asked = { readonly store: Store; readonly programme: Programme; readonly now: Date };

/** Everything the report of a month is drawn from; `programme` is the one of the month's year. */
export async function readMonth(span: DaySpan, { store, programme, now }: Asked): Promise<MonthRecords> {
  const all = await municipalitiesIn(store);
  const isOver = yearOver(programme) !== undefined;
  const [figures, meetings, nameOf, changes, inquiries, shared, reports, progress] = await Promise.all([
    readProgrammeKpis(store, all, now),
    allMeetings(store),
    memberNames(store),
    store.staffingChanges.list(FILINGS, STAFFING_CHANGES),
    inquiriesIn(store),
    readConsents(store),
    store.monthlyReports.list(FILINGS, monthlyIdsOf(programme.fiscalYear)),
    Promise.all(all.filter(({ supported }) => supported || isOver).map((town) => progressOfTown(town))),
  ]);
  const towns = isOver ? progress.filter(({ records }) => records.items.size + records.kpis.size > 0) : progress;
  return {
    ...{ programme, span, now, towns, meetings, inquiries },
    cases: shared.consents.flatMap((consent) => caseAsked(consent, shared)),
    staffing: changes.map(({ value }) => value),
    support: figures.support,
    mismatches: figures.mismatches,
    satisfactionTold: satisfactionToldAt(reports.map(({ value }) => value)),
    nameOf,
  };

  async function progressOfTown(municipality: (typeof all)[number]): Promise<MunicipalityRecords> {
    const [records, helps] = await Promise.all([
      progressIn(store, municipality.code, programme),
      store.helpRequests.list(municipal(municipality.code), { from: 'help-', below: 'help.' }),
    ]);
    return { municipality, records, helps: helps.map(({ value }) => value) };
  }
}

function caseAsked(consent: Consent, { materials }: SharedMaterials): readonly CaseAsked[] {
  const material = materials.find(({ id }) => id === consent.material);
  if (material?.sort !== 'case') return [];
  return [{ item: itemOfCase(material.of), consent }];
}
