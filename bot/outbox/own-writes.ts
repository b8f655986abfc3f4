import { type KnownKinds, kinds, type Store } from '../../storage/collections.ts';
import type { Collection } from '../../storage/store.ts';

/** What this process writes, so that planning need not ask the store whether it has. */
export type OwnWrites = {
  /** The store that the whole process writes to. */
  readonly store: Store;
  /** Whether anything was noted to change since this was last asked. */
  take(): boolean;
};

export function createOwnWrites(store: Store, of: KnownKinds = kinds): OwnWrites {
  let hasWritten = false;
  /** Before it is noted and after: who looks in between has not seen the note. */
  const write = async <R>(isNoted: boolean, work: () => Promise<R>): Promise<R> => {
    hasWritten ||= isNoted;
    return work().finally(() => {
      hasWritten ||= isNoted;
    });
  };
  const all = Object.entries(store) as [string, Collection<unknown>][];
  const own = all.map(([name, docs]): [string, Collection<unknown>] => {
    const isAudited = of[docs.name]?.audited !== false;
    return [
      name,
      {
        ...docs,
        put: (value, was, effects, how) =>
          write(isAudited && how !== 'unnoted', () => docs.put(value, was, effects, how)),
        remove: (partition, id, was, how) =>
          write(isAudited && how !== 'unnoted', () => docs.remove(partition, id, was, how)),
      },
    ];
  });
  return {
    store: Object.fromEntries(own) as Store,
    take() {
      const had = hasWritten;
      hasWritten = false;
      return had;
    },
  };
}
