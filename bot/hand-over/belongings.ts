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
  const ids = new Map<string, ReadonlySet<string>>();
  const has: OwningMunicipality['has'] = ({ name }, id) => ids.get(name)?.has(id) ?? false;
  for (const kind of Object.values(of)) {
    if (!kind.ofOneMunicipality) continue;
    const own = heldOf(all, kind).filter(({ value }) => kind.ofOneMunicipality?.(value, code, has));
    ids.set(kind.name, new Set([...own.map(({ id }) => id), ...(gone[kind.name] ?? [])]));
  }
  const supported = all.municipalities.some(({ value }) => value.code === code && value.supported);
  return { code, supported, has, auditFrom };
}
