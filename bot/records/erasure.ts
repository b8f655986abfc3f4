import { createHash } from 'node:crypto';
import type { CollectionName, Store, ValueOf } from '../../storage/collections.ts';
import { relay } from '../../storage/relay.ts';
import { type Collection, StoreUnavailable } from '../../storage/store.ts';
import { belongings, type Town } from './belonging.ts';
import { collectionNames, ERASE, type Everything, type Held } from './everything.ts';

/** What an erasure does to one document: takes it away, or takes one municipality's part out of it. */
export type Cut = {
  readonly name: CollectionName;
  readonly held: Held<unknown>;
  readonly rest?: unknown;
};

/** Ids by kind, as `partition/id`. */
export type Ids = Partial<Record<CollectionName, readonly string[]>>;

/**
 * What others are recognised by goes after them, so that a run that was cut short can be finished by another: people,
 * their rooms and meetings late, the municipalities last but for the programme.
 */
const LAST: readonly CollectionName[] = ['audit', 'rooms', 'meetings', 'members', 'municipalities', 'programmes'];
const inOrder = [...collectionNames.filter((name) => !LAST.includes(name)), ...LAST];

/** All there is, but for the entries that say what was erased when. */
export function allCuts(all: Everything): readonly Cut[] {
  return inOrder.flatMap((name) =>
    (all[name] as readonly Held<unknown>[])
      .filter(({ value }) => name !== 'audit' || (value as ValueOf<'audit'>).command !== ERASE)
      .map((held) => ({ name, held })),
  );
}

/** What belongs to one municipality; parts that are already gone are none. */
export function townCuts(all: Everything, town: Town): readonly Cut[] {
  const cuts = <K extends CollectionName>(name: K): readonly Cut[] =>
    (all[name] as readonly Held<ValueOf<K>>[]).flatMap((held) => {
      const share = belongings[name](held.value, town);
      if (share === undefined || share.rest === held.value) return [];
      return [share.rest === undefined ? { name, held } : { name, held, rest: share.rest }];
    });
  return inOrder.flatMap((name) => cuts(name));
}

export const idOf = ({ held }: Pick<Cut, 'held'>): string => `${held.partition}/${held.id}`;

/**
 * Carries them out, one after the other.
 * @returns those the store refuses to take away: its audit may be set to be created and read only
 */
export async function carryOut(store: Store, cuts: readonly Cut[]): Promise<readonly Cut[]> {
  const kept: Cut[] = [];
  for (const cut of cuts) {
    try {
      await cutOne(store, cut);
    } catch (error) {
      const isForbidden = error instanceof StoreUnavailable && error.why === 'forbidden';
      if (cut.name !== 'audit' || !isForbidden) throw error;
      kept.push(cut);
    }
  }
  return kept;
}

/** Somebody's faster write is no trouble: the next look finds the document again. */
async function cutOne(store: Store, { name, held, rest }: Cut): Promise<void> {
  const docs = store[name] as unknown as Collection<unknown>;
  // What was done to the document is audited before it goes.
  const etag = held.effects.length > 0 ? await relay(store, docs, held) : held.etag;
  if (rest === undefined) await docs.remove(held.partition, held.id, etag);
  else await docs.put(rest, etag);
}

export type Counted = { readonly collection: CollectionName; readonly count: number; readonly sha256: string };

/** How many of each kind, and by which hash over the sorted ids it can be shown later which ones. */
export function counted(ids: Ids): readonly Counted[] {
  return collectionNames.flatMap((collection) => {
    const own = ids[collection] ?? [];
    return own.length === 0 ? [] : [{ collection, count: own.length, sha256: hashOf(own) }];
  });
}

/** Lines of `partition/id`, sorted by their bytes, each ended by a line feed. */
export function hashOf(ids: readonly string[]): string {
  const lines = [...ids].sort().map((id) => `${id}\n`);
  return createHash('sha256').update(lines.join('')).digest('hex');
}
