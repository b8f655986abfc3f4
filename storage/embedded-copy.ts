import { randomUUID } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { type KnownKinds, kinds } from './collections.ts';
import { lookAt } from './embedded-file.ts';
import {
  aboutOf,
  countsIn,
  DOCUMENT_COLUMNS,
  isForeign,
  isNewer,
  LAYOUT,
  layoutOf,
  refuse,
  tables,
} from './embedded-layout.ts';
import { connectSqlite, type Sqlite } from './sqlite-driver.ts';
import { guarded, withNamedFaults } from './sqlite-faults.ts';
import { StoreUnavailable } from './store.ts';

export type Counts = Readonly<Record<string, number>>;
/** Told as the work goes on. */
export type CopyProgress = (step: {
  readonly doing: 'copy' | 'check';
  readonly done: number;
  readonly total: number;
}) => void;
/** What a copy says of itself. */
export type CopyMark = { readonly at: string; readonly counts: Counts };
export type Copied = CopyMark & { readonly bytes: number };

/** Why a copy is not made or not brought back, and what to do instead. */
export const copyTroubles = {
  'no-file': 'その名前のファイルがありません。場所を確かめてください',
  'is-there': 'その名前のファイルはもうあります。上書きしないので、日時を入れた別の名前にしてください',
  'no-folder':
    '置く先のフォルダーがありません。ディスクがつながっているかを確かめ、なければフォルダーを作ってから、もう一度実行してください',
  unwritable:
    '置く先に書き込めません。フォルダーの権限、空き容量、名前の長さを確かめるか、別の場所を指定してください。保存先は変えていません',
  'no-room':
    '写しを置く先に空き容量がありません。空けるか、別の場所を指定してください。途中の写しは消しました。保存先は変えていません',
  'bad-copy': '写しが壊れているか、伴走ボットの写しではありません。ほかの写しで試してください。保存先は変えていません',
  'newer-copy':
    '写しは、このプログラムより新しい版が書いたものです。このプログラムを新しい版にしてください。保存先は変えていません',
  'same-file': '写しと保存先が同じファイルです。写しを指定してください',
  held: 'サービスかほかの操作が保存先を使っています。止めてから、もう一度実行してください。保存先は変えていません',
  'not-empty':
    '保存先にはもう記録があります。置き換えるときは --replace を付けてください（今の記録は、隣に別の名前で残します）',
} as const;

export class CopyRefused extends Error {
  readonly why: keyof typeof copyTroubles;

  constructor(why: keyof typeof copyTroubles, cause?: unknown) {
    super(copyTroubles[why], { cause });
    this.why = why;
  }
}

const SLICE = 2_000;
const COLUMNS = DOCUMENT_COLUMNS.join(', ');

/**
 * Copies the store as it is at one moment, while others go on writing to it, and looks at the copy before it bears its
 * name: whatever happens meanwhile, under that name there is nothing or a whole copy. A copy is marked as one, so that
 * nobody works on it by mistake.
 * @throws StoreUnavailable, CopyRefused
 */
export function backUp(file: string, target: string, now: Date, progress: CopyProgress): Copied {
  if (existsSync(target)) throw new CopyRefused('is-there');
  lookAt(file, false);
  const part = `${target}.part`;
  const at = now.toISOString();
  try {
    const counts = withRoom(() => fillCopy(file, part, progress, (found) => ({ at, counts: found })));
    inspect(part, kinds, progress);
    putInPlace(part, target);
    return { at, counts, bytes: statSync(target).size };
  } finally {
    leaveNothing(part);
  }
}

/** The store is only read: what is full or cannot be written is the place of the copy. */
function withRoom<R>(work: () => R): R {
  try {
    return work();
  } catch (error) {
    if (error instanceof StoreUnavailable && error.why === 'full') throw new CopyRefused('no-room', error);
    throw error;
  }
}

/** Under the new name at once and whole, and on the disk before this returns. */
export function putInPlace(part: string, target: string): void {
  chmodSync(part, 0o600);
  sync(part);
  renameSync(part, target);
  sync(dirname(target));
}

function sync(path: string): void {
  const open = openSync(path, 'r');
  fsyncSync(open);
  closeSync(open);
}

/** The same where something else is to be told. */
export function leaveNothing(part: string): void {
  try {
    sweep(part);
  } catch {
    // Where nothing may be made, nothing was.
  }
}

/** What a run that was cut short may have left of a file that never got its name. */
export function sweep(part: string): void {
  for (const end of ['', '-journal', '-wal', '-shm', '.here']) rmSync(part + end, { force: true });
}

