import { createHash } from 'node:crypto';
import { CONFIDENTIAL, type Kind, lastOnes, type OwningMunicipality } from '../../programme/kind.ts';
import { type CollectionName, collectionOf, type KnownKinds, kinds, type Store } from '../../storage/collections.ts';
import { relay } from '../../storage/relay.ts';
import { StoreUnavailable } from '../../storage/store.ts';
import { type Everything, type Held, heldOf } from './everything.ts';

/** What an erasure does to one document: takes it away, or takes one municipality's part out of it. */
export type Cut = {
  readonly kind: Kind<unknown>;
  readonly held: Held<unknown>;
  readonly rest?: unknown;
};

/** Ids by kind, as `partition/id`. */
export type Ids = Partial<Record<CollectionName, readonly string[]>>;

/** The kinds, in the order in which their documents go. */
export function inErasingOrder(of: KnownKinds): readonly Kind<unknown>[] {
  const all = Object.values(of);
  return [undefined, ...lastOnes].flatMap((when) => all.filter(({ erasedLast }) => erasedLast === when));
}

/** All there is, but for what outlives it. */
export function allCuts(all: Everything, of: KnownKinds = kinds): readonly Cut[] {
  return inErasingOrder(of).flatMap((kind) =>
    heldOf(all, kind).flatMap((held) => (kind.outlives?.(held.value) ? [] : [{ kind, held }])),
  );
}

/** What belongs to one municipality; parts that are already gone are none. */
export function municipalityCuts(all: Everything, town: OwningMunicipality, of: KnownKinds = kinds): readonly Cut[] {
  return inErasingOrder(of).flatMap((kind) =>
    heldOf(all, kind).flatMap((held) => {
      const share = kind.belongsTo(held.value, town);
      if (share === undefined || share.rest === held.value) return [];
      return [share.rest === undefined ? { kind, held } : { kind, held, rest: share.rest }];
    }),
  );
}

export const cutId = ({ held }: Pick<Cut, 'held'>): string => `${held.partition}/${held.id}`;

/**
 * Carries them out, one after the other.
 * @param how `unnoted` where the service is stopped, and nothing may be left that says what there was
 * @returns those the store refuses to take away: its audit may be set to be created and read only
 */
export async function carryOut(store: Store, cuts: readonly Cut[], how?: 'unnoted'): Promise<readonly Cut[]> {
  const kept: Cut[] = [];
  for (const cut of cuts) {
    try {
      await cutOne(store, cut, how);
    } catch (error) {
      const isForbidden = error instanceof StoreUnavailable && error.why === 'forbidden';
      if (cut.kind.container !== 'audit' || !isForbidden) throw error;
      kept.push(cut);
    }
  }
  return kept;
}

/** Somebody's faster write is no trouble: the next look finds the document again. */
async function cutOne(store: Store, { kind, held, rest }: Cut, how: 'unnoted' | undefined): Promise<void> {
  const docs = collectionOf(store, kind);
  // What was done to the document is audited before it goes.
  const etag = held.effects.length > 0 ? await relay(store, docs, held) : held.etag;
  if (rest === undefined) await docs.remove(held.partition, held.id, etag, how);
  else await docs.put(rest, etag, [], how);
}

export type Counted = { readonly collection: string; readonly count: number; readonly sha256: string };

/** How many of each kind, and by which hash over the sorted ids it can be shown later which ones. */
export function counted(ids: Ids, of: KnownKinds): readonly Counted[] {
  const byName = new Map<string, readonly string[]>();
  for (const { name, confidential } of Object.values(of)) {
    const own = ids[name as CollectionName] ?? [];
    const collection = confidential ? CONFIDENTIAL.name : name;
    byName.set(collection, [...(byName.get(collection) ?? []), ...own]);
  }
  return [...byName].flatMap(([collection, own]) =>
    own.length === 0 ? [] : [{ collection, count: own.length, sha256: hashOf(own) }],
  );
}

/** Lines of `partition/id`, sorted by their bytes, each ended by a line feed. */
export function hashOf(ids: readonly string[]): string {
  const lines = [...ids].sort().map((id) => `${id}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}
