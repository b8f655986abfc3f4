import { editionOf, findItem, findKpi, type RuledYear } from '../catalogue.ts';

/** What of the catalogue's edition of the next year decides what can go on. */
export type NextEdition = {
  readonly hasItem: (item: string) => boolean;
  readonly hasKpi: (kpi: string) => boolean;
  /** Of what is counted up over a year: whether it begins anew with the next, or runs on. */
  readonly acrossYears: (kpi: string) => 'restart' | 'runOn' | undefined;
};

/** @param year what the next year's workbook says of its edition; the newest one of that year where it says nothing */
export function nextEdition(year: RuledYear): NextEdition {
  const edition = editionOf(year);
  return {
    hasItem: (item) => findItem(item, edition) !== undefined,
    hasKpi: (kpi) => findKpi(kpi, edition) !== undefined,
    acrossYears: (kpi) => findKpi(kpi, edition)?.acrossYears,
  };
}
