/** 0.3 s, then three times as long each time, up to a quarter of an hour: some half an hour altogether. */
export const FIRST_PAUSE_MS = 300;
const LONGEST_PAUSE_MS = 15 * 60_000;
const MOST_ATTEMPTS = 10;

export function isLastAttempt(attempts: number): boolean {
  return attempts >= MOST_ATTEMPTS;
}

/** Jitter keeps those who failed together from coming back together. */
export function pauseAfter(attempts: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 3 ** (attempts - 1)) * (0.5 + Math.random());
}
