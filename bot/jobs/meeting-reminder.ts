import { z } from 'zod';
import { meetingReminderCard } from '../../cards/meeting-reminder.ts';
import { leaveOn } from '../../programme/absence.ts';
import { calendarOf } from '../../programme/calendar.ts';
import { isCancelled } from '../../programme/meeting.ts';
import { answerId, standing } from '../../programme/meeting-answer.ts';
import { isInvited } from '../../programme/meeting-audience.ts';
import { isReminded, remindersOf } from '../../programme/meeting-reminder.ts';
import { daily } from '../../programme/schedule.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import { agendaFor } from '../meetings/agenda.ts';
import { allMeetings } from '../meetings/find.ts';
import { withdraw } from './asked.ts';
import { type DueItem, days, defineJob } from './job.ts';

const ReminderItem = z.object({ meeting: z.string(), kind: z.enum(['week', 'day', 'hour']) });

/** A week before, the open day before and an hour before a meeting, to everyone invited who has not said no. */
export const meetingReminder = defineJob({
  name: 'meeting-reminder',
  item: ReminderItem,
  within: days(4),
  schedule: () => daily('09:00', 'as-is'),

  async due(slot, { store, programme, members }) {
    const calendar = calendarOf(programme.closures);
    const meetings = await allMeetings(store);
    const reminders = meetings.flatMap((meeting) =>
      remindersOf(meeting, calendar).map((reminder) => ({ meeting, ...reminder })),
    );
    return reminders
      .filter(({ at }) => at >= slot.start && at < slot.end)
      .flatMap(({ meeting, kind, at }) =>
        members
          .filter((member) => isInvited(member, meeting))
          .map(
            (member): DueItem<z.infer<typeof ReminderItem>> => ({
              recipient: { kind: 'member', id: member.id },
              about: `${meeting.id}-${kind}`,
              at,
              item: { meeting: meeting.id, kind },
            }),
          ),
      );
  },

  async card({ meeting: id, kind }, { store, programme, who, now }) {
    const [meeting, said] = await Promise.all([
      store.meetings.get(PROGRAMME, id),
      store.meetingAnswers.get(PROGRAMME, answerId(id, who?.id ?? '')),
    ]);
    if (!meeting || isCancelled(meeting.value)) return withdraw('会議がなくなったため送りませんでした');
    if (!who || leaveOn(who.leave, meeting.value.day)) return withdraw('休み中のため送りませんでした');
    const answer = standing(said?.value, meeting.value);
    if (!isReminded(answer?.answer)) return withdraw('欠席の回答があったため送りませんでした');
    const reminder = remindersOf(meeting.value, calendarOf(programme.closures)).find((each) => each.kind === kind);
    if (!reminder || now >= reminder.until) return withdraw('時間を過ぎたため送りませんでした');
    const agenda = await agendaFor(meeting.value, { store, programme, who, now, room: { audience: undefined } });
    return meetingReminderCard(meeting.value, agenda, answer, kind);
  },
});
