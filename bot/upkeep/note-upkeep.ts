import type { Upkeep } from '../../programme/upkeep.ts';
import { type Store, UPKEEP } from '../../storage/collections.ts';
import { change } from '../../storage/store.ts';
import type { Config } from '../config.ts';
import { connectStore } from '../service.ts';

/** Notes in the store itself when something was last done for it. */
export async function noteIn({ upkeep }: Store, done: Upkeep): Promise<void> {
  await change(upkeep, { partition: UPKEEP, id: done.id }, () => ({ value: done }));
}

/** @returns false where it could not be noted, which is no reason to say that it was not done */
export async function noteUpkeep(config: Config, done: Upkeep): Promise<boolean> {
  try {
    const opened = await connectStore(config);
    await noteIn(opened.store, done).finally(() => opened.close());
    return true;
  } catch {
    return false;
  }
}
