import type { Day } from '../day.ts';
import { isCancelled, type Meeting } from '../meetings/meeting.ts';
import { type Member, memberOn } from '../member.ts';
import type { Municipality } from '../municipality.ts';
import { currentVisit, type VisitRecord } from '../visits/visit-record.ts';

/** Somebody who could serve a municipality, with what speaks for it as facts. There is no score and no rank. */
export type Candidate = {
  readonly expert: Member;
  /** Of what is needed, what is their 専門. */
  readonly covered: readonly string[];
  readonly sameArea: boolean;
  /** Days of this month, from today on, on which a visit is planned anywhere. */
  readonly daysPlanned: number;
  /** Visits to this municipality that are on record. */
  readonly visitsHere: number;
  /** How many municipalities they serve today. */
  readonly towns: number;
};

type Known = {
  readonly members: readonly Member[];
  readonly meetings: readonly Meeting[];
  /** Of this municipality. */
  readonly records: readonly VisitRecord[];
  readonly today: Day;
};

/** Experts of the pool and those who serve elsewhere, by name; those who serve here today are none. */
export function candidatesFor(
  { code, area }: Municipality,
  needed: readonly string[],
  { members, meetings, records, today }: Known,
): readonly Candidate[] {
  const experts = members.filter(({ active, role }) => active && role === 'expert').map((one) => memberOn(one, today));
  const elsewhere = experts.filter(({ municipalities }) => !municipalities.includes(code));
  return elsewhere
    .toSorted((a, b) => a.name.localeCompare(b.name, 'ja'))
    .map((expert) => ({
      expert,
      covered: needed.filter((item) => expert.expertise?.includes(item)),
      sameArea: expert.area !== undefined && expert.area === area,
      daysPlanned: daysPlanned(expert.id, meetings, today),
      visitsHere: records.filter((record) => record.expert === expert.id && currentVisit(record) !== undefined).length,
      towns: expert.municipalities.length,
    }));
}

function daysPlanned(expert: string, meetings: readonly Meeting[], today: Day): number {
  const own = meetings.filter(
    (meeting) =>
      meeting.visit?.expert === expert &&
      !isCancelled(meeting) &&
      meeting.day >= today &&
      meeting.day.slice(0, 7) === today.slice(0, 7),
  );
  return new Set(own.map(({ day }) => day)).size;
}
