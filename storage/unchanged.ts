/** Enough for the lists of all 1,741 municipalities there are: with fewer, who reads all of them in turn finds none. */
const KEPT = 2_048;

/**
 * What was read last under a key, for as long as its version stays the same: long documents that change seldom are
 * not read again for every turn. The oldest are forgotten first.
 */
export function createUnchanged<T>(): (key: string, version: string, read: () => T) => T {
  const kept = new Map<string, { readonly version: string; readonly value: T }>();
  return (key, version, read) => {
    const last = kept.get(key);
    if (last?.version === version) return last.value;
    const value = read();
    kept.delete(key);
    kept.set(key, { version, value });
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
