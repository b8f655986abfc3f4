import type { Town } from '../../programme/kind.ts';
import { type Known, kinds } from '../../storage/collections.ts';
import { type Everything, heldOf } from './everything.ts';

/**
 * A municipality with the documents by which what belongs to it is recognised: its people, rooms and meetings.
 * @param gone ids that were erased before, in a run that was cut short
 */
export function townOf(
  code: string,
  all: Everything,
  auditFrom: Date,
  gone: Readonly<Record<string, readonly string[]>> = {},
  of: Known = kinds,
): Town {
  const ids = new Map<string, ReadonlySet<string>>();
  const has: Town['has'] = ({ name }, id) => ids.get(name)?.has(id) ?? false;
  for (const kind of Object.values(of)) {
    if (!kind.ofOneTown) continue;
    const own = heldOf(all, kind).filter(({ value }) => kind.ofOneTown?.(value, code, has));
    ids.set(kind.name, new Set([...own.map(({ id }) => id), ...(gone[kind.name] ?? [])]));
  }
  const supported = all.municipalities.some(({ value }) => value.code === code && value.supported);
  return { code, supported, has, auditFrom };
}
