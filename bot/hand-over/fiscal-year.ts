import type { Kind, Year } from '../../programme/kind.ts';
import { type KnownKinds, kinds } from '../../storage/collections.ts';
import { type Everything, type Held, heldOf } from './everything.ts';

/** What of everything belongs to a fiscal year: its records, and of the programme what was set for it. */
export function ofFiscalYear(all: Everything, fiscalYear: number, known: KnownKinds = kinds): Everything {
  const found = new Map<string, readonly Held<unknown>[]>();
  const whole = new Map<string, ReadonlySet<string>>();
  const year: Year = { fiscalYear, has: (kind, id) => wholeIn(kind.name).has(id) };
  const partsOf = (kind: Kind<unknown>): readonly Held<unknown>[] => {
    const parts =
      found.get(kind.name) ??
      heldOf(all, kind).flatMap((held) => {
        const value = kind.ofYear(held.value, year);
        return value === undefined ? [] : [{ ...held, value }];
      });
    found.set(kind.name, parts);
    return parts;
  };
  const wholeIn = (name: string): ReadonlySet<string> => {
    const kind = known[name];
    const values = new Set(kind ? heldOf(all, kind).map(({ value }) => value) : []);
    const ids =
      whole.get(name) ?? new Set(kind ? partsOf(kind).flatMap(({ value, id }) => (values.has(value) ? [id] : [])) : []);
    whole.set(name, ids);
    return ids;
  };
  return Object.fromEntries(Object.values(known).map((kind) => [kind.name, partsOf(kind)])) as unknown as Everything;
}
