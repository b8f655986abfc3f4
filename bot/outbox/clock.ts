/** The time, and waiting for it to pass; tests bring their own. */
export type Clock = {
  now(): Date;
  /** Ms that have passed since some beginning, whatever happens to the date. Without it, time goes by the date. */
  steady?(): number;
  /** Ends early, without complaint, when `signal` is raised. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

/** A clock that never jumps, for how long something has taken or is still to take. */
export const steadyOf = (clock: Clock): number => clock.steady?.() ?? clock.now().getTime();

/** The longest wait a timer of Node.js can hold; one for longer goes off at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Real waiting. `now` and `steady` come from the composition root. */
export function clockOf(now: () => Date, steady?: () => number): Clock {
  return {
    now,
    ...(steady && { steady }),
    async sleep(ms, signal) {
      for (let left = ms; left > 0 && !signal?.aborted; left -= LONGEST_TIMER_MS)
        await timer(Math.min(left, LONGEST_TIMER_MS), signal);
    },
  };
}

function timer(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(running);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const running = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}
