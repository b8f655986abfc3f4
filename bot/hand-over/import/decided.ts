import { undoneBy } from '../../../programme/chat-decisions.ts';
import type { Programme } from '../../../programme/programme.ts';
import type { SettingChange } from '../../../programme/setting-change.ts';
import type { Store } from '../../../storage/collections.ts';
import { settingChangesIn } from '../../setting-change.ts';
import { decidedAnew } from './decided-anew.ts';

/** What was decided in chat or at the change of the year and stands, to be held against what a workbook would make of it. */
export type Decided = {
  /** Every change in chat, taken back or not. */
  readonly changes: readonly SettingChange[];
  readonly of: (would: Parameters<typeof undoneBy>[0]) => readonly SettingChange[];
};

type Known = {
  /** When the workbook was written out of this store, if it was: what stood by then it knows. */
  readonly writtenOut: string | undefined;
  readonly programme: Programme | undefined;
  readonly townName: (code: string) => string;
};

export async function decidedIn(store: Store, { writtenOut, programme, townName }: Known): Promise<Decided> {
  const changes = await settingChangesIn(store);
  return {
    changes,
    of: (would) => undoneBy(would, [...decidedAnew(would, programme, townName), ...changes], writtenOut),
  };
}
