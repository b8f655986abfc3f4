import { type CollectionName, kinds, PROGRAMME, type Store, type ValueOf } from '../../storage/collections.ts';
import { places, type Where } from '../../storage/places.ts';
import type { Collection, Stored } from '../../storage/store.ts';

/** No entry is older than the first programme that ran on this. */
const FIRST_YEAR = 2024;
const ABREAST = 8;

/** A document, and where it lies. */
export type Held<T> = Stored<T> & { readonly partition: string; readonly id: string };
export type Everything = { readonly [K in CollectionName]: readonly Held<ValueOf<K>>[] };

/** The command of the audit entries that erasures write; the record of one that erased a municipality names it. */
export const ERASE = 'erase';
export const erasedRecord = (code: string | undefined): string =>
  code === undefined ? 'everything' : `municipalities/m-${code}`;

export const collectionNames = Object.keys(kinds) as CollectionName[];

/**
 * All documents of all kinds, by id and then partition.
 * @param also municipalities that may have documents although they are not, or no longer, in the programme
 */
export async function readEverything(store: Store, now: Date, also: readonly string[] = []): Promise<Everything> {
  const years = Array.from({ length: now.getUTCFullYear() + 2 - FIRST_YEAR }, (_, i) => FIRST_YEAR + i);
  const listed = (await store.municipalities.list(PROGRAMME)).map(({ value }) => value.code);
  const erased = (await readAll(store.audit, places.audit({ codes: [], years }))).flatMap(({ value }) =>
    erasedIn(value),
  );
  const where: Where = { codes: [...new Set([...listed, ...erased, ...also])], years };
  const all: [CollectionName, readonly Held<unknown>[]][] = [];
  for (const name of collectionNames) {
    all.push([name, await readAll(store[name] as unknown as Collection<unknown>, places[name](where))]);
  }
  return Object.fromEntries(all) as Everything;
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

/** Not by the rules of a language, which differ between machines. */
function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
