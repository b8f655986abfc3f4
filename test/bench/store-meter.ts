import { type KnownKinds, kinds, type Store } from '../../storage/collections.ts';
import type { Collection, Stored } from '../../storage/store.ts';
import { type Kind, NOTHING, type Requests, ruOf } from './ru-of.ts';

/** What a document has in Cosmos DB beside its content: the envelope, the marks, and the service's own properties. */
const OVERHEAD_KB = 0.35;
/** A note that a document is about to change. */
const NOTE_KB = 0.55;

/**
 * The same store, and what Cosmos DB would have been asked: a replace is read first, and a query planned. A test holds
 * it against the wire.
 */
export function metered(store: Store): { readonly store: Store; take(): Requests } {
  let counted = { ...NOTHING };
  const count = (kind: Kind, kb: number): void => {
    counted[kind]++;
    counted.ru += ruOf(kind, kb);
  };
  /** Before a document is written that it will be is noted, inside of the store. */
  const note = (name: string, how: 'unnoted' | undefined): void => {
    if ((kinds as KnownKinds)[name]?.audited && how !== 'unnoted') count('create', NOTE_KB);
  };
  const all = Object.entries(store) as [string, Collection<unknown>][];
  const measured = all.map(([name, docs]): [string, Collection<unknown>] => [
    name,
    {
      ...docs,
      async get(partition, id) {
        const found = await docs.get(partition, id);
        count('read', sizeOf(found));
        return found;
      },
      async list(partition, which) {
        const found = await docs.list(partition, which);
        counted.plan++;
        count(
          'query',
          found.reduce((sum, one) => sum + sizeOf(one), 0),
        );
        return found;
      },
      async put(value, was, effects = [], how) {
        const size = sizeOf({ value, effects });
        note(name, how);
        if (was !== 'absent') count('read', size);
        count(was === 'absent' ? 'create' : 'replace', size);
        return docs.put(value, was, effects, how);
      },
      async remove(partition, id, was, how) {
        note(name, how);
        count('remove', 1);
        return docs.remove(partition, id, was, how);
      },
    },
  ]);
  return {
    store: Object.fromEntries(measured) as Store,
    take() {
      const since = { ...counted, ru: Math.round(counted.ru * 10) / 10 };
      counted = { ...NOTHING };
      return since;
    },
  };
}

const sizeOf = (stored: Pick<Stored<unknown>, 'value' | 'effects'> | undefined): number =>
  stored ? Buffer.byteLength(JSON.stringify([stored.value, stored.effects])) / 1024 + OVERHEAD_KB : 0;
