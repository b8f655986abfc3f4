import type { Store } from '../../storage/collections.ts';
import type { Collection } from '../../storage/store.ts';

/**
 * The same store, in which nothing is read twice: for one look at everything, such as planning, where many jobs ask
 * about the same records. Writing is not looked through; it is made to be thrown away after the look.
 */
export function readingOnce(store: Store): Store {
  const all = Object.entries(store) as [string, Collection<unknown>][];
  return Object.fromEntries(all.map(([name, docs]) => [name, collectionReadOnce(docs)])) as Store;
}

function collectionReadOnce<T>(docs: Collection<T>): Collection<T> {
  const got = new Map<string, ReturnType<typeof docs.get>>();
  const listed = new Map<string, ReturnType<typeof docs.list>>();
  return {
    ...docs,
    get: (partition, id) => once(got, `${partition}/${id}`, () => docs.get(partition, id)),
    list: (partition, which = {}) => {
      const { from, below, withEffects } = which;
      return once(listed, JSON.stringify([partition, from, below, withEffects]), () => docs.list(partition, which));
    },
  };
}

function once<R>(known: Map<string, Promise<R>>, key: string, read: () => Promise<R>): Promise<R> {
  const found = known.get(key) ?? read();
  known.set(key, found);
  // What could not be read may be tried again.
  found.catch(() => known.delete(key));
  return found;
}
