import { closeSync, existsSync, openSync, readSync, type Stats, statSync, writeFileSync } from 'node:fs';
import { aboutOf, examine } from './embedded-layout.ts';
import type { Sqlite } from './sqlite-driver.ts';
import { guarded } from './sqlite-faults.ts';
import { StoreUnavailable } from './store.ts';

/** No SQLite file is smaller than a page. */
const SMALLEST = 512;
/** Up to here looking at every page takes less than a tenth of a second, and may be done while somebody waits. */
const QUICK = 64 * 1024 * 1024;
/** Where a file says in which way it is written: 1 as `backup` writes, 2 with a log beside it. */
const [WAY, WITH_LOG] = [18, 2];
const A_GLANCE_MS = 1;

const inMemory = (file: string): boolean => file === ':memory:';
export const logOf = (file: string): string => `${file}-wal`;
const PARTS = ['', '-wal', '-shm'];
const ITSELF = PARTS.slice(0, 1);

/** Files this process has open; SQLite forgets its locks on them when anybody in the process opens and closes them. */
const openHere = new Map<string, number>();

/** @returns what gives the file back */
export function holding(file: string): () => void {
  openHere.set(file, (openHere.get(file) ?? 0) + 1);
  return () => {
    openHere.set(file, (openHere.get(file) ?? 1) - 1);
  };
}

/**
 * Looks at what lies there before SQLite does, which would make a new store out of nothing, and throw away the log of a
 * file that is empty.
 * @throws StoreUnavailable
 */
export function lookAt(file: string, mayCreate: boolean): void {
  if (inMemory(file)) return;
  const [size, log] = [statOf(file)?.size, statOf(logOf(file))?.size ?? 0];
  if (size === undefined && existsSync(noteOf(file))) throw new StoreUnavailable('lost', undefined);
  if (size === undefined && !mayCreate) throw new StoreUnavailable('missing', undefined);
  if (size === undefined ? log > 0 : size < SMALLEST) throw new StoreUnavailable('damaged', undefined);
  if (log > 0 && !openHere.get(file) && wayOf(file) !== WITH_LOG) throw new StoreUnavailable('other-log', undefined);
}

const noteOf = (file: string): string => `${file}.here`;
const NOTE = '隣のファイルは伴走ボットの保存先です。なくなったときに気付くための印なので、消さないでください。\n';

/** Notes beside the file that there is one: who does not find it later knows that it was lost, and makes no new one. */
export function noteBeside(file: string): void {
  if (inMemory(file) || existsSync(noteOf(file))) return;
  try {
    writeFileSync(noteOf(file), NOTE, { mode: 0o600 });
  } catch {
    // Where nothing may be made beside it, the file itself has to do.
  }
}

/** Whether SQLite would do harm by opening what lies there: mix it with a log of another file, or take it for new. */
export function isHurt(file: string): boolean {
  try {
    lookAt(file, false);
    return false;
  } catch {
    return true;
  }
}

/** @throws StoreUnavailable where there is something that does not let itself be looked at */
function statOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    throw new StoreUnavailable(isForbidden(error) ? 'closed' : 'damaged', error);
  }
}

const FORBIDDEN: readonly unknown[] = ['EACCES', 'EPERM'];
const isForbidden = (error: unknown): boolean =>
  FORBIDDEN.includes((error as { readonly code?: unknown } | undefined)?.code);

function wayOf(file: string): number {
  const way = Buffer.alloc(1);
  const open = openSync(file, 'r');
  readSync(open, way, 0, 1, WAY);
  closeSync(open);
  return way[0] ?? 0;
}

export type Watch = {
  /** Cheap enough for every operation. @throws StoreUnavailable when the file is no longer the one that was opened */
  readonly check: () => void;
  /**
   * The same for reading, of the file alone and once for what follows within a millisecond and no write: a turn reads
   * several times over, and what has become of the parts beside it only a write could spoil.
   */
  readonly glance: () => void;
  /** What has changed in the file just now was us. */
  readonly wrote: () => void;
  /** Something in it could not be read: the next examination looks at every page. */
  readonly distrust: () => void;
  /** Looks at every page where that has not been done since the file last changed by another hand. */
  readonly examine: (how?: 'if quick') => void;
};

/**
 * Notices when the file is deleted, replaced, cut or written over by something that is no SQLite. An open connection
 * alone would go on for ever in a file that no longer has a name.
 * @param look a connection of its own: the store's might answer from memory
 */
export function watchFile(file: string, id: string, look: () => Sqlite): Watch {
  if (inMemory(file)) return { check: nothing, glance: nothing, wrote: nothing, distrust: nothing, examine: nothing };
  const opened = PARTS.map((part) => statOf(file + part));
  let [known] = opened;
  let examined = false;
  let checkedAt = Number.NEGATIVE_INFINITY;

  const same = (part: string, at: number): Stats | undefined => {
    const now = statOf(file + part);
    if (now?.ino !== opened[at]?.ino || now?.dev !== opened[at]?.dev) throw new StoreUnavailable('replaced', undefined);
    return now;
  };
  const identical = (parts: readonly string[] = PARTS): Stats => {
    const [main] = parts.map(same);
    if (main === undefined) throw new StoreUnavailable('replaced', undefined);
    return main;
  };
  const lookAgain = (now: Stats, everyPage: boolean): void => {
    if (now.size < SMALLEST) throw new StoreUnavailable('damaged', undefined);
    const database = guarded(look);
    try {
      if (guarded(() => aboutOf(database, 'id')) !== id) throw new StoreUnavailable('replaced', undefined);
      if (everyPage) guarded(() => examine(database));
      examined = everyPage;
      known = now;
    } finally {
      database.close();
    }
  };
  const check = (now: Stats): void => {
    if (now.size === known?.size && now.mtimeMs === known.mtimeMs) return;
    lookAgain(now, now.size <= QUICK || now.size < (known?.size ?? 0));
  };
  return {
    check() {
      checkedAt = Number.NEGATIVE_INFINITY;
      check(identical());
    },
    glance() {
      if (performance.now() - checkedAt < A_GLANCE_MS) return;
      check(identical(ITSELF));
      checkedAt = performance.now();
    },
    wrote() {
      known = statOf(file) ?? known;
    },
    distrust() {
      examined = false;
    },
    examine(how) {
      const now = identical();
      if (how === 'if quick' && now.size > QUICK) return;
      if (!examined || now.size !== known?.size || now.mtimeMs !== known.mtimeMs) lookAgain(now, true);
    },
  };
}

const nothing = (): void => undefined;
