import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  cpSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { backupVerb } from '../../bot/operator/backup.ts';
import { restoreVerb } from '../../bot/operator/restore.ts';
import { fictionalProgramme } from '../../demo/programme.ts';
import { municipal, PROGRAMME } from '../../storage/collections.ts';
import { openCosmos } from '../../storage/cosmos.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { openSqlite } from '../../storage/sqlite-driver.ts';
import { ANY_KEY, startCosmosServer } from '../storage/cosmos-server.ts';
import { counter } from '../storage/counter.ts';
import { terminal } from './verbs.ts';

const NOW = new Date('2026-11-24T10:00:00+09:00');
const LATER = new Date('2026-11-24T11:00:00+09:00');
const OURS = '999999';
const RESTORE = new URL('../../storage/embedded-restore.ts', import.meta.url).href;
const COPY = new URL('../../storage/embedded-copy.ts', import.meta.url).href;

let folder: string;
/** A store with a programme, made once. */
let template: string;
let file: string;
let copy: string;
let tests = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bansou-backup-'));
  template = join(folder, 'template.sqlite');
  const { store, close } = openEmbedded(template);
  await importWorkbook(store, fictionalProgramme(NOW), NOW);
  await close();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  const own = join(folder, `test-${++tests}`, 'data');
  cpSync(template, join(own, 'store.sqlite'));
  [file, copy] = [join(own, 'store.sqlite'), join(own, '..', 'copy.sqlite')];
});

const run = (now = NOW) => terminal(file, now);
const backup = (target = copy) => run()(backupVerb, { rest: [target] });
const restore = (from = copy, replace = false, now = LATER) => run(now)(restoreVerb, { rest: [from], replace });
/** How often somebody has counted since. */
const count = async (target: number) => {
  const { store, close } = openEmbedded(file);
  const at = await store.kpis.get(municipal(OURS), 'kpi-2024-K0-01');
  await store.kpis.put(counter(OURS, target), at?.etag ?? 'absent');
  await close();
};
const counted = async () => {
  const { store, close } = openEmbedded(file, { mayCreate: false });
  const value = (await store.kpis.get(municipal(OURS), 'kpi-2024-K0-01'))?.value.target;
  await close();
  return value;
};
const programme = async () => {
  const { store, close } = openEmbedded(file, { mayCreate: false });
  const found = await store.programmes.get(PROGRAMME, 'programme');
  await close();
  return found?.value;
};
const beside = () => readdirSync(join(file, '..')).toSorted();

describe('a copy', () => {
  test('is made while others write, is opened and counted, and holds the state of one moment', async () => {
    const { store, close } = openEmbedded(file);
    await store.kpis.put(counter(OURS, 1), 'absent');
    const told: string[] = [];
    const { ok, text, data } = await run()(backupVerb, { rest: [copy], progress: (line) => told.push(line) });
    expect([ok, data['backup'], data['at']]).toEqual([true, true, NOW.toISOString()]);
    expect(text).toMatch(/写しを .*copy\.sqlite に作り、開いて確かめました（[\d,]+ KB）。\n.*監査の記録\t\d+件/);
    expect(told).toEqual(expect.arrayContaining(['写しています… 100%', '確かめています… 100%']));
    expect(data['counts']).toMatchObject({ programmes: 1, members: 59 });
    const found = await store.kpis.get(municipal(OURS), 'kpi-2024-K0-01');
    await store.kpis.put(counter(OURS, 2), found?.etag ?? 'absent');
    await close();
    expect(statSync(copy).mode & 0o077).toBe(0);
    expect((await restore(copy, true)).ok).toBe(true);
    expect(await counted()).toBe(1);
  });

  test('takes the place of nothing, and is not made of what is not there or is damaged', async () => {
    writeFileSync(copy, '大事なもの');
    expect((await backup()).data).toEqual({ backup: false, why: 'is-there' });
    expect((await backup(join(folder, 'no', 'copy.sqlite'))).data).toMatchObject({ why: 'no-folder' });
    expect((await run()(backupVerb)).data).toMatchObject({ why: 'no-name' });
    rmSync(copy);
    truncateSync(file, 40_960);
    expect((await backup()).data).toMatchObject({ backup: false, why: 'damaged' });
    rmSync(file);
    expect((await backup()).data).toMatchObject({ backup: false });
    expect([existsSync(copy), existsSync(file)]).toEqual([false, false]);
  });

  test('is no store to work in: put there by hand, it is told from one, with or without a log beside it', async () => {
    await count(1);
    await backup();
    const { store, close } = openEmbedded(file);
    await store.kpis.put(counter('888888', 9), 'absent');
    cpSync(`${file}-wal`, `${file}.log`);
    await close();
    rmSync(file);
    cpSync(copy, file);
    expect(() => openEmbedded(file)).toThrow(/写しです。.*restore で戻して/);
    for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
    cpSync(`${file}.log`, `${file}-wal`);
    expect(() => openEmbedded(file)).toThrow(/-wal が別のものです/);
    expect((await restore(copy, true)).ok).toBe(true);
    expect(await counted()).toBe(1);
  });
});

