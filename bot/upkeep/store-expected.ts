import { audit, ERASE } from '../../programme/audit.ts';
import { dayOf } from '../../programme/day.ts';
import type { Programme } from '../../programme/programme.ts';
import { closedBy } from '../../programme/store-move.ts';
import { PROGRAMME, type Store } from '../../storage/collections.ts';
import { StoreUnavailable } from '../../storage/store.ts';
import { erasedRecord } from '../hand-over/everything.ts';

const THE_PROGRAMME = `programmes/${PROGRAMME}/programme`;

/**
 * The programme; undefined in a store that never had one, or whose programme was erased for good.
 * @throws StoreUnavailable `emptied` where there was one: somebody made the store, or part of it, anew; and where its
 * records are moving, or have moved, to another
 */
export async function programmeIn(store: Store, now: Date): Promise<Programme | undefined> {
  const found = await store.programmes.get(PROGRAMME, 'programme');
  if (found) return usable(found.value);
  const year = Number(dayOf(now).slice(0, 4));
  const partitions = audit.partitions({ codes: [], years: [year - 1, year] });
  const entries = (await Promise.all(partitions.map((partition) => store.audit.list(partition)))).flat();
  const wasErased = entries.some(({ value }) => value.command === ERASE && value.record === erasedRecord(undefined));
  // An import that was cut short leaves entries too, and makes the programme last.
  const wasThere = entries.some(({ value }) => value.command !== 'import' || value.record === THE_PROGRAMME);
  if (wasThere && !wasErased) throw new StoreUnavailable('emptied', undefined);
  return undefined;
}

/** @throws StoreUnavailable where nobody may work in the store, because its records are moving or have moved */
export function usable(programme: Programme): Programme {
  const why = closedBy(programme.move);
  if (why) throw new StoreUnavailable(why, undefined);
  return programme;
}

/** The same of a store that is being opened, in which there may be no programme yet. */
export async function mayWorkIn({ programmes }: Store): Promise<void> {
  const found = await programmes.get(PROGRAMME, 'programme');
  if (found) usable(found.value);
}
