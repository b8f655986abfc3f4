import { editionOf, type RuledYear } from '../programme/catalogue.ts';
import type { ItemRecord } from '../programme/progress/item-record.ts';
import type { KpiRecord } from '../programme/progress/kpi-record.ts';
import { yearlyId, yearlyIds } from '../programme/progress/record-year.ts';
import { type Progress, progressOf } from '../programme/progress/step-standing.ts';
import { municipal, type Store } from './collections.ts';
import type { Stored } from './store.ts';

type Lists = {
  readonly items: readonly Stored<ItemRecord>[];
  readonly kpis: readonly Stored<KpiRecord>[];
};
/** By the list of items: while a store hands out the same lists, the records are the same too. */
const known = new WeakMap<Lists['items'], { readonly kpis: Lists['kpis']; readonly records: Progress }>();

/**
 * A municipality's items and KPIs of one fiscal year: two queries in one partition, which other years cost nothing.
 * @param year the programme in that year: its records are judged by its edition of the catalogue
 */
export async function progressIn(store: Store, municipality: string, year: RuledYear): Promise<Progress> {
  const [items, kpis] = await Promise.all([
    itemsIn(store, municipality, year.fiscalYear),
    kpisIn(store, municipality, year.fiscalYear),
  ]);
  const edition = editionOf(year);
  const last = known.get(items);
  if (last?.kpis === kpis && last.records.catalogue === edition) return last.records;
  const records = progressOf(
    items.map(({ value }) => value),
    kpis.map(({ value }) => value),
    edition,
  );
  known.set(items, { kpis, records });
  return records;
}

export const itemsIn = ({ items }: Store, municipality: string, fiscalYear: number): Promise<Lists['items']> =>
  items.list(municipal(municipality), yearlyIds('item', fiscalYear));
export const kpisIn = ({ kpis }: Store, municipality: string, fiscalYear: number): Promise<Lists['kpis']> =>
  kpis.list(municipal(municipality), yearlyIds('kpi', fiscalYear));

/** Where a municipality's item and KPI of one fiscal year are kept. */
export const itemAt = (municipality: string, fiscalYear: number, item: string) => ({
  partition: municipal(municipality),
  id: yearlyId('item', fiscalYear, item),
});
export const kpiAt = (municipality: string, fiscalYear: number, kpi: string) => ({
  partition: municipal(municipality),
  id: yearlyId('kpi', fiscalYear, kpi),
});
