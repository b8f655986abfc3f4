import type { Acquaintance } from '../../programme/acquaintance.ts';
import { ACQUAINTANCES, type Store } from '../../storage/collections.ts';
import type { Stored } from '../../storage/store.ts';

/** Everybody the bot has met. */
export function allAccounts(store: Store): Promise<readonly Stored<Acquaintance>[]> {
  return store.acquaintances.list(ACQUAINTANCES);
}
