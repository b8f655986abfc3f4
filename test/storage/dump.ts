import { collectionOf, type KnownKinds, kinds, PROGRAMME, type Store } from '../../storage/collections.ts';

const YEARS = [2025, 2026, 2027];

/** Everything that is stored, by collection and id. */
export async function dump(store: Store): Promise<Readonly<Record<string, unknown>>> {
  const towns = await store.municipalities.list(PROGRAMME, { from: 'municipality-', below: 'municipality.' });
  const codes = towns.map(({ value }) => value.code);
  const all: Record<string, unknown> = {};
  for (const kind of Object.values(kinds as KnownKinds)) {
    const docs = collectionOf(store, kind);
    for (const partition of kind.partitions({ codes, years: YEARS })) {
      for (const { value } of await docs.list(partition)) all[`${kind.name}/${partition}/${docs.idOf(value)}`] = value;
    }
  }
  return all;
}
