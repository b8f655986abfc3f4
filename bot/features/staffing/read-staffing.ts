import { FILINGS } from '../../../programme/filing.ts';
import { CHARTS, type OrganizationChart } from '../../../programme/staffing/organization-chart.ts';
import { STAFFING_CHANGES, type StaffingChange } from '../../../programme/staffing/staffing-change.ts';
import type { Staffing } from '../../../programme/staffing/tenure.ts';
import type { Store } from '../../../storage/collections.ts';

/** Every 体制表, drafts too. */
export async function chartsIn(store: Pick<Store, 'organizationCharts'>): Promise<readonly OrganizationChart[]> {
  return (await store.organizationCharts.list(FILINGS, CHARTS)).map(({ value }) => value);
}

/** Every 体制変更, drafts too. */
export async function staffingChangesIn(store: Pick<Store, 'staffingChanges'>): Promise<readonly StaffingChange[]> {
  return (await store.staffingChanges.list(FILINGS, STAFFING_CHANGES)).map(({ value }) => value);
}

/** Everything that was handed in, or is being written, about who works for the contractor; `tenureOf` judges by it. */
export async function readStaffing(store: Store): Promise<Staffing> {
  const [charts, changes] = await Promise.all([chartsIn(store), staffingChangesIn(store)]);
  return { charts, changes };
}
