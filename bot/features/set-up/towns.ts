import type { Municipality } from '../../../programme/municipality.ts';
import { PROGRAMME, type Store } from '../../../storage/collections.ts';

/** Every municipality of the programme, supported or not. */
export async function allTowns(store: Store): Promise<readonly Municipality[]> {
  const found = await store.municipalities.list(PROGRAMME, { from: 'municipality-', below: 'municipality.' });
  return found.map(({ value }) => value);
}
