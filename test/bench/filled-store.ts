import { catalogue } from '../../programme/catalogue.ts';
import { addDays, instantOf } from '../../programme/day.ts';
import type { ItemRecord } from '../../programme/progress/item-record.ts';
import type { KpiRecord } from '../../programme/progress/kpi-record.ts';
import { addWeeks, type Week } from '../../programme/week.ts';
import type { Store } from '../../storage/collections.ts';

/** A year of weekly reports: what the measured stores are filled with. */
export type ReportedYear = { readonly fiscalYear: number; readonly week: Week; readonly weeks: number };

const OF_MUNICIPALITIES = catalogue.kpis.filter(({ item }) => item !== null);
const WEEKLY = OF_MUNICIPALITIES.filter(({ weekly }) => weekly).slice(0, 5);
const OTHERS = OF_MUNICIPALITIES.filter(({ weekly }) => !weekly).slice(0, 9);

export async function fillProgress(store: Store, size: number, year: ReportedYear): Promise<void> {
  for (let i = 0; i < size; i++) await fillRecords(store, codeOf(i), year);
}

/** The items and KPIs of one municipality; five KPIs are reported every week. */
export async function fillRecords(store: Store, code: string, year: ReportedYear): Promise<void> {
  for (const item of catalogue.items) await store.items.put(itemOf(code, item.id, year), 'absent');
  for (const kpi of [...WEEKLY, ...OTHERS])
    await store.kpis.put(kpiOf(code, kpi.id, WEEKLY.includes(kpi), year), 'absent');
}

export async function fillMunicipalities(store: Store, size: number): Promise<void> {
  for (let i = 0; i < size; i++) {
    const code = codeOf(i);
    await store.municipalities.put({ code, name: `町${code}`, area: '計測', supported: true }, 'absent');
  }
}

/** Any five digits and the check digit that belongs to them. */
export function codeOf(index: number): string {
  const digits = String(20_000 + index);
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (6 - at), 0);
  return `${digits}${(11 - (sum % 11)) % 10}`;
}

export function from(day: string, ask: string) {
  return { by: 'member-x', at: instantOf(day, '10:00').toISOString(), via: 'teams', ask };
}

function itemOf(municipality: string, item: string, { fiscalYear, week }: ReportedYear): ItemRecord {
  const stages = ['considering', 'inProgress', 'decided'];
  const versions = stages.map((stage, at) => ({
    ...from(addWeeks(week, at * 20 - 40), `${item}-${at}`),
    number: at + 1,
    stage,
    evidence: '議事録',
  }));
  return { municipality, fiscalYear, item, year: 'this', due: addDays(week, 5), versions };
}

function kpiOf(municipality: string, kpi: string, weekly: boolean, year: ReportedYear): KpiRecord {
  const { fiscalYear, week: last, weeks } = year;
  const entries = Array.from({ length: weeks }, (_, at) => at)
    .filter((at) => weekly || at % 4 === 0)
    .map((at) => {
      const week = addWeeks(last, at - weeks + 1);
      const parts = { numerator: at, denominator: 60, value: Math.round((at / 60) * 1000) / 10 };
      return { ...from(addDays(week, 1), `${kpi}-${at}`), number: at + 1, week, kind: 'value' as const, ...parts };
    });
  return { municipality, fiscalYear, kpi, baseline: 0, target: 80, due: addWeeks(last, 3), weekly, entries };
}
