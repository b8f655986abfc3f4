/** The SDK loads the signing keys anew after 24 h; a little earlier every key counts as unknown again. */
const KNOWN_MS = 23 * 3_600_000;
/** How long a check may hold up the ones behind it: a key download that hangs must not stop the door. */
const HOLD_MS = 10_000;

/**
 * Tokens signed with a key that was not seen yet are checked one after the other: whatever download the first of
 * them causes, the rest find done. So a burst of first requests, or a flood of invented key ids, loads the keys once.
 */
export class KnownKeys {
  readonly #verifiedAt = new Map<string, number>();
  #queue: Promise<unknown> = Promise.resolve();

  async check<T>(key: string, now: Date, verify: () => Promise<T>): Promise<T> {
    const verifiedAt = this.#verifiedAt.get(key);
    if (verifiedAt !== undefined && now.getTime() - verifiedAt < KNOWN_MS) return verify();
    const turn = this.#queue.then(verify);
    this.#queue = Promise.race([turn.catch(() => undefined), pause(HOLD_MS)]);
    const result = await turn;
    this.#verifiedAt.set(key, now.getTime());
    return result;
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
