import { VISITS, type VisitRecord } from '../../../programme/visits/visit-record.ts';
import { municipal, type Store } from '../../../storage/collections.ts';
import { oncePerLook } from '../../job.ts';

/** Every record of a visit to a municipality. */
export async function recordsOf(store: Store, code: string): Promise<readonly VisitRecord[]> {
  return (await store.visitRecords.list(municipal(code), VISITS)).map(({ value }) => value);
}

/** Every record of a visit to any municipality, for the slots of a look. */
export const recordsThen = oncePerLook(async ({ store, municipalities }) =>
  (await Promise.all(municipalities.map(({ code }) => recordsOf(store, code)))).flat(),
);
