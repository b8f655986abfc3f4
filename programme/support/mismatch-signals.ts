import { type Day, dayOf } from '../day.ts';
import { currentRating, type Rating, type RatingVersion } from '../visits/rating.ts';
import { currentVisit, type VisitRecord } from '../visits/visit-record.ts';

/** 満足度 of this or less, twice in a row, opens a case (様式 FM-17). */
const LOW = 3;

/** Why ratings open a case. */
export type RaisedBecause = 'low-twice' | 'replace';

/** A case that follows from what a municipality said of visits: from that day on, whether or not anybody wrote in it. */
export type RaisedMismatch = {
  readonly id: string;
  readonly municipality: string;
  readonly expert: string;
  /** The moment of the rating that opens it, and its day, which is 申出日. */
  readonly raisedAt: string;
  readonly reportedOn: Day;
  readonly because: RaisedBecause;
};

type Visits = readonly Pick<VisitRecord, 'id' | 'versions'>[];

/** @param by the visit whose rating opens it; of a case that is opened by hand the day */
export const mismatchId = (municipality: string, expert: string, by: string): string =>
  `mismatch-${municipality}-${expert}-${by}`;

/**
 * Every case that follows from ratings: 満足度 of 3 or less twice in a row for a pair of municipality and expert, in the
 * order of the visits, or that a replacement is wished for. What was taken back does not stand.
 * @param isOpen whether the case that was opened before is still open on a day; meanwhile the pair gets no second one
 */
export function raisedByRatings(
  ratings: readonly Rating[],
  visits: Visits,
  isOpen: (raised: RaisedMismatch, day: Day) => boolean,
): readonly RaisedMismatch[] {
  const pairs = new Map<string, Rating[]>();
  for (const rating of ratings.filter(currentRating)) {
    const pair = `${rating.municipality} ${rating.expert}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), rating]);
  }
  const orders = new Map(visits.map((visit) => [visit.id, orderOf(visit)]));
  return [...pairs.values()].flatMap((own) => raisedOfPair(inOrderOfVisits(own, orders), isOpen));
}

function raisedOfPair(own: readonly Rating[], isOpen: (raised: RaisedMismatch, day: Day) => boolean) {
  const raised: RaisedMismatch[] = [];
  for (const [at, rating] of own.entries()) {
    const signal = signalOf(rating, own[at - 1]);
    const last = raised.at(-1);
    if (!signal || (last && isOpen(last, signal.reportedOn))) continue;
    const { municipality, expert, visit } = rating;
    raised.push({ id: mismatchId(municipality, expert, visit), municipality, expert, ...signal });
  }
  return raised;
}

function signalOf(
  rating: Rating,
  before: Rating | undefined,
): Pick<RaisedMismatch, 'raisedAt' | 'reportedOn' | 'because'> | undefined {
  const wished = since(rating, ({ wish }) => wish === 'replace');
  if (wished) return { ...raisedAtOf(wished), because: 'replace' };
  const [low, lowBefore] = [since(rating, isLow), before && since(before, isLow)];
  if (!low || !lowBefore) return undefined;
  const [, later = low] = [low, lowBefore].toSorted();
  return { ...raisedAtOf(later), because: 'low-twice' };
}

const raisedAtOf = (at: string) => ({ raisedAt: at, reportedOn: dayOf(new Date(at)) });

const isLow = ({ score }: RatingVersion): boolean => score <= LOW;

/** Since when it has been said without a break; undefined where it is not said now. */
function since({ versions }: Rating, said: (version: RatingVersion) => boolean): string | undefined {
  const standing = versions.filter(({ undone }) => undone === undefined);
  return standing[standing.findLastIndex((version) => !said(version)) + 1]?.at;
}

/** By when the visit was; one whose record is not there by its id, which begins with when it was planned. */
function inOrderOfVisits(own: readonly Rating[], orders: ReadonlyMap<string, string>): readonly Rating[] {
  const orderIn = ({ visit }: Rating) => orders.get(visit) ?? plannedFor(visit);
  return own.toSorted((a, b) => (orderIn(a) < orderIn(b) ? -1 : 1));
}

function orderOf(visit: Visits[number]): string {
  const content = (currentVisit(visit) ?? visit.versions.at(-1))?.content;
  return content ? `${content.day}T${content.start} ${visit.id}` : plannedFor(visit.id);
}

/** `visit-meeting-20261117T0430Z-…` stands for 2026-11-17T13:30, as a record says it. */
function plannedFor(visit: string): string {
  const [, y = '', mo = '', d = '', h = '', mi = ''] = /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)Z/.exec(visit) ?? [];
  if (y === '') return visit;
  const inJapan = new Date(Date.parse(`${y}-${mo}-${d}T${h}:${mi}:00.000Z`) + 9 * 3_600_000);
  return `${inJapan.toISOString().slice(0, 16)} ${visit}`;
}
