import type { Day } from '../day.ts';
import { endOf, isCancelled, type Meeting } from '../meetings/meeting.ts';
import { isTown } from '../meetings/party.ts';
import { currentVisit, type VisitRecord, visitRecordId } from '../visits/visit-record.ts';

/** Visits whose time is over and that were not called off, by the municipality (団体コード) they are to. */
export function endedVisits(meetings: Iterable<Meeting>, now: Date): ReadonlyMap<string, readonly Meeting[]> {
  const found = new Map<string, Meeting[]>();
  for (const meeting of meetings) {
    if (meeting.visit === undefined || isCancelled(meeting) || endOf(meeting) > now) continue;
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
