import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { fictionalProgramme } from '../../demo/programme.ts';
import { municipal } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { type FakeLineWorks, startFakeLineWorks } from '../fakes/line-works/fake-line-works.ts';
import { lineWorksEnvironment } from './environment.ts';

const ROUNDS = 4;
const LEASE_OVER_MS = 61_000;
const WORKER = new URL('./kill-worker.ts', import.meta.url).href;

const folder = mkdtempSync(join(tmpdir(), 'bansou-kill-'));
const file = join(folder, 'kill.sqlite');
const content = fictionalProgramme(new Date());
let shiftMs = 0;
let works: FakeLineWorks;

beforeAll(async () => {
  works = await startFakeLineWorks({ now: () => new Date(Date.now() + shiftMs), perMinute: 10_000 });
  const { store, close } = await openEmbedded(file);
  await importWorkbook(store, content, new Date());
  await close();
}, 60_000);
afterAll(async () => {
  await works.stop();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<ChildProcess> {
  const environment = { PORT: '0', CLOCK: 'off', EMBEDDED_FILE: file, ...lineWorksEnvironment(works) };
  const source = `import(${JSON.stringify(WORKER)}).then((m) => m.work(${JSON.stringify(environment)}, ${shiftMs}))`;
  const flags = ['--disable-warning=ExperimentalWarning', '--no-deprecation', '--import', 'tsx', '-e', source];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  works.connect(`http://127.0.0.1:${Number(String(port))}/line-works/callback`, () => pause(0));
  return child;
}

/** One sentence of every lead, told as the product tells it. */
async function everybodySays(text: string): Promise<readonly string[]> {
  const leads = content.members.filter(({ role, lead }) => role === 'municipal' && lead);
  const told = leads.map(async ({ name, email = '' }, at) => {
    const { userId } = works.enrol({ name, email });
    const issuedTime = new Date(Date.now() + shiftMs + at).toISOString();
    const source = { userId, domainId: works.world.domainId };
    const { status } = await works.deliver(
      JSON.stringify({ type: 'message', source, issuedTime, content: { type: 'text', text } }),
    );
    return status === 200 ? email : '';
  });
  return (await Promise.all(told)).filter((email) => email !== '');
}

it('what was acknowledged is done once, however the process ends', async () => {
  const acknowledged = new Map<string, string[]>();
  let busyAtTheEnd = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const victim = await start();
    const text = `相談 ${round}回目`;
    const emails = await everybodySays(text);
    victim.kill('SIGKILL');
    await once(victim, 'exit');
    acknowledged.set(text, [...emails]);
    busyAtTheEnd += await unfinished();
    shiftMs += LEASE_OVER_MS;
    const heir = await start();
    for (let tries = 0; tries < 300 && (await unfinished()) > 0; tries++) await pause(100);
    heir.kill('SIGKILL');
    await once(heir, 'exit');
    expect(await unfinished()).toBe(0);
  }
  expect(busyAtTheEnd).toBeGreaterThan(0);
  const { store, close } = await openEmbedded(file);
  for (const [text, emails] of acknowledged) {
    expect(emails.length).toBe(25);
    for (const email of emails) {
      const code = content.members.find((member) => member.email === email)?.municipalities[0] ?? '';
      const helps = await store.helpRequests.list(municipal(code), { from: 'help-', below: 'help.' });
      expect([email, helps.filter(({ value }) => value.text === text.slice(3)).length]).toEqual([email, 1]);
    }
  }
  await close();
  process.stdout.write(
    `${ROUNDS} kills, ${busyAtTheEnd} of ${ROUNDS * 25} events cut off, none lost, none done twice\n`,
  );
}, 240_000);

async function unfinished(): Promise<number> {
  const { store, close } = await openEmbedded(file);
  const all = await store.received.list('_received');
  await close();
  return all.filter(({ value }) => value.state === 'working').length;
}
