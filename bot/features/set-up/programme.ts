import type { Programme } from '../../../programme/programme.ts';
import { programmes } from '../../../programme/programme.ts';
import { PROGRAMME, type Store } from '../../../storage/collections.ts';
import { type Put, putOf } from '../../setting-change.ts';

/** The programme as it stands now, and the change to it. */
export async function programmePut(
  store: Store,
  next: (now: Programme) => Programme,
): Promise<{ readonly before: Programme; readonly after: Programme; readonly put: Put | undefined }> {
  const found = await store.programmes.get(PROGRAMME, 'programme');
  if (!found) throw new Error('no programme');
  const after = next(found.value);
  return { before: found.value, after, put: putOf(store, programmes.name, found.value, after) };
}
