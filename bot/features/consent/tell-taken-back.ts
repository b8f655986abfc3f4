import { z } from 'zod';
import { cannotRecallCard } from '../../../cards/consent/no-longer-shared.ts';
import { Day, instantOf } from '../../../programme/day.ts';
import { daily, periodOf } from '../../../programme/schedule.ts';
import { type DueItem, days, defineJob, withdraw } from '../../job.ts';
import { secretariatOn } from '../people/secretariat.ts';
import { showingLines } from './showing-lines.ts';
import { isReplaceable, shownBefore } from './taken-back.ts';

const RecallItem = z.object({ day: Day });

/** To the secretariat, once for a day: who has something that was taken back in a chat that cannot call it back. */
export const tellTakenBack = defineJob({
  name: 'tell-taken-back',
  called: '取り戻せない共有資料',
  withdraws: { none: 'もう一度承諾されたため送りませんでした' },
  item: RecallItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    const all = await shownBefore(planning.store, slot, planning.now);
    const kept = all.filter(({ showing }) => !isReplaceable(showing));
    const first = kept.map(({ at }) => at).toSorted()[0];
    if (first === undefined) return [];
    return secretariatOn(slot.day, planning).map(
      ({ id }): DueItem<z.infer<typeof RecallItem>> => ({
        ...{ recipient: { kind: 'member', id }, at: new Date(first), item: { day: slot.day } },
      }),
    );
  },

  async card({ day }, { store, now }) {
    const all = await shownBefore(store, periodOf('day', instantOf(day)), now);
    const kept = all.filter(({ showing }) => !isReplaceable(showing)).map(({ showing }) => showing);
    return kept.length === 0 ? withdraw('none') : cannotRecallCard(await showingLines(kept, store));
  },
});
