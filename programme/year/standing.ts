import type { ItemRecord } from '../progress/item-record.ts';
import { endedAs, type ItemDecision, isToDecide, unlessDecided } from './going-on.ts';

/** Where the decisions on a municipality's items stand. */
export type PlanStanding = {
  /** What has to be decided, in the order of the records; `decision` where it was. */
  readonly items: readonly { readonly record: ItemRecord; readonly decision: ItemDecision | undefined }[];
  readonly open: { readonly all: number; readonly undecided: number };
  readonly later: { readonly all: number; readonly undecided: number };
};

export function planStanding(records: readonly ItemRecord[], decisions: readonly ItemDecision[]): PlanStanding {
  const items = records
    .filter(isToDecide)
    .map((record) => ({ record, decision: decisions.find(({ item }) => item === record.item) }));
  const count = (was: 'open' | 'later') => {
    const own = items.filter(({ record }) => endedAs(record) === was);
    return { all: own.length, undecided: own.filter(({ decision }) => decision === undefined).length };
  };
  return { items, open: count('open'), later: count('later') };
}

export const undecidedIn = ({ open, later }: PlanStanding): number => open.undecided + later.undecided;

/** What is not decided, as it goes on without: to be decided all at once. */
export function restDecided({ items }: PlanStanding) {
  return items
    .filter(({ decision }) => decision === undefined)
    .map(({ record }) => ({ item: record.item, goesOn: unlessDecided(endedAs(record)) }));
}
