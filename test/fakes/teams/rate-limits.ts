/** Calls allowed per window of so many seconds. */
type Windows = readonly (readonly [calls: number, seconds: number])[];

/** Documented for one bot in one conversation. */
const SEND: Windows = [
  [7, 1],
  [8, 2],
  [60, 30],
  [1800, 3600],
];
const READ: Windows = [
  [14, 1],
  [16, 2],
  [120, 30],
  [3600, 3600],
];

/** Counts calls as Teams does, on whichever clock it is given. */
export type RateLimits = {
  /** Seconds to wait, or undefined when the call is allowed (and then counted). */
  waitFor(kind: 'send' | 'read', conversation: string): number | undefined;
};

export function createRateLimits(now: () => number): RateLimits {
  const calls = new Map<string, number[]>();
  return {
    waitFor(kind, conversation) {
      const key = `${kind} ${conversation}`;
      const at = now();
      const before = (calls.get(key) ?? []).filter((time) => at - time < 3_600_000);
      calls.set(key, before);
      for (const [most, seconds] of kind === 'send' ? SEND : READ) {
        const inWindow = before.filter((time) => at - time < seconds * 1_000);
        const first = inWindow[0];
        if (inWindow.length >= most && first !== undefined) return Math.ceil((first + seconds * 1_000 - at) / 1_000);
      }
      before.push(at);
      return undefined;
    },
  };
}
