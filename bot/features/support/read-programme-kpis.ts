import type { Municipality } from '../../../programme/municipality.ts';
import type { KpiRecords } from '../../../programme/support/programme-kpis.ts';
import { municipal, type Store } from '../../../storage/collections.ts';
import { readSupport } from './read-support.ts';

/** What the KPIs of the programme are worked out from. */
export async function readProgrammeKpis(
  store: Store,
  municipalities: readonly Municipality[],
  now: Date,
): Promise<KpiRecords> {
  const [support, helps] = await Promise.all([
    readSupport(store, municipalities, now),
    Promise.all(
      municipalities.map(({ code }) => store.helpRequests.list(municipal(code), { from: 'help-', below: 'help.' })),
    ),
  ]);
  return { support, requests: helps.flat().map(({ value }) => value), mismatches: undefined };
}
