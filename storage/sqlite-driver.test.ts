import { openSqlite } from './sqlite-driver.ts';

describe('the SQLite driver', () => {
  it('says in Japanese what to install when there is no engine', () => {
    expect(() => openSqlite(':memory:', [() => undefined])).toThrow(/Node\.js を 22\.13 以降.*better-sqlite3/);
  });

  it('waits for the disk on every commit', () => {
    const database = openSqlite(':memory:');
    expect(Object.values(database.prepare('PRAGMA synchronous').get() as object)).toEqual([2]);
    expect(Object.values(database.prepare('PRAGMA busy_timeout').get() as object)).toEqual([10_000]);
    database.close();
  });
});
