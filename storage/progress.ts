import type { ItemRecord } from '../programme/progress/item-record.ts';
import type { KpiRecord } from '../programme/progress/kpi-record.ts';
import { type Progress, progressOf } from '../programme/progress/step-standing.ts';
import { municipal, type Store } from './collections.ts';
import type { Stored } from './store.ts';

type Lists = {
  readonly items: readonly Stored<ItemRecord>[];
  readonly kpis: readonly Stored<KpiRecord>[];
};
/** By the list of items: while a store hands out the same lists, the records are the same too. */
const known = new WeakMap<Lists['items'], { readonly kpis: Lists['kpis']; readonly records: Progress }>();

/** A municipality's items and KPIs: two queries in one partition. */
export async function progressIn(store: Store, municipality: string): Promise<Progress> {
  const [items, kpis] = await Promise.all([
    store.items.list(municipal(municipality), { from: 'item-', below: 'item.' }),
    store.kpis.list(municipal(municipality), { from: 'kpi-', below: 'kpi.' }),
  ]);
  const last = known.get(items);
  if (last?.kpis === kpis) return last.records;
  const records = progressOf(
    items.map(({ value }) => value),
    kpis.map(({ value }) => value),
  );
  known.set(items, { kpis, records });
  return records;
}

/** Where a municipality's item and KPI are kept. */
export const itemAt = (municipality: string, item: string) => ({
  partition: municipal(municipality),
  id: `item-${item}`,
});
export const kpiAt = (municipality: string, kpi: string) => ({ partition: municipal(municipality), id: `kpi-${kpi}` });
