import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { HOME } from '../../demo/programme.ts';
import { kpiAt } from '../../storage/progress.ts';
import { openSqlite, type Sqlite } from '../../storage/sqlite-driver.ts';
import type { TeamsUser } from '../fakes/teams/teams-user.ts';
import { type House, openHouse } from '../house.ts';

const DRIVER = new URL('../../storage/sqlite-driver.ts', import.meta.url).href;
const SOON = 1_000;

let house: House;
let beside: Sqlite;
let hanako: TeamsUser;
beforeAll(async () => {
  house = await openHouse({ history: false });
  beside = openSqlite(house.file);
  hanako = house.officer();
  await hanako.say('自分');
}, 60_000);
afterAll(async () => {
  beside.close();
  await house.close();
});

const timed = async (path: string) => {
  const began = performance.now();
  const { status } = await fetch(`http://127.0.0.1:${house.service.port}${path}`);
  return { status, ms: performance.now() - began };
};
const last = async () => {
  const { partition, id } = kpiAt(HOME, 2026, 'K0-03');
  return (await house.service.store.kpis.get(partition, id))?.value.entries.at(-1);
};

describe('another program that holds the store', () => {
  it('for a moment is not noticed by anybody', async () => {
    beside.exec('BEGIN IMMEDIATE;');
    const report = hanako.say('KPI報告 K0-03 30/40');
    await pause(1_500);
    beside.exec('ROLLBACK;');
    expect((await report).words).toContain('75%');
  });

  it('for longer stops nothing: who reports is told soon, the process and its store answer, and then it works', async () => {
    beside.exec('BEGIN IMMEDIATE;');
    const began = performance.now();
    const reports = Promise.all([
      hanako.say('KPI報告 K0-03 31/40'),
      house.person('lead-203050@town.example.jp').say('KPI報告 K0-03 11/40'),
    ]);
    const answered = [];
    for (let n = 0; n < 5; n++) {
      answered.push(await timed('/healthz'));
      await pause(200);
    }
    expect(answered.filter(({ status, ms }) => status !== 200 || ms > SOON)).toEqual([]);
    const ready = await timed('/readyz');
    expect([ready.status, ready.ms < SOON + 500]).toEqual([503, true]);
    for (const { words } of await reports) expect(words).toMatch(/保存先が使えません。1分ほど待って.*もう一度送って/);
    expect(performance.now() - began).toBeLessThan(12_000);
    expect((await hanako.say('KPI')).words).toContain('K0-03');
    beside.exec('ROLLBACK;');
    expect(await last()).toMatchObject({ numerator: 30 });
    expect((await hanako.say('KPI報告 K0-03 31/40')).words).not.toContain('保存先');
    expect(await last()).toMatchObject({ numerator: 31 });
    expect((await timed('/readyz')).status).toBe(200);
  });

  it('is another process, and goes without a word: nothing of it stays', async () => {
    const source = `const { openSqlite } = await import(${JSON.stringify(DRIVER)});
      const held = openSqlite(${JSON.stringify(house.file)});
      held.exec('BEGIN IMMEDIATE; DELETE FROM docs;');
      process.stdout.write('held');
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', source], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    for await (const _ of child.stdout) break;
    const report = hanako.say('KPI報告 K0-03 32/40');
    expect((await timed('/healthz')).ms).toBeLessThan(SOON);
    child.kill('SIGKILL');
    expect((await report).words).toContain('80%');
    expect(await last()).toMatchObject({ numerator: 32 });
  });
});
