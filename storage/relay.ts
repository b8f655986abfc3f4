import type { Store } from './collections.ts';
import type { Collection, Effect, Etag, Stored } from './store.ts';

/**
 * Carries out the effects inside a document and clears them. Safe to repeat: what an effect creates has a
 * deterministic id, and finding it there already means done.
 * @returns the document's etag afterwards; someone else's faster write leaves that to the next reader.
 */
export async function relay<T>(store: Store, docs: Collection<T>, found: Stored<T>): Promise<Etag> {
  for (const effect of found.effects) await carryOut(store, effect, found.etag);
  const put = await docs.put(found.value, found.etag, [], 'unnoted');
  return put.outcome === 'written' ? put.etag : found.etag;
}

async function carryOut(store: Store, effect: Effect, after: Etag): Promise<void> {
  await store.audit.put({ ...effect.entry, after }, 'absent');
}
