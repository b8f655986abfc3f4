import type { Municipality } from '../../../programme/municipality.ts';
import type { MunicipalSupport } from '../../../programme/support/support-overview.ts';
import { endedVisits, unrecordedDays } from '../../../programme/support/unrecorded-visits.ts';
import { RATINGS } from '../../../programme/visits/rating.ts';
import { MEMBERS, municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import type { Stored } from '../../../storage/store.ts';
import { recordsOf } from '../visits/records-of.ts';
import { assignmentsOf } from './assignments.ts';

/** What is known of the support of these municipalities: three queries in the partition of each, the meetings and the roster. */
export async function readSupport(
  store: Store,
  municipalities: readonly Municipality[],
  now: Date,
): Promise<readonly MunicipalSupport[]> {
  const [meetings, listed, read] = await Promise.all([
    store.meetings.list(PROGRAMME, { from: 'meeting-', below: 'meeting.' }),
    listedMunicipalities(store),
    Promise.all(municipalities.map((municipality) => readOne(store, municipality))),
  ]);
  const ended = endedVisits(values(meetings), now);
  return read.map((each) => {
    const { code } = each.municipality;
    const unrecorded = unrecordedDays(ended.get(code) ?? [], each.visits);
    return { ...each, isListed: listed.has(code), unrecorded };
  });
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
  const { code } = municipality;
  const [visits, assignments, ratings] = await Promise.all([
    recordsOf(store, code),
    assignmentsOf(store, code),
    store.ratings.list(municipal(code), RATINGS),
  ]);
  return { municipality, visits, assignments, ratings: values(ratings) };
}

const values = <T>(stored: readonly Stored<T>[]): readonly T[] => stored.map(({ value }) => value);
