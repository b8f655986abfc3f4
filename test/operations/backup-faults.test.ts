import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { backupVerb } from '../../bot/operator/backup.ts';
import { restoreVerb } from '../../bot/operator/restore.ts';
import { statusVerb } from '../../bot/operator/status.ts';
import { storeProblem } from '../../bot/upkeep/store-trouble.ts';
import { fictionalProgramme } from '../../demo/programme.ts';
import { municipal } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { openSqlite } from '../../storage/sqlite-driver.ts';
import { counterAt } from '../storage/counter.ts';
import { terminal } from './verbs.ts';

const NOW = new Date('2026-11-24T10:00:00+09:00');
const OURS = '999999';
const COUNTER = new URL('../storage/counter.ts', import.meta.url).href;
const COPY = new URL('../../storage/embedded-copy.ts', import.meta.url).href;
/** Another process has to start, where the machine is shared. */
const A_WHILE = 120_000;

let folder: string;
let file: string;
let template: string;
let tests = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bansou-copies-'));
  template = join(folder, 'template.sqlite');
  const { store, close } = openEmbedded(template);
  await importWorkbook(store, fictionalProgramme(NOW), NOW);
  await close();
}, A_WHILE);
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  const own = join(folder, `test-${++tests}`);
  cpSync(template, join(own, 'store.sqlite'));
  file = join(own, 'store.sqlite');
});

const beside = (...names: string[]) => join(file, '..', ...names);
const run = (store = file) => terminal(store, NOW);
const backup = (to: string) => run()(backupVerb, { rest: [to] });
const restore = (from: string, into = file) => run(into)(restoreVerb, { rest: [from], replace: true });
const names = () => readdirSync(beside()).filter((name) => !/-wal$|-shm$|\.here$/.test(name));

/** Another process, which may be held to files of so many blocks of 512 bytes. */
function elsewhere(body: string, blocks?: number) {
  const flags = ['--disable-warning=ExperimentalWarning', '--import', 'tsx', '--input-type=module', '-e', body];
  const held = blocks === undefined ? '' : `ulimit -f ${blocks}; `;
  return spawn('sh', ['-c', `${held}exec "$0" "$@"`, process.execPath, ...flags], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

describe('the place of a copy is at fault, not the store', () => {
  test('where nothing can be written', async () => {
    mkdirSync(beside('copy.sqlite.part'));
    mkdirSync(beside('copy.sqlite.part', 'in the way'));
    writeFileSync(beside('a file'), '');
    const long = '写し'.repeat(100);
    for (const to of ['copy.sqlite', join('a file', 'copy.sqlite'), long]) {
      const { ok, text, data } = await backup(beside(to));
      expect([ok, data]).toEqual([false, { backup: false, why: 'unwritable' }]);
      expect(text).toMatch(/^置く先に書き込めません。.*別の場所を指定してください。保存先は変えていません。$/);
    }
    expect((await backup(`${beside('new')}/`)).data).toMatchObject({ why: 'no-folder' });
    expect((await backup('')).data).toMatchObject({ why: 'no-name' });
    expect(names()).toEqual(['a file', 'copy.sqlite.part', 'store.sqlite']);
  });

  test(
    'where its disk is full: nothing is left of it, and the store goes on',
    async () => {
      const call = [file, beside('copy.sqlite')].map((each) => JSON.stringify(each)).join(', ');
      const child = elsewhere(
        `const { backUp } = await import(${JSON.stringify(COPY)});
         try { backUp(${call}, new Date(${NOW.getTime()}), () => undefined); } catch ({ why }) { process.stdout.write(why); }`,
        600,
      );
      let said = '';
      for await (const chunk of child.stdout) said += String(chunk);
      expect(said).toBe('no-room');
      expect(names().filter((name) => name.includes('copy'))).toEqual([]);
      expect((await backup(beside('copy.sqlite'))).ok).toBe(true);
    },
    A_WHILE,
  );

  test('a store is restored into no folder that is not there, nor made in its stead', async () => {
    await backup(beside('copy.sqlite'));
    const { text, data } = await restore(beside('copy.sqlite'), beside('gone', 'store.sqlite'));
    expect(data).toEqual({ restored: false, why: 'no-folder' });
    expect(text).toContain('ディスクがつながっているか');
    expect(existsSync(beside('gone'))).toBe(false);
  });
});

test(
  'a copy made while somebody writes all the time is of one moment, and stops nobody',
  async () => {
    const child = elsewhere(
      `const { incrementFile } = await import(${JSON.stringify(COUNTER)});
       process.stdout.write('begun\\n');
       await incrementFile(${JSON.stringify(file)}, '${OURS}', 1500);`,
    );
    await once(child.stdout, 'data');
    const ended = once(child, 'exit');
    const made: string[] = [];
    while (child.exitCode === null && made.length < 20) {
      const to = beside(`copy-${made.length}.sqlite`);
      expect((await backup(to)).text).toContain('開いて確かめました');
      made.push(to);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await ended).toEqual([0, null]);
    expect(await counted(file)).toBe(1500);
    const into = beside('restored.sqlite');
    let last = 0;
    for (const each of made.slice(0, 4)) {
      expect((await restore(each, into)).ok).toBe(true);
      const count = (await counted(into)) ?? 0;
      expect(count).toBeGreaterThanOrEqual(last);
      last = count;
    }
  },
  A_WHILE,
);

async function counted(store: string): Promise<number | undefined> {
  const opened = openEmbedded(store, { mayCreate: false });
  const found = await opened.store.kpis.get(municipal(OURS), counterAt(OURS).id);
  return opened.close().then(() => found?.value.target);
}

describe('a database of another product', () => {
  test.each([
    ['has its own documents', 'CREATE TABLE docs (title TEXT)'],
    ['says nothing about itself', 'CREATE TABLE docs (type TEXT, schema INTEGER); PRAGMA user_version = 1'],
    ['has other tables', 'CREATE TABLE customers (name TEXT)'],
  ])('that %s is neither restored, nor copied, nor worked in', async (_, sql) => {
    const other = beside('other.sqlite');
    const database = openSqlite(other);
    database.exec(`${sql}; PRAGMA journal_mode = DELETE;`);
    database.close();
    expect((await restore(other)).data).toEqual({ restored: false, why: 'bad-copy' });
    expect((await run(other)(backupVerb, { rest: [beside('copy.sqlite')] })).data).toMatchObject({ why: 'damaged' });
    const shown = await run(other)(statusVerb).catch(storeProblem);
    expect(shown).toContain('壊れています');
    expect((await run()(statusVerb)).data['documents']).toBeGreaterThan(1_000);
    expect(names()).toEqual(['other.sqlite', 'store.sqlite']);
  });
});
