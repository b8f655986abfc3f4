import type { Initiative } from './initiative.ts';
import { openInitiatives } from './open-initiatives.ts';

/**
 * Every initiative that a place in the list of a 工程表 has ever stood for, the one of today first. Somebody who types its
 * number may have another day's list before them.
 * @param place from 1 @param all of the municipality, also those that were taken off
 */
export function everAtPlace(place: number, all: readonly Initiative[], year: number): readonly Initiative[] {
  const moments = new Set(all.flatMap(momentsOf));
  const then = [...moments].toSorted((a, b) => b.localeCompare(a)).map((moment) => listAt(all, year, moment));
  const ids = new Set(then.flatMap((list) => list[place - 1]?.id ?? []));
  return [...ids].flatMap((id) => all.find((one) => one.id === id) ?? []);
}

const momentsOf = ({ versions, removed, removedBefore = [] }: Initiative): readonly string[] => [
  ...versions.map(({ at }) => at),
  ...(removed ? [removed.at] : []),
  ...removedBefore.flatMap(({ at, back }) => [at, back.at]),
];

/** The list as it stood right after a moment. */
const listAt = (all: readonly Initiative[], year: number, moment: string): readonly Initiative[] =>
  openInitiatives(
    all.flatMap((one) => thenOf(one, moment) ?? []),
    year,
  );

function thenOf({ removed, removedBefore = [], ...one }: Initiative, moment: string): Initiative | undefined {
  const versions = one.versions.filter(({ at }) => at <= moment);
  if (versions.length === 0) return undefined;
  const isOff =
    (removed !== undefined && removed.at <= moment) ||
    removedBefore.some(({ at, back }) => at <= moment && moment < back.at);
  return isOff ? undefined : { ...one, versions };
}
