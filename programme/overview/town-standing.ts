import type { Day } from '../day.ts';
import type { Municipality } from '../municipality.ts';
import {
  type Deadline,
  openDeadlines,
  type Progress,
  type StepStanding,
  stepStandings,
} from '../progress/step-standing.ts';

/** A municipality and what is on record of it. */
export type TownRecords = { readonly municipality: Municipality; readonly records: Progress };

/** Where a municipality stands in every step, and what of it is late. */
export type TownStanding = {
  readonly municipality: Municipality;
  readonly steps: readonly StepStanding[];
  /** Items whose date has passed, in the order of the catalogue. */
  readonly overdue: readonly Deadline[];
};

export function townStanding({ municipality, records }: TownRecords, today: Day): TownStanding {
  const overdue = openDeadlines(records).filter(({ day }) => day < today);
  return { municipality, steps: stepStandings(records), overdue };
}

type OfTown = { readonly municipality: Municipality };

/** By 圏域 in the order of their first 団体コード, and in each by 団体コード: nobody is ranked by what was reached. */
export function inAreas<T extends OfTown>(
  all: readonly T[],
): readonly (readonly [area: string, towns: readonly T[]])[] {
  const areas = new Map<string, T[]>();
  for (const each of inCodeOrder(all)) {
    const { area } = each.municipality;
    areas.set(area, [...(areas.get(area) ?? []), each]);
  }
  return [...areas];
}

export const inCodeOrder = <T extends OfTown>(all: readonly T[]): readonly T[] =>
  all.toSorted((a, b) => a.municipality.code.localeCompare(b.municipality.code));
