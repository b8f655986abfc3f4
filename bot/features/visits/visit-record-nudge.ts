import { z } from 'zod';
import { visitRecordDueCard } from '../../../cards/visits/record-due.ts';
import { leaveOn } from '../../../programme/absence.ts';
import { calendarOf } from '../../../programme/calendar.ts';
import { dayOf, instantOf } from '../../../programme/day.ts';
import { isCancelled } from '../../../programme/meetings/meeting.ts';
import { daily } from '../../../programme/schedule.ts';
import { askedForRecord } from '../../../programme/visits/record-asked.ts';
import { currentVisit, visitRecordDue, visitRecordId } from '../../../programme/visits/visit-record.ts';
import { townOfVisit } from '../../../programme/visits/visit-slot.ts';
import { municipal, PROGRAMME } from '../../../storage/collections.ts';
import { municipalityIn } from '../../../storage/municipalities.ts';
import { away, type DueItem, days, defineJob, foundByDay, withdraw } from '../../job.ts';
import { visitsInMeetings } from './read.ts';

const Asked = z.object({ municipality: z.string(), meeting: z.string(), kind: z.enum(['first', 'last']) });

/** The visits, by the days on which their records are asked for. */
const asked = foundByDay(async ({ store, programme }) => {
  const visits = (await visitsInMeetings(store)).filter((meeting) => !isCancelled(meeting));
  return visits.flatMap((meeting) => {
    const municipality = townOfVisit(meeting);
    return askedForRecord(meeting.day, calendarOf(programme.closures, municipality)).map(
      ({ kind, day }) => [day, { meeting, municipality, kind }] as const,
    );
  });
});

/** Who visited is asked for the record on the next open day, and once more two open days before it is due. */
export const visitRecordNudge = defineJob({
  name: 'visit-record-nudge',
  called: '訪問記録のお願い',
  withdraws: {
    ...away,
    recorded: '訪問が記録されたため送りませんでした',
    cancelled: '訪問が中止になったため送りませんでした',
  },
  item: Asked,
  within: days(3),
  schedule: () => daily('09:00', 'as-is'),

  async due(slot, planning) {
    const due = await asked(slot, planning);
    return due.flatMap(({ meeting: { id: meeting, visit }, municipality, kind }): DueItem<z.infer<typeof Asked>>[] => {
      if (!planning.members.some(({ id }) => id === visit.expert)) return [];
      return [
        {
          recipient: { kind: 'member', id: visit.expert },
          municipality,
          about: `${meeting}-${kind}`,
          at: instantOf(slot.day, '09:00'),
          item: { municipality, meeting, kind },
        },
      ];
    });
  },

  async card({ municipality: code, meeting: id, kind }, { store, programme, who, now }) {
    const [meeting, record] = await Promise.all([
      store.meetings.get(PROGRAMME, id),
      store.visitRecords.get(municipal(code), visitRecordId(id)),
    ]);
    if (!meeting || isCancelled(meeting.value)) return withdraw('cancelled');
    if (record && currentVisit(record.value)) return withdraw('recorded');
    if (!who || leaveOn(who.leave, dayOf(now))) return withdraw('on-leave');
    const due = visitRecordDue(meeting.value.day, calendarOf(programme.closures, code));
    return visitRecordDueCard({ meeting: meeting.value, municipality: await municipalityIn(store, code), due, kind });
  },
});
