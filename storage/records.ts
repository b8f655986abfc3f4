import { type Records, recordsOf } from '../programme/step.ts';
import { municipal, type Store } from './collections.ts';

/** A municipality's items and KPIs: two queries in one partition. */
export async function recordsIn(store: Store, municipality: string): Promise<Records> {
  const [items, kpis] = await Promise.all([
    store.items.list(municipal(municipality), { from: 'item-', below: 'item.' }),
    store.kpis.list(municipal(municipality), { from: 'kpi-', below: 'kpi.' }),
  ]);
  return recordsOf(
    items.map(({ value }) => value),
    kpis.map(({ value }) => value),
  );
}

/** Where a municipality's item and KPI are kept. */
export const itemAt = (municipality: string, item: string) => ({
  partition: municipal(municipality),
  id: `item-${item}`,
});
export const kpiAt = (municipality: string, kpi: string) => ({ partition: municipal(municipality), id: `kpi-${kpi}` });
