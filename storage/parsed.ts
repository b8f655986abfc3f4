import type { Stored } from './store.ts';

/** Enough for the records of some eighty municipalities. */
const KEPT = 4_096;

/**
 * Documents that were parsed already, each as it was read last: an etag names one content, so what was valid under it
 * stays valid. The oldest are forgotten first. What is handed out is frozen, because several turns share it.
 */
export function createParsed<T>(): (key: string, etag: string, parse: () => Stored<T>) => Stored<T> {
  const kept = new Map<string, Stored<T>>();
  return (key, etag, parse) => {
    const known = kept.get(key);
    if (known?.etag === etag) return known;
    const fresh = freeze(parse());
    // What was written most recently goes to the end.
    kept.delete(key);
    kept.set(key, fresh);
    if (kept.size > KEPT) for (const [oldest] of [...kept].slice(0, KEPT / 4)) kept.delete(oldest);
    return fresh;
  };
}

function freeze<V>(value: V): V {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) freeze(part);
  return Object.freeze(value);
}
