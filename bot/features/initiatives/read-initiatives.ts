import type { Initiative } from '../../../programme/initiatives/initiative.ts';
import { INITIATIVES } from '../../../programme/initiatives/initiative-change.ts';
import { rowSaid } from '../../../programme/initiatives/initiative-meant.ts';
import { openInitiatives, yearInSight } from '../../../programme/initiatives/open-initiatives.ts';
import { everAtPlace } from '../../../programme/initiatives/place-over-time.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { municipal, type Store } from '../../../storage/collections.ts';

/** Every initiative of a municipality, of all years, also those that were taken off. */
export async function initiativesOf(
  code: string,
  { initiatives }: Pick<Store, 'initiatives'>,
): Promise<readonly Initiative[]> {
  return (await initiatives.list(municipal(code), INITIATIVES)).map(({ value }) => value);
}

/** The 工程表 of a municipality that is in force or being written. */
export type Roadmap = {
  /** Its first year, the one with quarters. */
  readonly year: number;
  readonly open: readonly Initiative[];
  readonly removed: readonly Initiative[];
  /** First years of the others there are. */
  readonly otherYears: readonly number[];
};

/** @param of the fiscal year of the programme @param year another 工程表 than the one in sight, by its first year */
export async function roadmapOf(
  code: string,
  of: { readonly fiscalYear: number; readonly year?: number | undefined },
  store: Pick<Store, 'initiatives'>,
): Promise<Roadmap> {
  const all = await initiativesOf(code, store);
  const year = of.year ?? yearInSight(all, of.fiscalYear);
  const years = [...new Set(all.filter(({ removed }) => !removed).map((one) => one.year))];
  return {
    year,
    open: openInitiatives(all, year),
    removed: all.filter((one) => one.removed && one.year === year),
    otherYears: years.filter((each) => each !== year).toSorted((a, b) => a - b),
  };
}

/**
 * The initiatives a number has stood for in the course of the 工程表, where that is more than one: whoever types it may have
 * another day's list before them, and nothing is written before they have said which one they mean.
 */
export function numberStoodFor(
  said: string | undefined,
  { open, removed, year }: Roadmap,
): { readonly place: number; readonly among: readonly Initiative[] } | undefined {
  const place = said === undefined ? undefined : rowSaid(said);
  if (place === undefined) return undefined;
  const among = everAtPlace(place, [...open, ...removed], year);
  return among.length > 1 ? { place, among } : undefined;
}

/** The 工程表 of each of these municipalities, in their order. */
export async function roadmapsOf(
  towns: readonly Municipality[],
  fiscalYear: number,
  store: Pick<Store, 'initiatives'>,
): Promise<readonly (Roadmap & { readonly municipality: Municipality })[]> {
  return Promise.all(
    towns.map(async (municipality) => ({
      municipality,
      ...(await roadmapOf(municipality.code, { fiscalYear }, store)),
    })),
  );
}
