import { z } from 'zod';
import { minutesMissingCard } from '../../../cards/meeting-papers/minutes.ts';
import { leaveOn } from '../../../programme/absence.ts';
import type { Day } from '../../../programme/day.ts';
import { minutesRemindedOn } from '../../../programme/meeting-papers/paper-day.ts';
import { mayConvene } from '../../../programme/meetings/audience.ts';
import { endOf, isCancelled, type Meeting } from '../../../programme/meetings/meeting.ts';
import { currentMinutes, minutesDue } from '../../../programme/meetings/minutes.ts';
import { calendarFor } from '../../../programme/meetings/schedule.ts';
import type { Member } from '../../../programme/member.ts';
import { daily } from '../../../programme/schedule.ts';
import { PROGRAMME, type Store } from '../../../storage/collections.ts';
import { days, defineJob, foundByDay, type Planning, withdraw } from '../../job.ts';
import { allMeetings } from '../meetings/find.ts';
import { onDuty } from '../people/on-duty.ts';

const isMinutable = (meeting: Meeting): boolean => meeting.visit === undefined && !isCancelled(meeting);

/** The meetings that have minutes, by the day on which whoever writes them is reminded. */
const reminded = foundByDay(async ({ store, programme }) =>
  (await allMeetings(store, isMinutable)).map((meeting) => {
    const calendar = calendarFor(meeting.audience, programme.closures);
    return [minutesRemindedOn(meeting, calendar), meeting] as const;
  }),
);

/**
 * Minutes that are not there two open days before they are due: told once, to whoever called the meeting, else to the PM.
 * Of a visit there is a record, which has its own reminder.
 */
export const minutesMissing = defineJob({
  name: 'minutes-missing',
  called: '議事録の期限',
  withdraws: {
    recorded: '議事録が記録されたため送りませんでした',
    cancelled: '会議がなくなったため送りませんでした',
  },
  item: z.object({ meeting: z.string() }),
  within: days(4),
  schedule: () => daily('09:00'),

  async due(slot, planning) {
    const meetings = (await reminded(slot, planning)).filter((meeting) => endOf(meeting) <= slot.at);
    const missing = await Promise.all(
      meetings.map(async (meeting) => ((await isRecorded(meeting.id, planning.store)) ? [] : [meeting])),
    );
    return missing.flat().flatMap((meeting) =>
      writersOf(meeting, slot.day, planning).map(({ id }) => ({
        recipient: { kind: 'member' as const, id },
        about: meeting.id,
        item: { meeting: meeting.id },
      })),
    );
  },

  async card({ meeting: id }, { store, programme }) {
    const meeting = (await store.meetings.get(PROGRAMME, id))?.value;
    if (!meeting || isCancelled(meeting)) return withdraw('cancelled');
    if (await isRecorded(id, store)) return withdraw('recorded');
    return minutesMissingCard(meeting, minutesDue(meeting.day, calendarFor(meeting.audience, programme.closures)));
  },
});

const isRecorded = async (meeting: string, store: Store): Promise<boolean> =>
  currentMinutes((await store.minutes.get(PROGRAMME, `minutes-${meeting}`))?.value) !== undefined;

/** Who called it and is there; of the workbook's meetings, and where they are away, the PM. */
function writersOf(meeting: Meeting, day: Day, planning: Planning): readonly Member[] {
  const convener = planning.members.find(({ id }) => id === meeting.scheduledBy);
  const isThere = convener && mayConvene(convener, meeting) && !leaveOn(convener.leave, day);
  return isThere ? [convener] : onDuty('pm', day, planning);
}