describe('a restore', () => {
  test('is refused while the service has the store, and leaves it as it was', async () => {
    await backup();
    const { store, close } = openEmbedded(file);
    expect((await restore(copy, true)).data).toEqual({ restored: false, why: 'held' });
    expect(await store.kpis.put(counter(OURS, 1), 'absent')).toMatchObject({ outcome: 'written' });
    await close();
    expect((await restore(copy, true)).ok).toBe(true);
  });

  test('puts aside what is there only when it is told to, and keeps it whole', async () => {
    await backup();
    await count(2);
    const refused = await restore();
    expect([refused.ok, refused.text]).toEqual([false, expect.stringContaining('--replace')]);
    expect(await counted()).toBe(2);
    const done = await restore(copy, true);
    expect(done.data).toMatchObject({ restored: true, copiedAt: NOW.toISOString() });
    expect(done.text).toContain('令和8年11月24日（火） 10:00 の写しから');
    expect(await counted()).toBeUndefined();
    expect((await restore(String(done.data['kept']), true)).ok).toBe(true);
    expect(await counted()).toBe(2);
  });

  test('needs no leave where there is nothing, and settles a log that was left', async () => {
    await count(1);
    await backup();
    rmSync(file);
    writeFileSync(`${file}-wal`, 'left over');
    expect((await restore()).data).toMatchObject({ why: 'not-empty' });
    rmSync(`${file}-wal`);
    expect((await restore()).ok).toBe(true);
    expect([await counted(), beside()]).toEqual([1, ['store.sqlite', 'store.sqlite.here']]);
  });

  test('is of a copy that is whole, ours and not newer; else everything stays', async () => {
    await count(1);
    await backup();
    const bad = (name: string, spoil: (path: string) => void) => {
      const path = join(file, '..', '..', name);
      cpSync(copy, path);
      spoil(path);
      return path;
    };
    const sql = (text: string) => (path: string) => {
      const database = openSqlite(path);
      database.exec(`${text}; PRAGMA journal_mode = DELETE;`);
      database.close();
    };
    const all: readonly (readonly [string, string])[] = [
      [bad('cut.sqlite', (path) => truncateSync(path, 8192)), 'bad-copy'],
      [bad('empty.sqlite', (path) => truncateSync(path, 0)), 'bad-copy'],
      [bad('text.sqlite', (path) => writeFileSync(path, '写しではありません。'.repeat(300))), 'bad-copy'],
      [bad('short.sqlite', sql("DELETE FROM docs WHERE type = 'members'")), 'bad-copy'],
      [bad('other.sqlite', sql('DROP TABLE docs')), 'bad-copy'],
      [bad('log.sqlite', (path) => writeFileSync(`${path}-wal`, 'x'.repeat(5_000))), 'bad-copy'],
      [bad('layout.sqlite', sql('PRAGMA user_version = 99')), 'newer-copy'],
      [bad('schema.sqlite', sql("UPDATE docs SET schema = 99 WHERE type = 'members'")), 'newer-copy'],
      [
        bad(
          'kind.sqlite',
          sql("UPDATE docs SET type = 'visits' WHERE type = 'kpis'; DELETE FROM about WHERE name = 'copy'"),
        ),
        'newer-copy',
      ],
      [file, 'same-file'],
      [join(folder, 'nowhere.sqlite'), 'no-file'],
    ];
    for (const [path, why] of all)
      expect([path, (await restore(path, true)).data]).toEqual([path, { restored: false, why }]);
    expect(await counted()).toBe(1);
    expect(beside()).toEqual(['store.sqlite', 'store.sqlite.here']);
  });

  test('mends a damaged store, which is kept', async () => {
    await backup();
    truncateSync(file, 0);
    expect((await restore()).data).toMatchObject({ why: 'not-empty' });
    const { data } = await restore(copy, true);
    expect(data).toMatchObject({ restored: true });
    expect([statSync(String(data['kept'])).size, (await programme())?.restored]).toEqual([
      0,
      { copiedAt: NOW.toISOString(), at: LATER.toISOString() },
    ]);
  });

  test('of Cosmos DB is not ours: only the mark is', async () => {
    const server = await startCosmosServer();
    const settings = { STORE: 'cosmos', COSMOS_ENDPOINT: server.endpoint, COSMOS_KEY: ANY_KEY };
    const operate = terminal(file, LATER, settings);
    for (const verb of [backupVerb, restoreVerb])
      expect((await operate(verb, { rest: [copy] })).data).toMatchObject({ why: 'cosmos' });
    const { store, close } = await openCosmos({ endpoint: server.endpoint, database: 'bansou', key: ANY_KEY });
    await store.programmes.put(fictionalProgramme(NOW).programme, 'absent');
    expect((await operate(restoreVerb, { from: '2026-11-24T10:00:00+09:00' })).ok).toBe(true);
    const restored = { copiedAt: NOW.toISOString(), at: LATER.toISOString() };
    expect((await store.programmes.get(PROGRAMME, 'programme'))?.value.restored).toEqual(restored);
    await close();
    await server.close();
  });

  test('of a store whose pages were written over is refused at the next start, and so is the store', async () => {
    const open = openSync(file, 'r+');
    writeSync(open, Buffer.alloc(200_000, 0x5a), 0, 200_000, 4096 * 3);
    closeSync(open);
    expect(() => openEmbedded(file, { mayCreate: false })).toThrow(/壊れています/);
    expect((await restore(file, true)).data).toMatchObject({ restored: false });
  });
});

