import { currentRating, type Rating } from '../visits/rating.ts';
import { currentVisit, type VisitRecord } from '../visits/visit-record.ts';
import type { DaySpan } from './support-figures.ts';

/** 満足度 of many visits: how often each of 1 to 5 was said, of how many answers. */
export type Satisfaction = {
  readonly answers: number;
  /** By score, from 1 to 5. */
  readonly counts: readonly [number, number, number, number, number];
};

/** Of fewer municipalities nothing is said: what one of them thought could be told from it. */
export const ANONYMOUS_FROM = 3;

/** What a municipality has said of the visits to it. */
type Rated = { readonly visits: readonly VisitRecord[]; readonly ratings: readonly Rating[] };

/**
 * The answers about visits between two days, of all municipalities together. A municipality that answers again and
 * again is one voice: undefined as long as fewer than three of them have answered.
 */
export function satisfactionOf(all: readonly Rated[], span: DaySpan): Satisfaction | undefined {
  const counts: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  let [voices, answers] = [0, 0];
  for (const { visits, ratings } of all) {
    const counted = new Set(visits.filter((record) => isIn(record, span)).map(({ id }) => id));
    const said = ratings.flatMap((rating) => (counted.has(rating.visit) ? (currentRating(rating)?.score ?? []) : []));
    for (const score of said) counts[score - 1] = (counts[score - 1] ?? 0) + 1;
    answers += said.length;
    if (said.length > 0) voices++;
  }
  return voices < ANONYMOUS_FROM ? undefined : { answers, counts };
}

function isIn(record: VisitRecord, { from, until }: DaySpan): boolean {
  const day = currentVisit(record)?.content.day;
  return day !== undefined && from <= day && day <= until;
}

/** The sum of all scores: with `answers` below it, their mean. */
export const scoreSum = ({ counts }: Satisfaction): number =>
  counts.reduce((sum, count, at) => sum + count * (at + 1), 0);
