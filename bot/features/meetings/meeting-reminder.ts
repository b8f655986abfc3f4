import { z } from 'zod';
import { meetingReminderCard } from '../../../cards/meetings/reminder.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { dayOf } from '../../../programme/day.ts';
import { answerId, standing } from '../../../programme/meetings/answer.ts';
import { isInvited } from '../../../programme/meetings/audience.ts';
import { isCancelled } from '../../../programme/meetings/meeting.ts';
import { isReminded, remindersOf } from '../../../programme/meetings/reminder.ts';
import { daily } from '../../../programme/schedule.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { away, type DueItem, days, defineJob, foundByDay, withdraw } from '../../job.ts';
import { agendaFor } from './agenda.ts';
import { allMeetings } from './find.ts';

const ReminderItem = z.object({ meeting: z.string(), kind: z.enum(['week', 'day', 'hour']) });

const reminders = foundByDay(async ({ store, programme }) => {
  const calendar = calendarOf(programme.closures);
  return (await allMeetings(store)).flatMap((meeting) =>
    remindersOf(meeting, calendar).map((reminder) => [dayOf(reminder.at), { meeting, ...reminder }] as const),
  );
});

/** A week before, the open day before and an hour before a meeting, to everyone invited who has not said no. */
export const meetingReminder = defineJob({
  name: 'meeting-reminder',
  called: '会議の案内',
  withdraws: {
    ...away,
    cancelled: '会議がなくなったため送りませんでした',
    declined: '欠席の回答があったため送りませんでした',
    over: '時間を過ぎたため送りませんでした',
  },
  item: ReminderItem,
  within: days(4),
  schedule: () => daily('09:00', 'as-is'),

  async due(slot, planning) {
    return (await reminders(slot, planning)).flatMap(({ meeting, kind, at }) =>
      planning.members
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
    if (!meeting || isCancelled(meeting.value)) return withdraw('cancelled');
    if (!who || leaveOn(who.leave, meeting.value.day)) return withdraw('on-leave');
    const answer = standing(said?.value, meeting.value);
    if (!isReminded(answer?.answer)) return withdraw('declined');
    const reminder = remindersOf(meeting.value, calendarOf(programme.closures)).find((each) => each.kind === kind);
    if (!reminder || now >= reminder.until) return withdraw('over');
    const agenda = await agendaFor(meeting.value, { store, programme, who, now, room: { audience: undefined } });
    return meetingReminderCard(meeting.value, agenda, answer, kind);
  },
});
