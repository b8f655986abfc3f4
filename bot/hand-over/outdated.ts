import { dayOf } from '../../programme/day.ts';
import type { Ages, Kind } from '../../programme/kind.ts';
import { keptFrom } from '../../programme/retention.ts';
import { type KnownKinds, kinds } from '../../storage/collections.ts';
import { type Cut, inErasingOrder } from './erasure.ts';
import { type Everything, heldOf } from './everything.ts';

export type Years = { readonly records: number; readonly audit: number };
export type Limits = { readonly records: Date; readonly audit: Date };

/** Nothing of the running programme is ever too old. */
export function limitsOf({ programmes }: Pick<Everything, 'programmes'>, years: Years, now: Date): Limits {
  const today = dayOf(now);
  const start = programmes[0] && keptFrom(programmes[0].value.start, 0);
  const records = keptFrom(today, years.records);
  return { records: start && start < records ? start : records, audit: keptFrom(today, years.audit) };
}

/** What is older than its limit, by what each kind says of how long it is kept. */
export function outdatedCuts(all: Everything, limits: Limits, of: KnownKinds = kinds): readonly Cut[] {
  const overOf = (kind: Kind<unknown>): readonly Cut[] => {
    const { keptFor } = kind;
    if ('always' in keptFor) return [];
    const ages = agesOf(limits[keptFor.years]);
    return heldOf(all, kind).flatMap((held) => (keptFor.isOver(held.value, ages) ? [{ kind, held }] : []));
  };
  const idsOver = once((name) => new Set((of[name] ? overOf(of[name]) : []).map(({ held }) => held.id)));
  const valuesOf = once((name) => (of[name] ? heldOf(all, of[name]) : []).map(({ value }) => value));
  const agesOf = (limit: Date): Ages => ({
    isOld: (at) => new Date(at) < limit,
    isOver: ({ name }, id) => idsOver(name).has(id),
    all: <T>({ name }: Kind<T>) => valuesOf(name) as readonly T[],
  });
  return inErasingOrder(of).flatMap(overOf);
}

/** Remembers what a function answered for each name. */
function once<T>(find: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const found = known.get(name) ?? find(name);
    known.set(name, found);
    return found;
  };
}
