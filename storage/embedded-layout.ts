import { randomUUID } from 'node:crypto';
import type { KnownKinds } from './collections.ts';
import type { Sqlite } from './sqlite-driver.ts';
import { StoreUnavailable } from './store.ts';

/** The number of the layout below. A program refuses a file with a higher number; a lower one it brings up to date. */
export const LAYOUT = 1;

/** @param into a database that is attached, or the one that was opened */
export const tables = (into = 'main'): string => `
  CREATE TABLE IF NOT EXISTS ${into}.docs (
    container TEXT NOT NULL, pk TEXT NOT NULL, id TEXT NOT NULL, type TEXT NOT NULL, etag TEXT NOT NULL,
    has_effects INTEGER NOT NULL, schema INTEGER NOT NULL, body TEXT NOT NULL, effects TEXT NOT NULL,
    PRIMARY KEY (container, pk, id)
  );
  CREATE INDEX IF NOT EXISTS ${into}.docs_by_type ON docs (container, pk, type, id, etag);
  CREATE INDEX IF NOT EXISTS ${into}.docs_with_effects ON docs (container, pk, type, id) WHERE has_effects = 1;
  CREATE TABLE IF NOT EXISTS ${into}.probe (filler BLOB);
  CREATE TABLE IF NOT EXISTS ${into}.about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  PRAGMA ${into}.user_version = ${LAYOUT};`;

/** What a file says of itself: `id` names this one file for as long as it lives, `copy` that it was made by `backup`. */
type About = 'id' | 'copy';

/** @throws StoreUnavailable for what nobody may work in: before anything is changed in it */
export function refuse(database: Sqlite): void {
  if (layoutOf(database) > LAYOUT) throw new StoreUnavailable('newer', undefined);
  if (isForeign(database)) throw new StoreUnavailable('damaged', undefined);
  if (aboutOf(database, 'copy') !== undefined) throw new StoreUnavailable('copy', undefined);
}

/** The tables, and a name of its own for the file. Nothing is written where all of it is there. */
export function layOut(database: Sqlite): void {
  refuse(database);
  if (layoutOf(database) < LAYOUT) database.exec(`BEGIN IMMEDIATE; ${tables()} COMMIT;`);
  if (aboutOf(database, 'id') === undefined)
    database.prepare("INSERT OR IGNORE INTO about VALUES ('id', ?)").run(randomUUID());
}

export function layoutOf(database: Sqlite): number {
  return Number((database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version);
}

/** What every document has. Without one of these, a table called `docs` is of another product. */
export const DOCUMENT_COLUMNS = ['container', 'pk', 'id', 'type', 'etag', 'has_effects', 'schema', 'body', 'effects'];

/** A database, but nobody's of us. */
export function isForeign(database: Sqlite): boolean {
  const names = namesIn(database, "SELECT name FROM sqlite_master WHERE type = 'table'");
  if (names.size === 0) return false;
  const columns = namesIn(database, "SELECT name FROM pragma_table_info('docs')");
  return DOCUMENT_COLUMNS.some((name) => !columns.has(name)) || (layoutOf(database) > 0 && !names.has('about'));
}

const namesIn = (database: Sqlite, sql: string): ReadonlySet<string> =>
  new Set((database.prepare(sql).all() as { name: string }[]).map(({ name }) => name));

/** Files of before there was a layout say nothing of themselves. */
export function aboutOf(database: Sqlite, name: About): string | undefined {
  if (layoutOf(database) === 0) return undefined;
  const row = database.prepare('SELECT value FROM about WHERE name = ?').get(name) as { value: string } | undefined;
  return row?.value;
}

/** Whether it holds documents of a kind or a version that this program has never heard of. */
export function isNewer(database: Sqlite, kinds: KnownKinds): boolean {
  const rows = database.prepare('SELECT type, max(schema) AS schema FROM docs GROUP BY type').all();
  return (rows as { type: string; schema: number }[]).some(
    ({ type, schema }) => Number(schema) > (kinds[type] ? kinds[type].upcasts.length + 1 : 0),
  );
}

/** How many documents there are of each kind. */
export function countsIn(database: Sqlite): Readonly<Record<string, number>> {
  const rows = database.prepare('SELECT type, count(*) AS n FROM docs GROUP BY type ORDER BY type').all();
  return Object.fromEntries((rows as { type: string; n: number }[]).map(({ type, n }) => [type, Number(n)]));
}

/** @throws StoreUnavailable `damaged` unless every page is where it should be and says what it should */
export function examine(database: Sqlite): void {
  const [first] = database.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[];
  if (first?.quick_check !== 'ok') throw new StoreUnavailable('damaged', undefined);
}
