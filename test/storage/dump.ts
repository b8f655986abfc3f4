import { type CollectionName, kinds, PROGRAMME, type Store } from '../../storage/collections.ts';

/** Every partition a house may have. */
async function partitions(store: Store): Promise<readonly string[]> {
  const towns = await store.municipalities.list(PROGRAMME, { from: 'municipality-', below: 'municipality.' });
  const codes = towns.map(({ value }) => `m-${value.code}`);
  const own = [PROGRAMME, ...codes];
  const years = own.flatMap((partition) => [2025, 2026, 2027].map((year) => `${partition}-${year}`));
  const shared = ['_members', '_rooms', '_invitations', '_acquaintances', '_interviews', '_received', '_leases'];
  return [...own, ...years, ...shared];
}

/** Everything that is stored, by collection and id. */
export async function dump(store: Store): Promise<Readonly<Record<string, unknown>>> {
  const places = await partitions(store);
  const all: Record<string, unknown> = {};
  for (const name of Object.keys(kinds) as CollectionName[]) {
    for (const partition of places) {
      for (const { value } of await store[name].list(partition)) {
        all[`${name}/${partition}/${(store[name].idOf as (value: unknown) => string)(value)}`] = value;
      }
    }
  }
  return all;
}
