import type { Sqlite } from './sqlite-driver.ts';
import { StoreUnavailable } from './store.ts';

type Write = { readonly work: () => unknown; readonly done: (of: Outcome) => void; readonly alone: () => void };
type Outcome = { readonly result: unknown } | { readonly fault: unknown };

/** Each write is one statement: where it throws, it has written nothing. */
export type WritingTogether = {
  /** @param alone how it is written where nothing else is, or where it could not be together */
  readonly write: <R>(work: () => R, alone: () => Promise<R>) => Promise<R>;
  /** Writes what still waits. */
  readonly flush: () => void;
};

/**
 * Writes that are asked for side by side wait for the disk once and not each for itself: they become durable as one, and
 * none is told to be done before that. A fault of the medium undoes all of them, and each is tried again alone.
 * @param around what is to be looked at before and after anything is written
 */
export function writingTogether(database: Sqlite, around: (work: () => Outcome[]) => Outcome[]): WritingTogether {
  let waiting: Write[] = [];
  const flush = (): void => {
    const all = waiting;
    waiting = [];
    const outcomes = all.length > 1 ? attempt(database, all, around) : undefined;
    for (const [at, { done, alone }] of all.entries()) {
      const outcome = outcomes?.[at];
      if (outcome) done(outcome);
      else alone();
    }
  };
  return {
    flush,
    write: <R>(work: () => R, alone: () => Promise<R>) =>
      new Promise<R>((resolve, reject) => {
        const done = (of: Outcome): void => ('fault' in of ? reject(of.fault) : resolve(of.result as R));
        waiting.push({ work, done, alone: () => void alone().then(resolve, reject) });
        // Once everybody who goes on at this moment has asked for what they write.
        if (waiting.length === 1) process.nextTick(flush);
      }),
  };
}

/** @returns undefined where nothing of it was written */
function attempt(
  database: Sqlite,
  all: readonly Write[],
  around: (work: () => Outcome[]) => Outcome[],
): Outcome[] | undefined {
  try {
    return around(() => {
      database.exec('BEGIN IMMEDIATE;');
      const outcomes = all.map(({ work }) => outcomeOf(work));
      database.exec('COMMIT;');
      return outcomes;
    });
  } catch {
    rollBack(database);
    return undefined;
  }
}

/** @throws StoreUnavailable after which nothing can be said of the others either */
function outcomeOf(work: () => unknown): Outcome {
  try {
    return { result: work() };
  } catch (fault) {
    if (fault instanceof StoreUnavailable) throw fault;
    return { fault };
  }
}

/** The engine may have done it already. */
export function rollBack(database: Sqlite): void {
  try {
    database.exec('ROLLBACK;');
  } catch {
    // Then there is nothing to take back.
  }
}