/** Another process that kills itself at a step of the work. */
async function killedAt(step: string, body: string): Promise<void> {
  const source = `
    const { backUp } = await import(${JSON.stringify(COPY)});
    const { restoreFrom } = await import(${JSON.stringify(RESTORE)});
    const fs = (await import('node:fs')).default;
    const { syncBuiltinESMExports } = await import('node:module');
    const die = () => process.kill(process.pid, 'SIGKILL');
    let steps = 0;
    const progress = ({ doing }) => { if (${JSON.stringify(step)} === doing + ++steps) die(); };
    const before = ${JSON.stringify(step)}.split(' ');
    if (before[0] === 'before' || before[0] === 'after') {
      const own = fs[before[1]];
      fs[before[1]] = (...all) => { if (before[0] === 'before') die(); own(...all); die(); };
      syncBuiltinESMExports();
    }
    ${body}`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
}

const at = (moment: Date) => `new Date(${JSON.stringify(moment.toISOString())})`;

describe('killed in the middle', () => {
  const restoring = () =>
    `await restoreFrom(${JSON.stringify(copy)}, ${JSON.stringify(file)},
      { replace: true, now: ${at(LATER)}, progress, prepare: async () => undefined });`;

  test.each([
    ['check1', 'old'],
    ['copy2', 'old'],
    ['check4', 'old'],
    ['before linkSync', 'old'],
    ['after linkSync', 'old'],
    ['before renameSync', 'old'],
    ['after renameSync', 'new'],
  ])(
    'a restore at %s leaves the %s store whole, and can be done again',
    async (step, which) => {
      await count(1);
      await backup();
      await count(2);
      await killedAt(step, restoring());
      expect(await counted()).toBe(which === 'old' ? 2 : 1);
      expect((await restore(copy, true)).ok).toBe(true);
      expect(await counted()).toBe(1);
      expect(beside().filter((name) => name.includes('restoring'))).toEqual([]);
    },
    30_000,
  );

  test.each(['copy1', 'check3', 'before renameSync'])(
    'a backup at %s leaves no copy, and can be done again',
    async (step) => {
      await count(1);
      await killedAt(step, `backUp(${JSON.stringify(file)}, ${JSON.stringify(copy)}, ${at(NOW)}, progress);`);
      expect(existsSync(copy)).toBe(false);
      expect(await counted()).toBe(1);
      expect((await backup()).ok).toBe(true);
    },
    30_000,
  );
});
