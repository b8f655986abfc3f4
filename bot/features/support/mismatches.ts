import type { MismatchLine } from '../../../cards/support/mismatches.ts';
import { type Calendar, calendarOf } from '../../../programme/calendar.ts';
import { type Day, dayOf } from '../../../programme/day.ts';
import type { Meeting } from '../../../programme/meetings/meeting.ts';
import { onlyMunicipalityLike } from '../../../programme/municipality.ts';
import type { Programme } from '../../../programme/programme.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { ASSIGNMENTS } from '../../../programme/support/assignment.ts';
import {
  casesOf,
  contentOf,
  hearingDue,
  isOpenCase,
  type MismatchCase,
  mismatchDueOn,
} from '../../../programme/support/mismatch-case.ts';
import { type SupportSignal, supportSignals } from '../../../programme/support/support-signals.ts';
import { RATINGS } from '../../../programme/visits/rating.ts';
import { VISITS } from '../../../programme/visits/visit-record.ts';
import { MEMBERS, MISMATCHES, municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn, supportedMunicipalities } from '../../../storage/municipalities.ts';
import { progressIn } from '../../../storage/progress.ts';
import type { TurnStart } from '../../turn.ts';
import { memberNames } from '../people/people.ts';

type Reading = Pick<TurnStart, 'store' | 'programme' | 'now'>;

/** Every case there is, by 申出日; for the secretariat and nobody else. */
export async function mismatchCasesIn(store: Store): Promise<readonly MismatchCase[]> {
  const towns = await municipalitiesIn(store);
  const [kept, said] = await Promise.all([
    store.mismatches.list(MISMATCHES),
    Promise.all(towns.map(({ code }) => saidOfVisits(store, code))),
  ]);
  return casesOf({
    ratings: said.flatMap(({ ratings }) => ratings),
    visits: said.flatMap(({ visits }) => visits),
    mismatches: kept.map(({ value }) => value),
  });
}

async function saidOfVisits(store: Store, code: string) {
  const ratings = (await store.ratings.list(municipal(code), RATINGS)).map(({ value }) => value);
  // Nothing follows from no ratings, and most municipalities have few.
  const visits = ratings.length === 0 ? [] : await store.visitRecords.list(municipal(code), VISITS);
  return { ratings, visits: visits.map(({ value }) => value) };
}

/** The calendar that deadlines of a case count by: that of the secretariat. */
export const caseCalendar = ({ closures }: Programme): Calendar => calendarOf(closures);

/** Cases with what people call them by, and what is due in them. */
export async function mismatchLines(
  cases: readonly MismatchCase[],
  { store, programme, now }: Reading,
): Promise<readonly MismatchLine[]> {
  const [towns, nameOf] = [await municipalitiesIn(store), await memberNames(store)];
  const [today, calendar] = [dayOf(now), caseCalendar(programme)];
  return cases.map((one) => {
    const { resolvedOn, followUpOn } = contentOf(one);
    return {
      one,
      town: towns.find(({ code }) => code === one.municipality)?.name ?? one.municipality,
      expert: nameOf(one.expert),
      due: mismatchDueOn(one, today, calendar),
      hearingBy: hearingDue(one, calendar),
      resolvedOn,
      followUpOn,
    };
  });
}

/** What is open; and what is resolved, where its follow-up is still ahead or it was asked for. */
export function isListed(one: MismatchCase, today: Day, withResolved: boolean): boolean {
  const { followUpOn } = contentOf(one);
  return withResolved || isOpenCase(one) || (followUpOn !== undefined && followUpOn >= today);
}

/** The experts somebody may have a complaint about: who serves the municipality, or was assigned to it. */
export async function expertsOf(code: string, store: Store): Promise<readonly { id: string; name: string }[]> {
  const [members, assigned] = await Promise.all([
    store.members.list(MEMBERS),
    store.assignments.list(municipal(code), ASSIGNMENTS),
  ]);
  const before = new Set(assigned.map(({ value }) => value.expert));
  return members
    .map(({ value }) => value)
    .filter(({ id, role, municipalities }) => role === 'expert' && (before.has(id) || municipalities.includes(code)))
    .map(({ id, name }) => ({ id, name }));
}

/** The pairs the secretariat looks at, of every supported municipality; none of them is a case. */
export async function supportSignalsIn({ store, programme, now }: Reading): Promise<readonly SupportSignal[]> {
  const meetings = (await store.meetings.list(PROGRAMME)).map(({ value }): Meeting => value);
  const found = (await supportedMunicipalities(store)).map(async ({ code }) => {
    const assigned = await store.assignments.list(municipal(code), ASSIGNMENTS);
    if (assigned.length === 0) return [];
    const [visits, { items }] = await Promise.all([
      store.visitRecords.list(municipal(code), VISITS),
      progressIn(store, code, programme),
    ]);
    const facts = { assignments: assigned.map(({ value }) => value), visits: visits.map(({ value }) => value) };
    return supportSignals({ ...facts, meetings, items }, dayOf(now));
  });
  return (await Promise.all(found)).flat();
}

/** @throws Refusal where there is no such case any more: its ratings were taken back before anybody wrote in it */
export function caseMeant(cases: readonly MismatchCase[], id: string): MismatchCase {
  const found = cases.find((one) => one.id === id);
  if (found) return found;
  throw Refusal.because('bad-value', {
    sentence: 'この申出は、もとの回答が取り消されたため、なくなりました。「ミスマッチ」で今の一覧を確認できます。',
  });
}

/** @throws Refusal where none, or several, are called so */
export async function townSaid(said: string, { store }: Pick<TurnStart, 'store'>) {
  return onlyMunicipalityLike(said, await supportedMunicipalities(store));
}
