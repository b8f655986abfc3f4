import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { municipal, type OpenStore } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { openSqlite } from '../../storage/sqlite-driver.ts';
import { counter, counterAt } from './counter.ts';

const TOWNS = ['202011', '202029', '202037', '202045', '202053', '202061', '202070', '202088'];

const folder = mkdtempSync(join(tmpdir(), 'bansou-together-'));
afterAll(() => rmSync(folder, { recursive: true }));

let said: string[] = [];
/** Refuses the first statement that matches. */
let refuses: RegExp | undefined;
let opened: OpenStore;
let file: string;
let tests = 0;
beforeEach(() => {
  refuses = undefined;
  file = join(folder, `${++tests}.sqlite`);
  opened = openEmbedded(file, { connect });
  said = [];
});
afterEach(() => opened.close());

/** Tells which transactions there are, and fails as a full disk does. */
function connect(file: string) {
  const database = openSqlite(file);
  const refuse = (sql: string): void => {
    if (!refuses?.test(sql)) return;
    refuses = undefined;
    throw Object.assign(new Error('full'), { code: 'SQLITE_FULL' });
  };
  return {
    exec(sql: string) {
      if (/^(BEGIN|COMMIT|ROLLBACK)/.test(sql)) said.push(sql);
      refuse(sql);
      return database.exec(sql);
    },
    prepare(sql: string) {
      const statement = database.prepare(sql);
      const run: typeof statement.run = (...values) => {
        refuse(sql);
        return statement.run(...values);
      };
      return { run, get: statement.get.bind(statement), all: statement.all.bind(statement) };
    },
    close: () => database.close(),
  };
}

const putAll = () => Promise.all(TOWNS.map((code) => opened.store.kpis.put(counter(code, 1), 'absent')));
const outcomes = async () => (await putAll()).map(({ outcome }) => outcome);
const kept = async () => {
  const found = TOWNS.map((code) => opened.store.kpis.get(municipal(code), counterAt(code).id));
  return (await Promise.all(found)).filter((one) => one !== undefined).length;
};
const all = <T>(each: T): T[] => TOWNS.map(() => each);

it('waits for the disk once for what is written side by side', async () => {
  expect(await outcomes()).toEqual(all('written'));
  // The notes that they are about to change, and they themselves.
  expect(said).toEqual(['BEGIN IMMEDIATE;', 'COMMIT;', 'BEGIN IMMEDIATE;', 'COMMIT;']);
  expect(await kept()).toBe(TOWNS.length);
});

it('makes no transaction of what stands alone', async () => {
  await opened.store.kpis.put(counter('202011', 1), 'absent');
  expect(said).toEqual([]);
});

it('tells each what became of its own', async () => {
  await opened.store.kpis.put(counter('202037', 1), 'absent');
  const [, , third, ...others] = await outcomes();
  expect([third, ...others]).toEqual(['changed-meanwhile', ...others.map(() => 'written')]);
  expect(await kept()).toBe(TOWNS.length);
});

it.each([/^BEGIN/, /^COMMIT/, /INSERT INTO docs/])('writes each alone where %s fails, and none twice', async (at) => {
  refuses = at;
  expect(await outcomes()).toEqual(all('written'));
  expect(await kept()).toBe(TOWNS.length);
  expect((await opened.counts())['kpis']).toBe(TOWNS.length);
});

it('has written what was asked for when it is closed', async () => {
  const puts = putAll();
  await new Promise((resolve) => setImmediate(resolve));
  await opened.close();
  expect((await puts).map(({ outcome }) => outcome)).toEqual(all('written'));
  opened = openEmbedded(file, { connect });
  expect(await kept()).toBe(TOWNS.length);
});
