import type { Stored } from './store.ts';

/** Enough for the records of some eighty municipalities. */
const KEPT = 4_096;

/**
 * Documents that were parsed already, by key and etag: an etag names one content, so what was valid under it stays
 * valid. The oldest are forgotten first. What is handed out is frozen, because several turns share it.
 */
export function createParsed<T>() {
  const kept = new Map<string, Stored<T>>();
  return {
    known: (key: string): Stored<T> | undefined => kept.get(key),
    keep(key: string, parsed: Stored<T>): Stored<T> {
      kept.set(key, freeze(parsed));
      if (kept.size > KEPT) for (const [oldest] of [...kept].slice(0, KEPT / 4)) kept.delete(oldest);
      return parsed;
    },
  };
}

function freeze<V>(value: V): V {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}
