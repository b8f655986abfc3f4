/**
 * When the inbox is looked through, and how far back. What this process keeps it works off itself; a look is for what it
 * could not, at the moment at which that may be taken up, and for what another one has left behind.
 */
export type Rounds = {
  /** An event of this age may have to be taken up at that moment, should nobody have worked it off by then. */
  undone(id: string, issued: Date, at: Date): void;
  /** Somebody writes to the bot, so others may have been writing to another process. */
  heard(): void;
  isDue(): boolean;
  begin(): Round;
  /** It has come to its end and seen everything; one that has not is made again. */
  end(round: Round): void;
};

type Round = {
  readonly at: number;
  /** Events issued since then are looked at. */
  readonly since: Date;
  readonly isWholeDay: boolean;
  readonly seen: readonly (readonly [id: string, left: Left])[];
};

type Left = { readonly issued: number; readonly at: number };

/** A replay of anything older is refused by its age; so long, marks of what was done are kept. */
export const OLDEST_MS = 24 * 3_600_000;
const MINUTE_MS = 60_000;
/** For what others have left behind: this long after somebody has written, and otherwise this rarely. */
const [HEARD_MS, IDLE_MS] = [5 * MINUTE_MS, 30 * MINUTE_MS];
/** Further back than the last look, as what was issued long before it came may be. */
const WHOLE_DAY_MS = 6 * 60 * MINUTE_MS;
/** An event comes within this time of being issued, unless its product or the way here has a fault. */
const LATE_MS = 10 * MINUTE_MS;
/** Between a look that could not be made, or had no room, and the next. */
const AGAIN_MS = 15_000;

export function createRounds(now: () => Date): Rounds {
  const left = new Map<string, Left>();
  let lastAt: number | undefined;
  let dayAt = Number.NEGATIVE_INFINITY;
  let [lookBy, triedAt] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  /** Over, or begun by a clock that was wrong. */
  const isOver = (since: number, ms: number, at: number): boolean => at < since || at - since >= ms;
  const isDayDue = (at: number): boolean => isOver(dayAt, WHOLE_DAY_MS, at);
  const free = (at: number) => [...left].filter((each) => each[1].at <= at);
  return {
    undone: (id, issued, at) => void left.set(id, { issued: issued.getTime(), at: at.getTime() }),
    heard() {
      lookBy = Math.min(lookBy, now().getTime() + HEARD_MS);
    },
    isDue() {
      const at = now().getTime();
      if (!isOver(triedAt, AGAIN_MS, at)) return false;
      return lastAt === undefined || at < lastAt || at >= lookBy || isDayDue(at) || free(at).length > 0;
    },
    begin() {
      const at = now().getTime();
      triedAt = at;
      const seen = free(at);
      const isWholeDay = lastAt === undefined || at < lastAt || isDayDue(at);
      const from = isWholeDay ? at - OLDEST_MS : (lastAt ?? at) - LATE_MS;
      const since = seen.reduce((earliest, [, { issued }]) => Math.min(earliest, issued), from);
      return { at, since: new Date(since), isWholeDay, seen };
    },
    end({ at, isWholeDay, seen }) {
      lastAt = at;
      lookBy = at + IDLE_MS;
      triedAt = Number.NEGATIVE_INFINITY;
      if (isWholeDay) dayAt = at;
      for (const [id, was] of seen) if (left.get(id) === was) left.delete(id);
    },
  };
}
