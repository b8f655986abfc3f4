/** How many recent answers are kept. The product repeats itself within seconds, not hours. */
const KEPT = 1_000;

/** Does the work of an id once: a repeat, also a simultaneous one, gets the same answer. */
export function createReplay<T>(kept = KEPT): (id: string, work: () => Promise<T>) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (id, work) => {
    const known = answers.get(id);
    if (known) return known;
    const answer = work();
    answers.set(id, answer);
    const [oldest] = answers.keys();
    if (answers.size > kept && oldest !== undefined) answers.delete(oldest);
    // What failed may be tried again.
    answer.catch(() => answers.delete(id));
    return answer;
  };
}

/** Both events of an installation come within seconds; a later installation is a new one. */
const SAME_ARRIVAL_MS = 5 * 60_000;

/** Whether this arrival was already seen a moment ago. */
export function createArrivals(): (key: string, now: Date) => boolean {
  const seen = new Map<string, number>();
  return (key, now) => {
    const last = seen.get(key);
    if (last !== undefined && now.getTime() - last < SAME_ARRIVAL_MS) return true;
    seen.delete(key);
    seen.set(key, now.getTime());
    const [oldest] = seen.keys();
    if (seen.size > KEPT && oldest !== undefined) seen.delete(oldest);
    return false;
  };
}
