import { z } from 'zod';
import { cannotRecallCard } from '../../../cards/consent/no-longer-shared.ts';
import { Day, instantOf } from '../../../programme/day.ts';
import { fingerprint } from '../../../programme/meetings/meeting.ts';
import { daily, periodOf } from '../../../programme/schedule.ts';
import { type DueItem, days, defineJob, withdraw } from '../../job.ts';
import { leadsOn } from '../people/on-duty.ts';
import { showingLines } from './showing-lines.ts';
import { isReplaceable, shownBefore, shownBeforeIn } from './taken-back.ts';

/** `at`: when it was taken back; without, all of the day. */
const RecallItem = z.object({ day: Day, at: z.iso.datetime().optional() });

/** To the secretariat, once for each 撤回: who has something that was taken back in a chat that cannot call it back. */
export const tellTakenBack = defineJob({
  name: 'tell-taken-back',
  called: '取り戻せない共有資料',
  withdraws: { none: 'もう一度承諾されたため送りませんでした' },
  item: RecallItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    const all = await shownBeforeIn(slot, planning);
    const kept = all.filter(({ showing }) => !isReplaceable(showing));
    const moments = [...new Set(kept.map(({ at }) => at))].toSorted();
    return moments.flatMap((at) =>
      leadsOn('secretariat', slot.day, planning).map(
        ({ id }): DueItem<z.infer<typeof RecallItem>> => ({
          recipient: { kind: 'member', id },
          about: fingerprint(at),
          at: new Date(at),
          item: { day: slot.day, at },
        }),
      ),
    );
  },

  async card({ day, at: moment }, { store, now }) {
    const all = await shownBefore(store, periodOf('day', instantOf(day)), now);
    const meant = all.filter(({ at }) => moment === undefined || at === moment);
    const kept = meant.map(({ showing }) => showing).filter((showing) => !isReplaceable(showing));
    return kept.length === 0 ? withdraw('none') : cannotRecallCard(await showingLines(kept, store));
  },
});
