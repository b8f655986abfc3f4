import { undoneBy } from '../../../programme/chat-decisions.ts';
import type { SettingChange } from '../../../programme/setting-change.ts';
import type { Store } from '../../../storage/collections.ts';
import { settingChangesIn } from '../../setting-change.ts';

/** What was decided in chat and stands, to be held against what a workbook would make of it. */
export type Decided = {
  /** Every change in chat, taken back or not. */
  readonly changes: readonly SettingChange[];
  readonly of: (would: Parameters<typeof undoneBy>[0]) => readonly SettingChange[];
};

/** @param writtenOut when the workbook was written out of this store, if it was: what stood by then it knows */
export async function decidedIn(store: Store, writtenOut: string | undefined): Promise<Decided> {
  const changes = await settingChangesIn(store);
  return { changes, of: (would) => undoneBy(would, changes, writtenOut) };
}
