/** 0.3 s, then three times as long each time, up to a quarter of an hour: some half an hour altogether. */
export const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 15 * 60_000;
const MOST_ATTEMPTS = 10;

/** Retries this close are waited for; later ones are left to a later tick. */
export const WAITS_MS = 60_000;

export function isLastAttempt(attempts: number): boolean {
  return attempts >= MOST_ATTEMPTS;
}

/** Jitter keeps those who failed together from coming back together. */
export function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 3 ** (attempts - 1)) * (0.5 + Math.random());
}

/** Where it would wait for longer than it is of use, it is tried once more when half of that is over. */
export function pauseWithin(ms: number, { until }: { readonly until: string }, now: Date): number {
  const left = Date.parse(until) - now.getTime();
  return ms < left ? ms : Math.max(FIRST_PAUSE_MS, left / 2);
}
