import type { Store } from '../../storage/collections.ts';

/** The same store, and how often it was read. */
export function counting(store: Store): { readonly counted: Store; readonly reads: () => number } {
  let reads = 0;
  const collections = Object.entries(store).map(([name, docs]) => {
    const get: typeof docs.get = (partition, id) => {
      reads++;
      return docs.get(partition, id) as never;
    };
    const list: typeof docs.list = (partition, which) => {
      reads++;
      return docs.list(partition, which) as never;
    };
    return [name, { ...docs, get, list }];
  });
  return { counted: Object.fromEntries(collections) as Store, reads: () => reads };
}
