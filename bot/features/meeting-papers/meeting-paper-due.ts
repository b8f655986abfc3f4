import { z } from 'zod';
import { meetingPaperCard } from '../../../cards/meeting-papers/meeting-paper.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { channels } from '../../../programme/channel.ts';
import { Day } from '../../../programme/day.ts';
import { may } from '../../../programme/may.ts';
import { isPaperDue, paperDay } from '../../../programme/meeting-papers/paper-day.ts';
import { isInvited } from '../../../programme/meetings/audience.ts';
import { isCancelled } from '../../../programme/meetings/meeting.ts';
import { daily } from '../../../programme/schedule.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import type { Filed } from '../../filed.ts';
import { days, defineJob, type Job, withdraw } from '../../job.ts';
import { allMeetings } from '../meetings/find.ts';
import { onceAMinute } from './once-a-minute.ts';
import { paperFile } from './paper-file.ts';
import { readMeetingPaper } from './read-meeting-paper.ts';

/**
 * 会議資料, three open days before a 進捗状況確認会議, to everybody of the prefecture and the secretariat who is invited.
 * The day of the meeting is part of what it is: put to another day it is sent for that one, and never twice for the same.
 */
export function meetingPaperDueOver(filed: readonly Filed[]): Job {
  const papers = onceAMinute(async (meeting, from) => {
    const paper = await readMeetingPaper(meeting, filed, from);
    let file: Promise<Uint8Array> | undefined;
    const written = (): Promise<Uint8Array> => {
      file ??= paperFile(paper);
      return file;
    };
    return { paper, written };
  });
  return defineJob({
    name: 'paper-before-meeting',
    called: '会議資料',
    withdraws: {
      cancelled: '会議がなくなったため送りませんでした',
      moved: '会議の日が変わったため送りませんでした',
      over: '会議が始まったため送りませんでした',
      'not-theirs': '県か事務局の方ではなくなったため送りませんでした',
    },
    item: z.object({ meeting: z.string(), day: Day }),
    // A meeting that is called, or moved, with less time than that before it still gets its papers.
    within: days(7),
    schedule: () => daily('09:00'),

    async due(slot, { store, programme, members, now }) {
      const calendar = calendarOf(programme.closures);
      const meetings = await allMeetings(
        store,
        (meeting) => isPaperDue(meeting, now) && paperDay(meeting, calendar) === slot.day,
      );
      return meetings.flatMap((meeting) =>
        members
          .filter((member) => may(member, 'figures') && isInvited(member, meeting))
          .map(({ id }) => ({
            recipient: { kind: 'member' as const, id },
            about: `${meeting.id}-${meeting.day}`,
            item: { meeting: meeting.id, day: meeting.day },
          })),
      );
    },

    async card({ meeting: id, day }, { store, programme, who, now, channel }) {
      const meeting = (await store.meetings.get(PROGRAMME, id))?.value;
      if (!meeting || isCancelled(meeting)) return withdraw('cancelled');
      if (meeting.day !== day) return withdraw('moved');
      if (!isPaperDue(meeting, now)) return withdraw('over');
      if (!may(who, 'figures')) return withdraw('not-theirs');
      const { paper, written } = await papers(meeting, { store, programme, now });
      const file = channels[channel.name].files ? await written() : undefined;
      return meetingPaperCard({ paper, file, isAhead: true, mayShare: may(who, 'share') });
    },
  });
}
