import { addDays, type Day, dayOf, instantOf } from '../day.ts';
import { asOf } from '../digest/digest.ts';
import { type Move, movesBetween } from '../digest/moves.ts';
import type { HelpRequest } from '../help/help-request.ts';
import { isOpenRequest } from '../help/request-standing.ts';
import { type ActionItem, openActions } from '../meetings/action-item.ts';
import { isCancelled, startOf } from '../meetings/meeting.ts';
import type { Municipality } from '../municipality.ts';
import { lackingIn, type WeekReport, weekReport } from '../progress/silence.ts';
import { isOverdue, type Progress, type StepStanding, stepStandings } from '../progress/step-standing.ts';
import { weeklyKpis } from '../progress/weekly.ts';
import { currentVisit, type VisitRecord, visitRecordId } from '../visits/visit-record.ts';
import { isOverVisit, townOfVisit, type VisitMeeting } from '../visits/visit-slot.ts';
import { weekOf } from '../week.ts';

/** What is on record of a municipality that somebody serves. */
export type ServedRecords = {
  readonly municipality: Municipality;
  readonly records: Progress;
  readonly actions: readonly ActionItem[];
  readonly requests: readonly HelpRequest[];
  readonly visits: readonly VisitRecord[];
};

/** A municipality as whoever serves it needs it before the next visit. */
export type Charge = {
  readonly municipality: Municipality;
  readonly steps: readonly StepStanding[];
  /** The day of the own last visit of which there is a record, and what has changed after it. */
  readonly since: Day | undefined;
  readonly moves: readonly Move[];
  /** Ids of items whose date has passed. */
  readonly overdue: readonly string[];
  readonly actions: readonly ActionItem[];
  readonly requests: readonly HelpRequest[];
  readonly next: VisitMeeting | undefined;
  /** How this week is reported, and how many answers it still lacks. */
  readonly report: WeekReport;
  readonly lacking: number;
  /** Own visits that are over and have no record, the oldest first. */
  readonly unrecorded: readonly VisitMeeting[];
};

/** @param meetings every visit there is, in order of time */
export function chargeOf(
  served: ServedRecords,
  meetings: readonly VisitMeeting[],
  { expert, now }: { readonly expert: string; readonly now: Date },
): Charge {
  const { municipality, records, actions, requests } = served;
  const today = dayOf(now);
  const weekly = weeklyKpis(records).map(([, record]) => record);
  const week = weekOf(now);
  const visits = served.visits.filter((record) => record.expert === expert);
  const since = lastVisitDay(visits);
  const own = meetings.filter(
    (meeting) => townOfVisit(meeting) === municipality.code && meeting.visit.expert === expert && !isCancelled(meeting),
  );
  const recorded = new Set(visits.filter(currentVisit).map(({ id }) => id));
  return {
    municipality,
    steps: stepStandings(records),
    since,
    moves: since === undefined ? [] : movesBetween(asOf(records, instantOf(addDays(since, 1))), records),
    overdue: records.catalogue.items.filter(({ id }) => isOverdue(records.items.get(id), today)).map(({ id }) => id),
    actions: openActions(actions),
    requests: requests.filter((request) => isOpenRequest(request, now)),
    next: own.find((meeting) => startOf(meeting) > now),
    report: weekReport(weekly, week),
    lacking: lackingIn(weekly, week),
    unrecorded: own.filter((meeting) => isOverVisit(meeting, now) && !recorded.has(visitRecordId(meeting.id))),
  };
}

function lastVisitDay(visits: readonly VisitRecord[]): Day | undefined {
  const days = visits.flatMap((record) => currentVisit(record)?.content.day ?? []);
  return days.toSorted().at(-1);
}
