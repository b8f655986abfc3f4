import { addDays, type Day, dayOf, daysBetween } from '../day.ts';
import { isCancelled, type Meeting, startOf } from '../meetings/meeting.ts';
import { currentVersion, type ItemRecord } from '../progress/item-record.ts';
import { currentVisit, type VisitRecord } from '../visits/visit-record.ts';
import { type Assignment, currentAssignment, isAssignedOn } from './assignment.ts';

/** Days without a visit after which a pair is listed. */
const QUIET_DAYS = 30;
/** Visits running that were moved or called off by the expert. */
const MOVED_RUNNING = 2;
/** Records of visits on an item that stands still. */
const RECORDS_STILL = 3;

/** What the secretariat is shown of a pair of municipality and expert, so that it can ask in time. It opens no case. */
export type SupportSignal = { readonly municipality: string; readonly expert: string } & (
  | { readonly kind: 'no-visit'; readonly since: Day; readonly days: number }
  | { readonly kind: 'moved'; readonly visits: readonly string[] }
  | { readonly kind: 'stands-still'; readonly item: string; readonly since: Day }
);

/** What is on record of one municipality. */
export type SupportFacts = {
  readonly assignments: readonly Assignment[];
  /** Visits as entries of 会議, planned and past. */
  readonly meetings: readonly Meeting[];
  readonly visits: readonly VisitRecord[];
  readonly items: ReadonlyMap<string, ItemRecord>;
};

/** The signals of the pairs that are assigned on this day. */
export function supportSignals(facts: SupportFacts, today: Day): readonly SupportSignal[] {
  return facts.assignments
    .filter((assignment) => isAssignedOn(assignment, today))
    .flatMap((assignment) => {
      const meetings = facts.meetings.filter(({ visit, audience }) => isOf(assignment, visit?.expert, audience));
      const visits = facts.visits.filter(({ expert }) => expert === assignment.expert);
      return [
        ...withoutVisit(assignment, meetings, visits, today),
        ...movedVisits(assignment, meetings, today),
        ...itemsStandingStill(assignment, visits, facts.items),
      ];
    });
}

const isOf = (pair: Pair, expert: string | undefined, audience: Meeting['audience']): boolean =>
  expert === pair.expert && audience.includes(pair.municipality);

type Pair = Pick<Assignment, 'municipality' | 'expert'>;
const pairOf = ({ municipality, expert }: Pair) => ({ municipality, expert });

function withoutVisit(
  assignment: Assignment,
  meetings: readonly Meeting[],
  visits: readonly VisitRecord[],
  today: Day,
): SupportSignal[] {
  const held = meetings.filter((meeting) => !isCancelled(meeting)).map(({ day }) => day);
  const recorded = visits.flatMap((visit) => currentVisit(visit)?.content.day ?? []);
  const past = [...held, ...recorded].filter((day) => day <= today);
  const { from } = currentAssignment(assignment);
  const since = [from, ...past].toSorted().at(-1) ?? from;
  if (addDays(since, QUIET_DAYS) > today) return [];
  return [{ ...pairOf(assignment), kind: 'no-visit', since, days: daysBetween(since, today) }];
}

/** The last visits of the pair, in the order they were planned in; what is still ahead as planned says nothing yet. */
function movedVisits(assignment: Assignment, meetings: readonly Meeting[], today: Day): SupportSignal[] {
  const isMoved = ({ moves = [], changed, status }: Meeting) =>
    moves.some(({ by }) => by === assignment.expert) || (status === 'cancelled' && changed?.by === assignment.expert);
  const known = meetings.filter((meeting) => meeting.day <= today || isMoved(meeting));
  const last = known.toSorted((a, b) => (a.id < b.id ? -1 : 1)).slice(-MOVED_RUNNING);
  if (last.length < MOVED_RUNNING || !last.every(isMoved)) return [];
  return [{ ...pairOf(assignment), kind: 'moved', visits: last.map(({ id }) => id) }];
}

function itemsStandingStill(
  assignment: Assignment,
  visits: readonly VisitRecord[],
  items: SupportFacts['items'],
): SupportSignal[] {
  const contents = visits.flatMap((visit) => currentVisit(visit)?.content ?? []);
  const inOrder = contents.toSorted((a, b) => startOf(a).getTime() - startOf(b).getTime());
  const named = [...new Set(inOrder.flatMap((content) => content.items))].toSorted();
  return named.flatMap((item): SupportSignal[] => {
    const since = inOrder.filter((content) => content.items.includes(item)).at(-RECORDS_STILL)?.day;
    const isStill = since !== undefined && standsStillSince(items.get(item), since);
    return isStill ? [{ ...pairOf(assignment), kind: 'stands-still', item, since }] : [];
  });
}

/** Not done, and at the same stage as when that day began. */
function standsStillSince(record: ItemRecord | undefined, since: Day): boolean {
  if (record?.year !== 'this') return false;
  const now = currentVersion(record)?.stage;
  const before = record.versions.findLast(({ undone, at }) => undone === undefined && dayOf(new Date(at)) < since);
  return now !== 'done' && now === before?.stage;
}
