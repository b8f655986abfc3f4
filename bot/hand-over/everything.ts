import { audit, ERASE } from '../../programme/audit.ts';
import { editions } from '../../programme/catalogue.ts';
import { CONFIDENTIAL, type Kind, type PartitionNames } from '../../programme/kind.ts';
import {
  type CollectionName,
  collectionOf,
  type KnownKinds,
  kinds,
  type Store,
  type ValueOf,
} from '../../storage/collections.ts';
import { municipalitiesIn } from '../../storage/municipalities.ts';
import type { Collection, Stored } from '../../storage/store.ts';

/** No entry is older than the year of the first edition: that of the first programme that ran on this. */
const FIRST_YEAR = Math.min(...editions.map(({ fiscalYear }) => fiscalYear));
const ABREAST = 8;

/** A document, and where it lies. */
export type Held<T> = Stored<T> & { readonly partition: string; readonly id: string };
export type Everything = { readonly [K in CollectionName]: readonly Held<ValueOf<K>>[] };

/** The record that the audit entry of an erasure is about: one that erased a municipality names it. */
export const erasedRecord = (code: string | undefined): string =>
  code === undefined ? 'everything' : `municipalities/m-${code}`;

export const collectionNames = Object.keys(kinds) as CollectionName[];

/** What people call a kind of document; the name itself for one that this program does not know. */
export const calledOf = (name: string): string =>
  name === CONFIDENTIAL.name ? CONFIDENTIAL.called : ((kinds as KnownKinds)[name]?.called ?? name);

/** The documents of one kind. */
export function heldOf<T>(all: Everything, { name }: Kind<T>): readonly Held<T>[] {
  return (all as { readonly [name: string]: readonly Held<unknown>[] })[name] as readonly Held<T>[];
}

/**
 * All documents of all kinds, by id and then partition.
 * @param also municipalities that may have documents although they are not, or no longer, in the programme
 */
export async function readEverything(
  store: Store,
  now: Date,
  also: readonly string[] = [],
  of: KnownKinds = kinds,
): Promise<Everything> {
  const where = await placesIn(store, now, also);
  const all: [string, readonly Held<unknown>[]][] = [];
  for (const kind of Object.values(of)) {
    all.push([kind.name, await readAll(collectionOf(store, kind), kind.partitions(where))]);
  }
  return Object.fromEntries(all) as Everything;
}

/**
 * What partitions are named after in which there may be documents.
 * @param also municipalities that may have documents although they are not, or no longer, in the programme
 */
export async function placesIn(store: Store, now: Date, also: readonly string[] = []): Promise<PartitionNames> {
  const years = Array.from({ length: now.getUTCFullYear() + 2 - FIRST_YEAR }, (_, i) => FIRST_YEAR + i);
  const listed = (await municipalitiesIn(store)).map(({ code }) => code);
  const entries = await readAll(store.audit, audit.partitions({ codes: [], years }));
  const erased = entries.flatMap(({ value }) => erasedIn(value));
  return { codes: [...new Set([...listed, ...erased, ...also])], years };
}

/** Of a municipality that is gone, the audit entries are left. */
function erasedIn({ command, record }: ValueOf<'audit'>): readonly string[] {
  const code = /^municipalities\/m-(\d{6})$/.exec(record)?.[1];
  return command === ERASE && code !== undefined ? [code] : [];
}

async function readAll<T>(docs: Collection<T>, partitions: readonly string[]): Promise<readonly Held<T>[]> {
  const held: Held<T>[] = [];
  for (let from = 0; from < partitions.length; from += ABREAST) {
    const some = partitions.slice(from, from + ABREAST).map(async (partition) => {
      const found = await docs.list(partition);
      return found.map((stored) => ({ ...stored, partition, id: docs.idOf(stored.value) }));
    });
    held.push(...(await Promise.all(some)).flat());
  }
  return held.sort((a, b) => order(a.id, b.id) || order(a.partition, b.partition));
}

/** Compares texts by their code units, not by the rules of a language, which differ between machines. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
