import { FILINGS } from '../../../programme/filing.ts';
import { CHARTS } from '../../../programme/staffing/organization-chart.ts';
import { STAFFING_CHANGES } from '../../../programme/staffing/staffing-change.ts';
import type { Staffing } from '../../../programme/staffing/tenure.ts';
import type { Store } from '../../../storage/collections.ts';

/** Everything that was handed in, or is being written, about who works for the contractor; `tenureOf` judges by it. */
export async function readStaffing(store: Pick<Store, 'organizationCharts' | 'staffingChanges'>): Promise<Staffing> {
  const [charts, changes] = await Promise.all([
    store.organizationCharts.list(FILINGS, CHARTS),
    store.staffingChanges.list(FILINGS, STAFFING_CHANGES),
  ]);
  return { charts: charts.map(({ value }) => value), changes: changes.map(({ value }) => value) };
}
