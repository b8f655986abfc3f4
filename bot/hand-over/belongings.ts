import type { OwningMunicipality } from '../../programme/kind.ts';
import { type KnownKinds, kinds } from '../../storage/collections.ts';
import { type Everything, heldOf } from './everything.ts';

/**
 * A municipality with the documents by which what belongs to it is recognised: its people, rooms and meetings.
 * @param gone ids that were erased before, in a run that was cut short
 */
export function belongingsOf(
  code: string,
  all: Everything,
  auditFrom: Date,
  gone: Readonly<Record<string, readonly string[]>> = {},
  of: KnownKinds = kinds,
): OwningMunicipality {
  const its = Object.values(of).flatMap((kind) => {
    if (!kind.ofOneMunicipality) return [];
    const own = heldOf(all, kind).filter(({ value }) => kind.ofOneMunicipality?.(value, code));
    return [[kind.name, new Set([...own.map(({ id }) => id), ...(gone[kind.name] ?? [])])] as const];
  });
  const ids = new Map<string, ReadonlySet<string>>(its);
  return { code, has: ({ name }, id) => ids.get(name)?.has(id) ?? false, auditFrom };
}
