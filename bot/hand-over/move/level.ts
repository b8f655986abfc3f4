import { isDeepStrictEqual } from 'node:util';
import type { Kind, PartitionNames } from '../../../programme/kind.ts';
import { collectionOf, type KnownKinds, type Store } from '../../../storage/collections.ts';
import { paged } from '../../../storage/paged.ts';
import { type Collection, OutcomeUnknown, type Stored } from '../../../storage/store.ts';

/** Partitions that are gone through side by side: what an account of 1,000 RU a second bears. */
const ABREAST = 4;

export type Levelling = {
  readonly from: Store;
  readonly to: Store;
  readonly where: PartitionNames;
  readonly of: KnownKinds;
  /** Told of every document of `from` that was looked at. */
  readonly seen: () => void;
};

/** What one going-through found: how many documents `from` has of each kind, and how many were not the same in `to`. */
export type Levelled = { readonly counts: Readonly<Record<string, number>>; readonly changed: number };

type Side = { readonly counts: Record<string, number>; changed: number };

/** The kinds that move, in the order of the list: what is about a store alone stays with it. */
export const moving = (of: KnownKinds): readonly Kind<unknown>[] =>
  Object.values(of).filter(({ ofTheStore }) => ofTheStore !== 'all');

/**
 * Goes through both stores side by side, document by document, and makes `to` say what `from` says. Nothing is believed
 * that was not read from both: a write whose outcome is unknown, or that others were faster than, the next
 * going-through finds. When one finds nothing to change, the two are the same.
 */
export async function level(levelling: Levelling): Promise<Levelled> {
  const { from, to, where, of, seen } = levelling;
  const found: Side = { counts: {}, changed: 0 };
  const note = ({ name }: Kind<unknown>): void => {
    found.counts[name] = (found.counts[name] ?? 0) + 1;
    seen();
  };
  const places = moving(of).flatMap((kind) => kind.partitions(where).map((partition) => ({ kind, partition })));
  await allOf(places, async ({ kind, partition }) => {
    for await (const [here, there] of sideBySide(collectionOf(from, kind), collectionOf(to, kind), partition)) {
      if (here) note(kind);
      if (await settle(kind, collectionOf(to, kind), { here, there, partition })) found.changed++;
    }
  });
  return found;
}

/** All of it, so many at a time; after the first fault nothing more is begun, and nothing is left running. */
async function allOf<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const rest = all.values();
  const faults: unknown[] = [];
  const worker = async (): Promise<void> => {
    for (const one of rest) {
      if (faults.length > 0) return;
      await work(one).catch((error: unknown) => faults.push(error));
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, worker));
  if (faults.length > 0) throw faults[0];
}

/** Sorts after every id, which are ASCII. */
const AFTER_ALL = '\uffff';
type Pair = readonly [here: Stored<unknown> | undefined, there: Stored<unknown> | undefined];

/** The documents of one partition in both stores, by id; one that only one of them has stands alone. */
async function* sideBySide(
  here: Collection<unknown>,
  there: Collection<unknown>,
  partition: string,
): AsyncGenerator<Pair, undefined> {
  const [ours, theirs] = [paged(here, partition), paged(there, partition)];
  const idOf = (stored: Stored<unknown> | undefined): string => (stored ? here.idOf(stored.value) : AFTER_ALL);
  let [a, b] = [(await ours.next()).value, (await theirs.next()).value];
  while (a || b) {
    const [idA, idB] = [idOf(a), idOf(b)];
    yield [idA <= idB ? a : undefined, idB <= idA ? b : undefined];
    if (idA <= idB) a = (await ours.next()).value;
    if (idB <= idA) b = (await theirs.next()).value;
  }
  return undefined;
}

/** Says the same, and has the same still to be carried out. What is about the store it lies in may differ. */
function isSame(kind: Kind<unknown>, here: Stored<unknown>, there: Stored<unknown> | undefined): boolean {
  if (!there) return false;
  const [a, b] = [carried(kind, here.value, undefined), carried(kind, there.value, undefined)];
  return isDeepStrictEqual([a, here.effects], [b, there.effects]);
}

/** What is to lie in the other store: the document without what is about this one, and with what is about that one. */
function carried(kind: Kind<unknown>, here: unknown, there: unknown): unknown {
  const own = Array.isArray(kind.ofTheStore) ? (kind.ofTheStore as readonly string[]) : [];
  if (own.length === 0) return here;
  const isOwn = ([field]: readonly [string, unknown]) => own.includes(field);
  const fields = Object.entries(here as object).filter((entry) => !isOwn(entry));
  return Object.fromEntries([...fields, ...Object.entries((there ?? {}) as object).filter(isOwn)]);
}

type Settling = {
  readonly here: Stored<unknown> | undefined;
  readonly there: Stored<unknown> | undefined;
  readonly partition: string;
};

/** @returns whether the two were not the same; whether they now are, the next going-through says */
async function settle(
  kind: Kind<unknown>,
  to: Collection<unknown>,
  { here, there, partition }: Settling,
): Promise<boolean> {
  if (here && isSame(kind, here, there)) return false;
  try {
    if (!here && there) await to.remove(partition, to.idOf(there.value), there.etag, 'unnoted');
    if (here) await to.put(carried(kind, here.value, there?.value), there?.etag ?? 'absent', here.effects, 'unnoted');
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error;
  }
  return true;
}
