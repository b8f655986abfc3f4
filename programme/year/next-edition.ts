import { findItem, findKpi, type Kpi } from '../catalogue.ts';

/** What of the catalogue's next edition decides what can go on. */
export type NextEdition = {
  readonly hasItem: (item: string) => boolean;
  readonly hasKpi: (kpi: string) => boolean;
  /** Of what is counted up over a year: whether it begins anew with the next, or runs on. */
  readonly acrossYears: (kpi: string) => 'restart' | 'runOn' | undefined;
};

export const nextEdition: NextEdition = {
  hasItem: (item) => findItem(item) !== undefined,
  hasKpi: (kpi) => findKpi(kpi) !== undefined,
  acrossYears: (kpi) => acrossYears(findKpi(kpi)),
};

/** What is summed and says nothing else begins anew. */
function acrossYears(kpi: Kpi | undefined): 'restart' | 'runOn' | undefined {
  const said = (kpi as { readonly acrossYears?: 'restart' | 'runOn' } | undefined)?.acrossYears;
  return said ?? (kpi?.total === 'sum' ? 'restart' : undefined);
}
