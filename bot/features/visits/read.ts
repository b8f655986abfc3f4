import { type Calendar, calendarOf } from '../../../programme/calendar.ts';
import { type Day, dayOf } from '../../../programme/day.ts';
import { may } from '../../../programme/may.ts';
import { isCancelled } from '../../../programme/meetings/meeting.ts';
import type { Member } from '../../../programme/member.ts';
import type { Programme } from '../../../programme/programme.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { serves } from '../../../programme/term.ts';
import {
  currentVisit,
  type VisitRecord,
  visitRecordDue,
  visitRecordId,
} from '../../../programme/visits/visit-record.ts';
import { isOverVisit, isVisit, townOfVisit, type VisitMeeting } from '../../../programme/visits/visit-slot.ts';
import { municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { allMeetings } from '../meetings/find.ts';
import { recordsOf } from './records-of.ts';

type Looking = { readonly store: Store; readonly now: Date; readonly programme: Programme };

/** Every visit that stands in 会議, called off or not, in order of time. */
export async function visitsInMeetings(store: Store): Promise<readonly VisitMeeting[]> {
  return (await allMeetings(store)).filter(isVisit);
}

/** A visit, with its record where there is one. */
export type Visited = { readonly meeting: VisitMeeting; readonly record: VisitRecord | undefined };

/** The visits of this expert, in order of time. */
export async function visitsOf(expert: string, store: Store): Promise<readonly Visited[]> {
  return withRecords(
    (await visitsInMeetings(store)).filter(({ visit }) => visit.expert === expert),
    store,
  );
}

/** The visits to this municipality, in order of time. */
export async function visitsTo(municipality: string, store: Store): Promise<readonly Visited[]> {
  return withRecords(
    (await visitsInMeetings(store)).filter((meeting) => townOfVisit(meeting) === municipality),
    store,
  );
}

async function withRecords(meetings: readonly VisitMeeting[], store: Store): Promise<readonly Visited[]> {
  const codes = [...new Set(meetings.map(townOfVisit))];
  const records = (await Promise.all(codes.map((code) => recordsOf(store, code)))).flat();
  const byId = new Map(records.map((record) => [record.id, record]));
  return meetings.map((meeting) => ({ meeting, record: byId.get(visitRecordId(meeting.id)) }));
}

/** Whether it is still to take place: one of today is, until it is on record. */
export const isVisitAhead = ({ meeting, record }: Visited, today: Day): boolean =>
  meeting.day > today || (meeting.day === today && record === undefined);

/** Whether it took place, as far as is known, and no record of it counts. */
export const isUnrecorded = ({ meeting, record }: Visited, now: Date): boolean =>
  isOverVisit(meeting, now) && !isCancelled(meeting) && (record === undefined || currentVisit(record) === undefined);

/** The visits of this expert that are over and have no record, oldest first. */
export async function unrecordedVisits(expert: string, { store, now }: Pick<Looking, 'store' | 'now'>) {
  return (await visitsOf(expert, store)).filter((each) => isUnrecorded(each, now)).map(({ meeting }) => meeting);
}

/** A visit whose record should be there by now. */
export type OverdueVisitRecord = {
  readonly meeting: VisitMeeting;
  readonly municipality: string;
  readonly expert: string;
  readonly due: Day;
};

/** Records that are overdue, the oldest first: they belong on the secretariat's list. */
export async function overdueVisitRecords({ store, now, programme }: Looking): Promise<readonly OverdueVisitRecord[]> {
  const all = await withRecords(await visitsInMeetings(store), store);
  return all
    .filter((each) => isUnrecorded(each, now))
    .map(({ meeting }) => {
      const municipality = townOfVisit(meeting);
      const due = visitRecordDue(meeting.day, calendarOf(programme.closures, municipality));
      return { meeting, municipality, expert: meeting.visit.expert, due };
    })
    .filter(({ due }) => due < dayOf(now));
}

const MEETING_OF = /^visit-(meeting-.+)$/;

/**
 * The visit a card or a button names by the id of its record.
 * @throws Refusal where there is none
 */
export async function visitNamed(id: unknown, store: Store): Promise<Visited> {
  const meeting = typeof id === 'string' ? MEETING_OF.exec(id)?.[1] : undefined;
  const found = meeting === undefined ? undefined : (await store.meetings.get(PROGRAMME, meeting))?.value;
  if (!found || !isVisit(found)) throw Refusal.because('unknown-visit');
  const record = await store.visitRecords.get(municipal(townOfVisit(found)), visitRecordId(found.id));
  return { meeting: found, record: record?.value };
}

/**
 * The municipality of a visit somebody made: while they serve it, and afterwards as long as the record of a visit in
 * their term is not due yet.
 * @throws Refusal where it is not their visit, or no longer theirs
 */
export async function townOfOwnVisit(
  id: unknown,
  { store, now, programme, who }: Looking & { readonly who: Member | undefined },
): Promise<string | undefined> {
  if (id === undefined || !who) return undefined;
  const { meeting } = await visitNamed(id, store);
  const code = townOfVisit(meeting);
  if (meeting.visit.expert !== who.id) throw Refusal.because('not-your-visit');
  const calendar = calendarOf(programme.closures, code);
  if (may(who, 'visit', code) || mayFinish(who, code, meeting.day, dayOf(now), calendar)) return code;
  throw Refusal.because('not-yours');
}

/** Their term is over: the record of a visit in it may be finished until it is due. */
function mayFinish(
  { terms = [], active }: Member,
  code: string,
  visited: Day,
  today: Day,
  calendar: Calendar,
): boolean {
  const had = terms.some(({ municipality }) => municipality === code);
  return (
    active && had && serves({ municipalities: [], terms }, code, visited) && today <= visitRecordDue(visited, calendar)
  );
}
