import type { Sqlite } from './sqlite-driver.ts';
import { StoreUnavailable } from './store.ts';

/** SQLite's primary result codes, which both engines tell in their own way. */
const troubles = {
  5: 'locked',
  6: 'locked',
  8: 'read-only',
  10: 'full',
  11: 'damaged',
  13: 'full',
  14: 'closed',
  26: 'damaged',
} as const;
const names: Readonly<Record<string, keyof typeof troubles>> = {
  SQLITE_BUSY: 5,
  SQLITE_LOCKED: 6,
  SQLITE_READONLY: 8,
  SQLITE_IOERR: 10,
  SQLITE_CORRUPT: 11,
  SQLITE_FULL: 13,
  SQLITE_CANTOPEN: 14,
  SQLITE_NOTADB: 26,
};

/** A page that is said to be there and is not: `SQLITE_IOERR_SHORT_READ`. The disk is not at fault. */
const SHORT_READ = [522, 'SQLITE_IOERR_SHORT_READ'];

/** Undefined for what is no fault of the medium. */
function troubleOf(error: unknown): StoreUnavailable | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const { code, errcode } = error as { readonly code?: unknown; readonly errcode?: unknown };
  if (SHORT_READ.includes(errcode as number) || SHORT_READ.includes(code as string))
    return new StoreUnavailable('damaged', error);
  // `SQLITE_IOERR_WRITE` is an `SQLITE_IOERR`, and the low byte of a number is the primary code.
  const primary = typeof errcode === 'number' ? errcode & 0xff : names[String(code).split('_').slice(0, 2).join('_')];
  const why = troubles[primary as keyof typeof troubles];
  return why && new StoreUnavailable(why, error);
}

/** @throws StoreUnavailable where the engine threw for a fault of the medium */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw troubleOf(error) ?? error;
  }
}

/** The same database, whose faults have names. */
export function withNamedFaults(database: Sqlite): Sqlite {
  return {
    prepare(sql) {
      const statement = guarded(() => database.prepare(sql));
      return {
        run: (...values) => guarded(() => statement.run(...values)),
        get: (...values) => guarded(() => statement.get(...values)),
        all: (...values) => guarded(() => statement.all(...values)),
      };
    },
    exec: (sql) => guarded(() => database.exec(sql)),
    close: () => database.close(),
  };
}
