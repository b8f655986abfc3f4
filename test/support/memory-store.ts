import type { Kind } from '../../programme/kind.ts';
import { collectionOf, type KnownKinds, kinds, type Store } from '../../storage/collections.ts';
import type { Collection, Effect, Etag, Stored } from '../../storage/store.ts';

/** The documents of a partition, by id. Never changed: a write makes another one. */
type Partition = { readonly ids: readonly string[]; readonly docs: readonly Stored<unknown>[] };
type Partitions = Map<string, Partition>;
const NONE: Partition = { ids: [], docs: [] };
let written = 0;

/** A store in memory; `fork` is another one that begins with the same documents and costs next to nothing. */
export type MemoryStore = { readonly store: Store; fork(): MemoryStore };

export function memoryStore(of: Readonly<Record<string, Partitions>> = {}): MemoryStore {
  const all = Object.fromEntries(Object.keys(kinds).map((name) => [name, of[name] ?? new Map()]));
  const store = Object.fromEntries(
    Object.values(kinds as KnownKinds).map((kind) => [kind.name, collectionIn(kind, all[kind.name] ?? new Map())]),
  ) as unknown as Store;
  const copy = () => Object.fromEntries(Object.entries(all).map(([name, partitions]) => [name, new Map(partitions)]));
  return { store, fork: () => memoryStore(copy()) };
}

function collectionIn<T>(kind: Kind<T>, partitions: Partitions): Collection<T> {
  const at = (partition: string): Partition => partitions.get(partition) ?? NONE;
  const found = (partition: string, id: string) => {
    const { ids, docs } = at(partition);
    return docs[ids.indexOf(id)] as Stored<T> | undefined;
  };
  const keep = (partition: string, id: string, doc: Stored<T> | undefined) => {
    const { ids, docs } = at(partition);
    const rest = ids.flatMap((each, index) => (each === id ? [] : [[each, docs[index]] as const]));
    const next = doc ? [...rest, [id, doc] as const].toSorted(([a], [b]) => (a < b ? -1 : 1)) : rest;
    partitions.set(partition, {
      ids: next.map(([each]) => each),
      docs: next.map(([, each]) => each as Stored<unknown>),
    });
  };
  return {
    name: kind.name,
    partitionOf: (value) => kind.partition(value),
    idOf: (value) => kind.id(value),
    get: async (partition, id) => found(partition, id),
    async list(partition, { from = '', below, withEffects } = {}) {
      const { ids, docs } = at(partition);
      if (from === '' && below === undefined && !withEffects) return docs as readonly Stored<T>[];
      const isIn = (id: string) => id >= from && (below === undefined || id < below);
      const some = docs.filter((doc, index) => isIn(ids[index] ?? '') && (!withEffects || doc.effects.length > 0));
      return some as readonly Stored<T>[];
    },
    async put(value, was, effects: readonly Effect[] = []) {
      const [partition, id] = [kind.partition(value), kind.id(value)];
      const before = found(partition, id);
      if ((before?.etag ?? 'absent') !== was) return { outcome: 'changed-meanwhile' };
      const etag = `e${++written}` as Etag;
      keep(partition, id, { value, etag, effects });
      return { outcome: 'written', etag };
    },
    async remove(partition, id, was) {
      const before = found(partition, id);
      if (before && before.etag !== was) return 'changed-meanwhile';
      keep(partition, id, undefined);
      return 'removed';
    },
  };
}

/** Puts a document where there is none yet. */
export async function plant<T>(store: Store, kind: Kind<T>, value: T): Promise<void> {
  const put = await collectionOf(store, kind).put(value, 'absent');
  if (put.outcome !== 'written') throw new Error(`${kind.name} was there already`);
}