/**
 * Makes the file, empty: what cannot be made there is told before SQLite could lay it at the door of the store.
 * @throws CopyRefused
 */
function claim(part: string): void {
  if (!existsSync(dirname(part))) throw new CopyRefused('no-folder');
  try {
    sweep(part);
    closeSync(openSync(part, 'wx', 0o600));
  } catch (error) {
    throw new CopyRefused('unwritable', error);
  }
}

/**
 * Every document of one moment, into a new file in the layout of today.
 * @param mark what the new file says of itself, should it be a copy
 */
export function fillCopy(
  file: string,
  part: string,
  progress: CopyProgress,
  mark?: (counts: Counts) => CopyMark,
): Counts {
  claim(part);
  const source = withNamedFaults(guarded(() => connectSqlite(file)));
  try {
    source.exec('PRAGMA busy_timeout = 10000;');
    if (mark) refuse(source);
    return fill(source, part, progress, mark);
  } finally {
    source.close();
  }
}

function fill(source: Sqlite, part: string, progress: CopyProgress, mark?: (counts: Counts) => CopyMark): Counts {
  source.prepare('ATTACH ? AS copy').run(part);
  source.exec('PRAGMA copy.journal_mode = DELETE; PRAGMA copy.synchronous = FULL; BEGIN;');
  const counts = countsIn(source);
  source.exec(tables('copy'));
  const about = source.prepare('INSERT INTO copy.about VALUES (?, ?)');
  about.run('id', randomUUID());
  if (mark) about.run('copy', JSON.stringify(mark(counts)));
  const total = sumOf(counts);
  for (let done = 0, last = 0; done < total; ) {
    const slice = nextSlice(source, last);
    if (slice.n === 0) throw new StoreUnavailable('damaged', undefined);
    [done, last] = [done + slice.n, slice.last];
    progress({ doing: 'copy', done, total });
  }
  source.exec('COMMIT; DETACH copy;');
  return counts;
}

function nextSlice(source: Sqlite, after: number): { readonly n: number; readonly last: number } {
  const range = 'FROM main.docs WHERE rowid > ? ORDER BY rowid LIMIT ?';
  const found = source
    .prepare(`SELECT count(*) AS n, max(rowid) AS last FROM (SELECT rowid ${range})`)
    .get(after, SLICE) as { n: number; last: number | null };
  source.prepare(`INSERT INTO copy.docs (${COLUMNS}) SELECT ${COLUMNS} ${range}`).run(after, SLICE);
  return { n: Number(found.n), last: Number(found.last ?? after) };
}

export const sumOf = (counts: Counts): number => Object.values(counts).reduce((sum, n) => sum + n, 0);

/**
 * Opens what should be a copy, looks at every page of it, and counts.
 * @returns what it says of itself; a file that was a store itself says nothing
 * @throws CopyRefused
 */
export function inspect(
  file: string,
  of: KnownKinds,
  progress: CopyProgress,
): { readonly mark?: CopyMark; readonly counts: Counts } {
  if (!existsSync(file)) throw new CopyRefused('no-file');
  try {
    lookAt(file, false);
    return look(file, of, progress);
  } catch (error) {
    throw error instanceof StoreUnavailable ? new CopyRefused('bad-copy', error) : error;
  }
}

function look(
  file: string,
  of: KnownKinds,
  progress: CopyProgress,
): { readonly mark?: CopyMark; readonly counts: Counts } {
  const database = withNamedFaults(guarded(() => connectSqlite(file)));
  try {
    if (layoutOf(database) > LAYOUT) throw new CopyRefused('newer-copy');
    const isEmpty = database.prepare('SELECT 1 FROM sqlite_master').get() === undefined;
    if (isEmpty || isForeign(database)) throw new CopyRefused('bad-copy');
    const counts = countsIn(database);
    const [first] = database.prepare('PRAGMA integrity_check(1)').all() as { integrity_check: string }[];
    if (first?.integrity_check !== 'ok') throw new CopyRefused('bad-copy');
    if (isNewer(database, of)) throw new CopyRefused('newer-copy');
    const mark = markOf(database);
    if (mark && JSON.stringify(mark.counts) !== JSON.stringify(counts)) throw new CopyRefused('bad-copy');
    progress({ doing: 'check', done: sumOf(counts), total: sumOf(counts) });
    return { counts, ...(mark && { mark }) };
  } finally {
    database.close();
  }
}

function markOf(database: Sqlite): CopyMark | undefined {
  const said = aboutOf(database, 'copy');
  return said === undefined ? undefined : (JSON.parse(said) as CopyMark);
}
