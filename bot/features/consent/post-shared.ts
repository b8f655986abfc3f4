import { z } from 'zod';
import { showing } from '../../../cards/card.ts';
import { sharedPieceCard } from '../../../cards/consent/shared.ts';
import { clearedAt } from '../../../programme/consent/taken-back.ts';
import { dayOf } from '../../../programme/day.ts';
import { fingerprint } from '../../../programme/meetings/meeting.ts';
import { isShared } from '../../../programme/room.ts';
import { daily, fallsIn } from '../../../programme/schedule.ts';
import { type DueItem, days, defineJob, withdraw } from '../../job.ts';
import { isRunning } from '../people/who-is-asked.ts';
import { readConsents } from './read-consents.ts';
import { sharedHere, shownOf } from './shared.ts';

const PostItem = z.object({ material: z.string(), version: z.string() });
type PostItem = z.infer<typeof PostItem>;

/** A case that was cleared for the municipalities of a room, to the room; whether it still is, is seen when it is sent. */
export const postShared = defineJob({
  name: 'post-shared',
  called: '共有された事例のお知らせ',
  withdraws: { 'not-shared': '共有されなくなったため送りませんでした' },
  item: PostItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, { store, now, rooms, programme }) {
    const shared = rooms.filter(({ audience }) => isShared(audience));
    if (shared.length === 0 || !isRunning(programme, slot.day)) return [];
    const records = await readConsents(store);
    const due = await Promise.all(
      shared.map(async ({ id, audience }) => {
        const here = await sharedHere({ store, now, who: undefined, audience });
        const cases = here.pieces.filter(({ material }) => material.sort === 'case');
        return shownOf(cases, here.scope).flatMap((shown): DueItem<PostItem>[] => {
          const { material, version } = shown;
          const at = clearedAt(shown, records, dayOf(now));
          if (at === undefined || !fallsIn(slot, at)) return [];
          const about = fingerprint(`${material} ${version}`);
          return [{ recipient: { kind: 'room', id }, about, at: new Date(at), item: { material, version } }];
        });
      }),
    );
    return due.flat();
  },

  async card({ material, version }, { store, now, room }) {
    const here = await sharedHere({ store, now, who: undefined, audience: room?.audience ?? 'none' });
    const piece = here.pieces.find((each) => each.material.id === material && each.version.version === version);
    if (!isShared(room?.audience) || !piece) return withdraw('not-shared');
    return showing(sharedPieceCard(piece), shownOf([piece], here.scope));
  },
});
