/** The time, and waiting for it to pass; tests bring their own. */
export type Clock = {
  now(): Date;
  /** Ends early, without complaint, when `signal` is raised. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
};

/** Real waiting. `now` comes from the composition root. */
export function clockOf(now: () => Date): Clock {
  return {
    now,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const done = (): void => {
          clearTimeout(timer);
          signal?.removeEventListener('abort', done);
          resolve();
        };
        const timer = setTimeout(done, ms);
        signal?.addEventListener('abort', done);
      }),
  };
}
