import { copyFileSync, existsSync, linkSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { type KnownKinds, kinds, type Store } from './collections.ts';
import { openEmbedded } from './embedded.ts';
import {
  type CopyProgress,
  CopyRefused,
  type Counts,
  fillCopy,
  inspect,
  leaveNothing,
  putInPlace,
  sumOf,
} from './embedded-copy.ts';
import { isHurt, logOf, noteBeside } from './embedded-file.ts';
import { countsIn, isForeign } from './embedded-layout.ts';
import { connectSqlite, type Sqlite } from './sqlite-driver.ts';
import { guarded, withNamedFaults } from './sqlite-faults.ts';
import { StoreUnavailable } from './store.ts';

export type RestoreSettings = {
  /** Whether a store that holds something may be put aside for it. */
  readonly replace: boolean;
  readonly now: Date;
  readonly progress: CopyProgress;
  /** What is to be in the store before anybody can open it. */
  readonly prepare: (store: Store, copiedAt: string) => Promise<void>;
  readonly of?: KnownKinds;
};

export type Restored = {
  readonly copiedAt: string;
  readonly counts: Counts;
  /** Where the store that was there is kept. */
  readonly kept?: string;
};

/**
 * Puts a store made from a copy in the place of what is there. Nobody else may have the store open, from before the
 * first look at it until the new one bears its name; that happens in one step, so that a kill at any time leaves the old
 * store or the new one. What was there is kept under another name.
 * @throws CopyRefused, StoreUnavailable
 */
export async function restoreFrom(copy: string, file: string, settings: RestoreSettings): Promise<Restored> {
  const { replace, now, progress, prepare, of = kinds } = settings;
  const { mark } = inspect(copy, of, progress);
  if (existsSync(file) && realpathSync(copy) === realpathSync(file)) throw new CopyRefused('same-file');
  const copiedAt = mark?.at ?? statSync(copy).mtime.toISOString();
  const held = hold(file);
  const part = `${file}.restoring`;
  try {
    if (held.holds > 0 && !replace) throw new CopyRefused('not-empty');
    const counts = fillCopy(copy, part, progress);
    await prepared(part, of, (store) => prepare(store, copiedAt));
    inspect(part, of, progress);
    const kept = held.holds > 0 ? putAside(file, now) : undefined;
    // Settled into the file where it is sound; what is left beside it belongs to what was put aside.
    for (const end of ['-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
    putInPlace(part, file);
    noteBeside(file);
    return { copiedAt, counts, ...(kept && { kept }) };
  } finally {
    leaveNothing(part);
    held.letGo();
  }
}

/** As one file without a log beside it, so that one renaming puts all of it in place. */
async function prepared(part: string, of: KnownKinds, work: (store: Store) => Promise<void>): Promise<void> {
  const { store, close } = openEmbedded(part, { of });
  try {
    await work(store);
  } finally {
    await close();
  }
  const database = connectSqlite(part);
  settle(database);
  database.close();
}

type Held = { readonly holds: number; readonly letGo: () => void };

/**
 * Keeps everybody else out of the store, and settles its log into the file. What is damaged cannot be kept, and is no
 * danger: whoever still has it open notices that it was replaced.
 * @returns how much there is to lose; of what cannot be read, something
 */
function hold(file: string): Held {
  const nobody = (holds: number): Held => ({ holds, letGo: () => undefined });
  if (!existsSync(file)) return nobody(existsSync(logOf(file)) ? 1 : 0);
  if (isHurt(file)) return nobody(1);
  const database = withNamedFaults(connectSqlite(file));
  try {
    database.exec('PRAGMA busy_timeout = 500; PRAGMA locking_mode = EXCLUSIVE;');
    settle(database);
    database.exec('BEGIN EXCLUSIVE;');
    return { holds: holdsIn(database), letGo: () => database.close() };
  } catch (error) {
    database.close();
    if (error instanceof StoreUnavailable && error.why === 'locked') throw new CopyRefused('held', error);
    if (error instanceof StoreUnavailable && error.why === 'damaged') return nobody(1);
    throw error;
  }
}

/** @throws CopyRefused `held` while a service, or anybody else, has the store open */
export function mustBeFree(file: string): void {
  hold(file).letGo();
}

function holdsIn(database: Sqlite): number {
  if (isForeign(database)) return 1;
  const isLaidOut = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'docs'").get() !== undefined;
  return isLaidOut ? sumOf(countsIn(database)) : 0;
}

/** Possible only for the one who has the file alone. */
function settle(database: Sqlite): void {
  const now = guarded(() => database.prepare('PRAGMA journal_mode = DELETE').get()) as { journal_mode: string };
  if (now.journal_mode !== 'delete') throw new StoreUnavailable('locked', undefined);
}

/** What was put aside, or left by a restore that was cut off, beside this store: copies of it as it was. */
export function copiesBeside(file: string): readonly string[] {
  const [folder, name] = [dirname(file), basename(file)];
  if (file === ':memory:' || !existsSync(folder)) return [];
  const isCopy = (each: string): boolean => each.startsWith(`${name}.old-`) || each.startsWith(`${name}.restoring`);
  return readdirSync(folder).filter(isCopy).sort();
}

/** Under a second name; the first stays with it until the new store takes it. */
function putAside(file: string, now: Date): string {
  const stem = `${file}.old-${now.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
  const names = [stem, ...Array.from({ length: 99 }, (_, i) => `${stem}-${i + 2}`)];
  const aside = names.find((name) => !existsSync(name)) ?? `${stem}-${process.pid}`;
  for (const end of ['', '-wal']) if (existsSync(file + end)) twice(file + end, aside + end);
  return aside;
}

function twice(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    // Not every file system knows second names.
    copyFileSync(from, to);
  }
}
