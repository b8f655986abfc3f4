/** A clock that shows the moment it was last put to, and goes on from there as fast as any other. */
export type YearClock = {
  now(): Date;
  /** The latest moment is kept: time never goes back. */
  at(moment: string): void;
};

export function yearClock(start: string): YearClock {
  let [shown, since] = [Date.parse(start), performance.now()];
  return {
    now: () => new Date(shown + performance.now() - since),
    at(moment) {
      const next = Date.parse(moment);
      if (next < shown) throw new Error(`${moment} lies behind ${new Date(shown).toISOString()}`);
      [shown, since] = [next, performance.now()];
    },
  };
}
