import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/** Numbers, strings and null only: the engines disagree about booleans and undefined. */
type Bindable = string | number | null;

type Statement = {
  run(...values: Bindable[]): { readonly changes: number | bigint };
  get(...values: Bindable[]): unknown;
  all(...values: Bindable[]): unknown[];
};

/** What `node:sqlite` and better-sqlite3 have in common; nothing else of either may be used. */
export type Sqlite = {
  prepare(sql: string): Statement;
  exec(sql: string): unknown;
  close(): unknown;
};

/** An SQLite engine, or undefined where this runtime has none of its kind. */
export type Engine = () => (new (file: string) => Sqlite) | undefined;

const builtIn: Engine = () =>
  (process.getBuiltinModule('node:sqlite') as { DatabaseSync: new (file: string) => Sqlite } | undefined)?.DatabaseSync;

const betterSqlite3: Engine = () => {
  try {
    return createRequire(import.meta.url)('better-sqlite3');
  } catch {
    return undefined;
  }
};

const ENGINES: readonly Engine[] = [builtIn, betterSqlite3];

/** A connection as the engine gives it, with nothing set: looking through it changes nothing. */
export function connectSqlite(file: string, engines: readonly Engine[] = ENGINES): Sqlite {
  const Database = firstOf(engines);
  if (Database === undefined) {
    throw new Error(
      '組み込みの保存先（SQLite）を開けません。Node.js を 22.13 以降にするか、npm install better-sqlite3@12.11.1 を実行してください。',
    );
  }
  return new Database(file);
}

/** Opens the file, creating it and its folder. A write that has returned survives a kill and a power cut. */
export function openSqlite(file: string, engines: readonly Engine[] = ENGINES): Sqlite {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = connectSqlite(file, engines);
  database.exec('PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
  return database;
}

function firstOf(engines: readonly Engine[]): ReturnType<Engine> {
  for (const engine of engines) {
    const found = engine();
    if (found) return found;
  }
  return undefined;
}
