import { channels } from '../../../programme/channel.ts';
import type { Showing } from '../../../programme/consent/showing.ts';
import { type SharingRecords, takenBackAt } from '../../../programme/consent/taken-back.ts';
import { dayOf } from '../../../programme/day.ts';
import { fallsIn, type Period } from '../../../programme/schedule.ts';
import { SHOWINGS, type Store } from '../../../storage/collections.ts';
import { oncePerLook, type Planning } from '../../job.ts';
import { readConsents, type SharedMaterials } from './read-consents.ts';

/** Something that was shown before it was taken back, and when that was. */
export type ShownBefore = { readonly showing: Showing; readonly at: string };

/** What was shown at any time, of what was taken back in a slot. Almost always nothing was, and little is read then. */
export const shownBefore = async (store: Store, slot: Period, now: Date): Promise<ShownBefore[]> =>
  shownBeforeBy(await readConsents(store), { store, slot, now });

const recordsThen = oncePerLook(({ store }) => readConsents(store));

/** The same for a slot of a look. */
export const shownBeforeIn = async (slot: Period, planning: Planning): Promise<ShownBefore[]> =>
  shownBeforeBy(await recordsThen(planning), { ...planning, slot });

type Within = { readonly store: Store; readonly slot: Period; readonly now: Date };

async function shownBeforeBy(records: SharedMaterials, { store, slot, now }: Within): Promise<ShownBefore[]> {
  const isIn = ({ at }: { readonly at: string }) => fallsIn(slot, at);
  const isAny =
    records.consents.some(({ withdrawals }) => withdrawals?.some(isIn)) ||
    records.approvals.some(({ withdrawals, withdrawn }) =>
      [...(withdrawals ?? []), withdrawn].some((one) => one && isIn(one)),
    );
  if (!isAny) return [];
  const all = await store.showings.list(SHOWINGS);
  return all.flatMap(({ value: showing }) => {
    const at = takenBackIn(showing, records, now);
    return at !== undefined && isIn({ at }) ? [{ showing, at }] : [];
  });
}

/** When the first of what a message showed was taken back. */
export const takenBackIn = ({ materials, at }: Showing, records: SharingRecords, now: Date): string | undefined =>
  materials.flatMap((shown) => takenBackAt(shown, at, records, dayOf(now)) ?? []).toSorted()[0];

/** Whether the message can be replaced, and is known well enough for that. */
export const isReplaceable = ({ via, message }: Showing): boolean => channels[via].replaces && message !== undefined;
