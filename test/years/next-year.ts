import { closingYear } from '../../programme/programme.ts';
import { PROGRAMME, type Store } from '../../storage/collections.ts';
import { municipalitiesIn } from '../../storage/municipalities.ts';
import { itemsIn, kpisIn } from '../../storage/progress.ts';

/** As 年度更新 leaves a store: the year in force is closed, and the next one lies beside it with nothing reported. */
export async function beginNextYear(store: Store, at: Date): Promise<void> {
  const found = await store.programmes.get(PROGRAMME, 'programme');
  if (!found) throw new Error('no programme');
  const { fiscalYear: last, closed = [], ...programme } = found.value;
  const fiscalYear = last + 1;
  for (const town of await municipalitiesIn(store)) {
    for (const { value } of await itemsIn(store, town.code, last))
      await store.items.put({ ...value, fiscalYear, versions: [] }, 'absent');
    for (const { value } of await kpisIn(store, town.code, last))
      await store.kpis.put({ ...value, fiscalYear, entries: [] }, 'absent');
  }
  const period = { start: `${fiscalYear}-04-01`, end: `${fiscalYear + 1}-03-12` };
  const next = { ...programme, ...period, fiscalYear, closed: [...closed, closingYear(found.value, at)] };
  await store.programmes.put(next, found.etag);
}
