import type { Collection, Stored } from './store.ts';

/** How many documents are in memory at once. */
const A_PAGE = 100;
/** Sorts before every character of an id, and is in none. */
const NEXT = ' ';

/** Every document of a partition in the order of ids, read page by page: however many there are, few are in memory. */
export async function* paged<T>(docs: Collection<T>, partition: string): AsyncGenerator<Stored<T>, undefined> {
  let from = '';
  for (;;) {
    const page = await docs.list(partition, { from, limit: A_PAGE });
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < A_PAGE) return undefined;
    from = docs.idOf(last.value) + NEXT;
  }
}
