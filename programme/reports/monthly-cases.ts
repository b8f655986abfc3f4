import { findItem } from '../catalogue.ts';
import { consentStanding, consentStandingNames, currentAsking } from '../consent/consent.ts';
import { scopeNames } from '../consent/scope.ts';
import { dayOf, fiscalYearOf } from '../day.ts';
import type { DrawnMonth } from './monthly-records.ts';
import type { MonthlyPart } from './monthly-report.ts';

/** 顕著な成果事例（承諾状況）: of which municipality, of which item, and how its 承諾 stands. */
export function casesPart({ cases, support, programme, until, untilDay }: DrawnMonth): MonthlyPart {
  const names = new Map(support.map(({ municipality: { code, name } }) => [code, name]));
  const asked = cases
    .filter(({ consent }) => {
      const { at } = currentAsking(consent);
      return at <= until.toISOString() && fiscalYearOf(dayOf(new Date(at))) === programme.fiscalYear;
    })
    .toSorted((a, b) => (a.consent.id < b.consent.id ? -1 : 1));
  const rows = asked.map(({ item, consent }) => ({
    municipality: consent.municipality,
    cells: [
      names.get(consent.municipality) ?? consent.municipality,
      `${item} ${findItem(item)?.short ?? ''}`.trim(),
      scopeNames[consent.scope],
      consentStandingNames[consentStanding(consent, untilDay)],
    ],
  }));
  return { field: 'cases', facts: [], table: { head: ['市町村', '分野', '範囲', '承諾'], rows } };
}
