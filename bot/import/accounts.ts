import type { Acquaintance } from '../../programme/acquaintance.ts';
import { directory, type Store } from '../../storage/collections.ts';
import type { Stored } from '../../storage/store.ts';

/** Everybody the bot has met. They are spread over 256 partitions; only the operator's verbs walk through all of them. */
export async function allAccounts(store: Store): Promise<readonly Stored<Acquaintance>[]> {
  const partitions = Array.from({ length: 256 }, (_, i) => directory(i.toString(16).padStart(2, '0')));
  return (await Promise.all(partitions.map((partition) => store.acquaintances.list(partition)))).flat();
}
