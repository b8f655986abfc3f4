import { type Day, dayOf } from '../day.ts';
import { endOf, isCancelled, type Meeting } from '../meetings/meeting.ts';
import { isTown } from '../meetings/party.ts';
import { currentVisit, type VisitRecord, visitRecordId } from '../visits/visit-record.ts';

/** Visits whose time is over and that were not called off, by the municipality (団体コード) they are to. */
export function endedVisits(meetings: Iterable<Meeting>, now: Date): ReadonlyMap<string, readonly Meeting[]> {
  const found = new Map<string, Meeting[]>();
  const today = dayOf(now);
  // Of a year's visits hardly any is today's, where the time of day tells.
  const isOver = (meeting: Meeting) => meeting.day < today || (meeting.day === today && endOf(meeting) <= now);
  for (const meeting of meetings) {
    if (meeting.visit === undefined || isCancelled(meeting) || !isOver(meeting)) continue;
    for (const code of meeting.audience.filter(isTown)) {
      const own = found.get(code);
      if (own) own.push(meeting);
      else found.set(code, [meeting]);
    }
  }
  return found;
}

/** The days of those of which there is no record, or none that counts. */
export function unrecordedDays(ended: readonly Meeting[], visits: readonly VisitRecord[]): readonly Day[] {
  const recorded = new Set(visits.flatMap((record) => (currentVisit(record) ? record.id : [])));
  return ended.filter(({ id }) => !recorded.has(visitRecordId(id))).map(({ day }) => day);
}
