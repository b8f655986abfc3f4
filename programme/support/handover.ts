import type { Day } from '../day.ts';
import { type ActionItem, openActions } from '../meetings/action-item.ts';
import { isCancelled, type Meeting } from '../meetings/meeting.ts';
import { audienceOf } from '../meetings/party.ts';
import type { Provenance } from '../provenance.ts';
import { currentVisit, type VisitRecord } from '../visits/visit-record.ts';

/** How many of the last visits a successor is shown. */
const LAST_RECORDS = 3;

/** What goes from an expert to the successor in one municipality. */
export type Handover = {
  readonly actions: readonly ActionItem[];
  readonly visits: readonly Meeting[];
  /** Newest first, whoever made them. */
  readonly records: readonly VisitRecord[];
};

type Known = {
  readonly actions: readonly ActionItem[];
  readonly meetings: readonly Meeting[];
  readonly records: readonly VisitRecord[];
};

export function handoverIn(code: string, former: string, { actions, meetings, records }: Known, today: Day): Handover {
  const isHere = ({ audience }: Meeting) => audience.includes(code);
  const here = new Set(meetings.filter(isHere).map(({ id }) => id));
  const visits = meetings.filter(
    (meeting) => meeting.visit?.expert === former && isHere(meeting) && !isCancelled(meeting) && meeting.day >= today,
  );
  const kept = records.flatMap((record) => {
    const day = currentVisit(record)?.content.day;
    return day === undefined ? [] : [{ record, day }];
  });
  return {
    actions: openActions(
      actions.filter(
        ({ owner, municipality, meeting }) =>
          owner === former && (municipality === code || (municipality === undefined && here.has(meeting))),
      ),
    ),
    visits: visits.toSorted((a, b) => (`${a.day} ${a.start}` < `${b.day} ${b.start}` ? -1 : 1)),
    records: kept
      .toSorted((a, b) => (a.day < b.day ? 1 : -1))
      .slice(0, LAST_RECORDS)
      .map(({ record }) => record),
  };
}

/** The visit with the successor in the place of the former expert; one that somebody else has by now stays. */
export function withNewExpert(meeting: Meeting, former: string, successor: string, from: Provenance): Meeting {
  if (meeting.visit?.expert !== former) return meeting;
  const others = meeting.audience.filter((party) => party !== former);
  return {
    ...meeting,
    visit: { ...meeting.visit, expert: successor },
    audience: audienceOf([...others, successor]),
    sequence: (meeting.sequence ?? 0) + 1,
    changed: from,
  };
}
