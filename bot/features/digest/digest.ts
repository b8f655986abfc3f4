import { z } from 'zod';
import { digestCard } from '../../../cards/digest/digest.ts';
import { editionOf } from '../../../programme/catalogue.ts';
import { dayOf } from '../../../programme/day.ts';
import { recordOf } from '../../../programme/digest/digest-record.ts';
import { weekly } from '../../../programme/schedule.ts';
import { Week, weekOfDay } from '../../../programme/week.ts';
import { type DueItem, days, defineJob, type Planning } from '../../job.ts';
import { isRunning } from '../people/who-is-asked.ts';
import { digestPicture } from './digest-picture.ts';
import { gatherDigest } from './gather-digest.ts';

const DigestItem = z.object({ week: Week });

/** The digest, to the rooms of the prefecture and the secretariat; where one has no room, to its 主担当, else to everyone. */
export const postDigest = defineJob({
  name: 'digest',
  called: 'ダイジェスト',
  withdraws: {},
  item: DigestItem,
  within: days(4),
  schedule: (programme) => weekly(programme.digest),

  async due(slot, planning) {
    if (!isRunning(planning.programme, dayOf(slot.at))) return [];
    const item = { week: weekOfDay(slot.day) };
    return recipients(planning).map((recipient): DueItem<z.infer<typeof DigestItem>> => ({ recipient, item }));
  },

  async card({ week }, { store, programme, now, leftOut }) {
    const gathered = await gatherDigest(store, programme, { week, now });
    // Whoever is first fixes what this week's digest says; the others send the same.
    const put = await store.digests.put(recordOf(gathered.digest, editionOf(programme)), 'absent');
    const { digest, ...facts } =
      put.outcome === 'written' ? gathered : await gatherDigest(store, programme, { week, now });
    const picture = await digestPicture(programme, { digest, records: facts.records }, leftOut);
    return digestCard(digest, { ...facts, picture, page: 1, mayDrillDown: true });
  },
});

function recipients({ rooms, members }: Planning): DueItem['recipient'][] {
  return (['prefecture', 'secretariat'] as const).flatMap((audience): DueItem['recipient'][] => {
    const own = rooms.filter((room) => room.audience === audience);
    if (own.length > 0) return own.map(({ id }) => ({ kind: 'room', id }));
    const all = members.filter(({ role }) => role === audience);
    const leads = all.filter(({ lead }) => lead);
    return (leads.length > 0 ? leads : all).map(({ id }) => ({ kind: 'member', id }));
  });
}
