import { z } from 'zod';
import { noLongerSharedCard } from '../../../cards/consent/no-longer-shared.ts';
import { fingerprint } from '../../../programme/meetings/meeting.ts';
import { daily } from '../../../programme/schedule.ts';
import { SHOWINGS } from '../../../storage/collections.ts';
import { type DueItem, days, defineJob, withdraw } from '../../job.ts';
import { readConsents } from './read-consents.ts';
import { isReplaceable, shownBeforeIn, takenBackIn } from './taken-back.ts';

const ReplaceItem = z.object({ showing: z.string() });

/**
 * Where a message that was sent can be replaced: at once, at any hour, a card that shows something that was taken back
 * gives way to one that says so. It makes no sound and comes to nobody anew.
 */
export const replaceTakenBack = defineJob({
  name: 'replace-taken-back',
  called: '共有の取りやめによるカードの差し替え',
  withdraws: { 'shared-again': 'もう一度承諾されたため差し替えませんでした' },
  item: ReplaceItem,
  within: days(14),
  schedule: () => daily('00:00', 'as-is'),

  async due(slot, planning) {
    const all = await shownBeforeIn(slot, planning);
    return all.flatMap(({ showing, at }): DueItem<z.infer<typeof ReplaceItem>>[] => {
      const { id, to, via, address, message } = showing;
      if (!isReplaceable(showing) || message === undefined) return [];
      const item = { showing: id };
      return [{ recipient: to, via, replaces: { address, message }, about: fingerprint(id), at: new Date(at), item }];
    });
  },

  async card({ showing: id }, { store, now }) {
    const showing = (await store.showings.get(SHOWINGS, id))?.value;
    const records = await readConsents(store);
    return showing && takenBackIn(showing, records, now) === undefined
      ? withdraw('shared-again')
      : noLongerSharedCard(showing?.materials.length ?? 1);
  },
});
