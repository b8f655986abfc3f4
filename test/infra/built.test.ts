import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { openEmbedded } from '../../storage/embedded.ts';
import { type FakeTeams, startFakeTeams } from '../fakes/teams/fake-teams.ts';

/** What the image runs: built JavaScript, started as its CMD and its `bansou` start it, from a folder that is not the repository. */
const ROOT = join(__dirname, '../..');
const BUILT = join(ROOT, '.cache/built');
const run = promisify(execFile);
const QUIET = '--disable-warning=ExperimentalWarning';

let folder: string;
let teams: FakeTeams;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bansou-built-'));
  const [fake] = await Promise.all([
    startFakeTeams({ open: true }),
    run(process.execPath, ['infra/build.mjs', '--out', BUILT], { cwd: ROOT }),
  ]);
  teams = fake;
}, 60_000);
afterAll(async () => {
  await teams.stop();
  rmSync(folder, { recursive: true });
});

/** On loopback and without an identity: the door the Playground uses. */
const environment = () => ({
  ...process.env,
  PORT: '0',
  HOST: '127.0.0.1',
  CLOCK: 'off',
  EMBEDDED_FILE: join(folder, 'bansou.sqlite'),
});

test('the operator’s door opens', async () => {
  const operate = (...args: string[]) =>
    run(process.execPath, [QUIET, join(BUILT, 'bot/cli.js'), ...args], { cwd: folder, env: environment() });
  const [template, tick] = await Promise.all([
    operate('template', '--out', 'empty.xlsx'),
    operate('tick', '--json').catch(({ stdout }) => ({ stdout })),
  ]);
  expect(template.stdout).toContain('empty.xlsx を作りました');
  expect(JSON.parse(tick.stdout)).toEqual({
    planned: false,
    reason: expect.stringContaining('まだ取り込まれていません'),
  });
});

test('a start that finds no store says what to do, and makes none', async () => {
  const started = run(process.execPath, [QUIET, join(BUILT, 'bot/main.js')], { cwd: folder, env: environment() });
  await expect(started).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/保存先がありません。.*import/),
  });
  expect(existsSync(environment().EMBEDDED_FILE)).toBe(false);
});

test('SIGTERM: not ready at once, the turn under way is answered, then it ends well', async () => {
  // A start makes no store.
  await openEmbedded(environment().EMBEDDED_FILE).close();
  const service = spawn(process.execPath, [QUIET, join(BUILT, 'bot/main.js')], {
    cwd: folder,
    env: environment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(service, 'exit');
  const url = `http://127.0.0.1:${await portOf(service)}`;
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  teams.connect(`${url}/api/messages`);

  // Teams holds the bot's answer back for longer than it takes to be told to stop; the first call asks who is speaking.
  teams.connector.trouble({ status: 404 }, { status: 429, retryAfter: '3' });
  const answers: string[] = [];
  const turn = teams
    .person({ name: '山田' })
    .say('ヘルプ')
    .finally(() => answers.push('turn'));
  while (!teams.connector.calls.some(({ method }) => method === 'POST')) await pause(10);
  service.kill('SIGTERM');
  await pause(200);
  const ready = await fetch(`${url}/readyz`);
  expect([ready.status, await ready.json()]).toEqual([503, { ready: false, notReady: ['draining'] }]);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(answers).toEqual([]);

  const { status, posted } = await turn;
  expect([status, posted.length]).toEqual([200, 1]);
  expect(await ended).toEqual([0, null]);
});

/** From its first line of log. */
async function portOf(service: ChildProcess): Promise<number> {
  let lines = '';
  for await (const chunk of service.stdout ?? []) {
    lines += String(chunk);
    const [, port] = /"port":(\d+)/.exec(lines) ?? [];
    if (port !== undefined) {
      service.stdout?.resume();
      return Number(port);
    }
  }
  throw new Error(`it did not listen: ${lines}`);
}
