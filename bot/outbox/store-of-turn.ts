import type { Store } from '../../storage/collections.ts';
import type { Collection } from '../../storage/store.ts';

type ReadsOf = Pick<Collection<unknown>, 'get' | 'list'>;

/**
 * The store for one turn: kinds that are known are read from what is known until the turn writes anything. From then on,
 * and whatever is read to be written back, it is the store itself: what somebody has made sure of by writing holds, and
 * what is said of a write is as it was written.
 */
export function storeOfTurn(store: Store, known: ReadonlyMap<string, ReadsOf>): Store {
  let hasWritten = false;
  const writing = <A extends readonly unknown[], R>(write: (...args: A) => R) => {
    return (...args: A): R => {
      hasWritten = true;
      return write(...args);
    };
  };
  const all = Object.values(store) as readonly Collection<unknown>[];
  const own = all.map((docs): [string, Collection<unknown>] => {
    const reads = known.get(docs.name) ?? docs;
    return [
      docs.name,
      {
        name: docs.name,
        partitionOf: docs.partitionOf,
        idOf: docs.idOf,
        get: (partition, id, how) => (hasWritten || how ? docs : reads).get(partition, id, how),
        list: (partition, which) => (hasWritten ? docs : reads).list(partition, which),
        put: writing(docs.put),
        remove: writing(docs.remove),
      },
    ];
  });
  return Object.fromEntries(own) as Store;
}
