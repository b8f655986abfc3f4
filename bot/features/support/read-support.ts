import { endOf, isCancelled, type Meeting } from '../../../programme/meetings/meeting.ts';
import { isTown } from '../../../programme/meetings/party.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { ASSIGNMENTS } from '../../../programme/support/assignment.ts';
import type { MunicipalSupport } from '../../../programme/support/support-overview.ts';
import { RATINGS } from '../../../programme/visits/rating.ts';
import { currentVisit, VISITS, visitRecordId } from '../../../programme/visits/visit-record.ts';
import { MEMBERS, municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import type { Stored } from '../../../storage/store.ts';

/** What is known of the support of these municipalities: three queries in the partition of each, the meetings and the roster. */
export async function readSupport(
  store: Store,
  municipalities: readonly Municipality[],
  now: Date,
): Promise<readonly MunicipalSupport[]> {
  const [planned, listed, read] = await Promise.all([
    plannedVisits(store, now),
    listedMunicipalities(store),
    Promise.all(municipalities.map((municipality) => readOne(store, municipality))),
  ]);
  return read.map((each) => {
    const recorded = new Set(each.visits.flatMap((record) => (currentVisit(record) ? record.id : [])));
    const { code } = each.municipality;
    const own = planned.get(code) ?? [];
    return {
      ...each,
      isListed: listed.has(code),
      unrecorded: own.filter(({ id }) => !recorded.has(visitRecordId(id))).map(({ day }) => day),
    };
  });
}

/** Visits whose time is over, by the municipality they were planned for. */
async function plannedVisits(store: Store, now: Date): Promise<ReadonlyMap<string, readonly Meeting[]>> {
  const found = new Map<string, Meeting[]>();
  for (const { value: meeting } of await store.meetings.list(PROGRAMME, { from: 'meeting-', below: 'meeting.' })) {
    if (meeting.visit === undefined || isCancelled(meeting) || endOf(meeting) > now) continue;
    for (const code of meeting.audience.filter(isTown)) found.set(code, [...(found.get(code) ?? []), meeting]);
  }
  return found;
}

/** Those for which the roster lists an expert without a term. */
async function listedMunicipalities(store: Store): Promise<ReadonlySet<string>> {
  const people = values(await store.members.list(MEMBERS));
  return new Set(
    people
      .filter(({ role, active }) => role === 'expert' && active)
      .flatMap(({ municipalities, terms = [] }) =>
        municipalities.filter((code) => !terms.some(({ municipality }) => municipality === code)),
      ),
  );
}

async function readOne(
  store: Store,
  municipality: Municipality,
): Promise<Omit<MunicipalSupport, 'unrecorded' | 'isListed'>> {
  const at = municipal(municipality.code);
  const [visits, assignments, ratings] = await Promise.all([
    store.visitRecords.list(at, VISITS),
    store.assignments.list(at, ASSIGNMENTS),
    store.ratings.list(at, RATINGS),
  ]);
  return { municipality, visits: values(visits), assignments: values(assignments), ratings: values(ratings) };
}

const values = <T>(stored: readonly Stored<T>[]): readonly T[] => stored.map(({ value }) => value);
