import { z } from 'zod';
import { minutesToConfirmCard } from '../../../cards/meeting-papers/minutes.ts';
import { decidersAmong } from '../../../programme/duty.ts';
import { isCancelled } from '../../../programme/meetings/meeting.ts';
import {
  currentMinutes,
  decisionLines,
  isMinutesConfirmed,
  minutesConfirmation,
} from '../../../programme/meetings/minutes.ts';
import { daily } from '../../../programme/schedule.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { days, defineJob, withdraw } from '../../job.ts';

/**
 * The minutes of a 進捗状況確認会議 go to who decides in the prefecture as soon as an office is open, to be confirmed in one
 * tap; once, however often they are put right.
 */
export const minutesToConfirm = defineJob({
  name: 'minutes-to-confirm',
  called: '議事録の確認のお願い',
  withdraws: {
    confirmed: '県が確認済みのため送りませんでした',
    gone: '議事録か会議がなくなったため送りませんでした',
  },
  item: z.object({ meeting: z.string() }),
  within: days(7),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, { store, members }) {
    const kept = (await store.minutes.list(PROGRAMME, { from: 'minutes-', below: 'minutes.' })).map(
      ({ value }) => value,
    );
    const fresh = kept.flatMap((minutes) => {
      const at = new Date(minutes.versions[0]?.at ?? 0);
      const isNow = at >= slot.start && at < slot.end && currentMinutes(minutes) && !minutesConfirmation(minutes);
      return isNow ? [{ meeting: minutes.meeting, at }] : [];
    });
    if (fresh.length === 0) return [];
    const found = await Promise.all(fresh.map(({ meeting }) => store.meetings.get(PROGRAMME, meeting)));
    const progress = fresh.filter((_, at) => found[at]?.value.kind === 'progress');
    return progress.flatMap(({ meeting, at }) =>
      decidersAmong(members).map(({ id }) => ({
        recipient: { kind: 'member' as const, id },
        about: meeting,
        at,
        item: { meeting },
      })),
    );
  },

  async card({ meeting: id }, { store }) {
    const [meeting, stored] = await Promise.all([
      store.meetings.get(PROGRAMME, id),
      store.minutes.get(PROGRAMME, `minutes-${id}`),
    ]);
    const written = currentMinutes(stored?.value);
    if (!meeting || !written || isCancelled(meeting.value)) return withdraw('gone');
    if (isMinutesConfirmed(stored?.value)) return withdraw('confirmed');
    return minutesToConfirmCard(meeting.value, decisionLines(written.decisions));
  },
});
