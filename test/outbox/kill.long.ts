import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { clockOf } from '../../bot/outbox/clock.ts';
import { each } from '../../bot/outbox/move-delivery.ts';
import { instantOf } from '../../programme/day.ts';
import type { Delivery } from '../../programme/delivery.ts';
import type { Store } from '../../storage/collections.ts';
import { ANY_KEY, serve } from '../storage/cosmos-server.ts';
import { allDeliveries, CODES, fakeChannel, meet, memberOf, outboxOf, PROGRAMME_2024, tally } from './house.ts';
import { channelTo, openStore, type Work } from './kill-worker.ts';

const PEOPLE = 600;
const PROCESSES = 4;
const KILLS = 10;
const WEEK = '2024-10-07';
const IN_TIME = instantOf(WEEK, '10:00').getTime();
const WORKER = new URL('./kill-worker.ts', import.meta.url).href;
const COSMOS = new URL('../storage/cosmos-server.ts', import.meta.url).href;

/** Counts what arrives, and takes its time before it says so: most kills fall between the two. */
async function startConnector() {
  const arrived: string[] = [];
  const server = createServer(async (request, response) => {
    arrived.push(await text(request));
    await pause(Math.random() * 60);
    response.end();
  });
  return { ...(await serve(server)), arrived };
}

async function people(store: Store): Promise<void> {
  await store.programmes.put(PROGRAMME_2024, 'absent');
  for (const code of CODES)
    await store.municipalities.put({ code, name: code, area: '佐久', supported: true }, 'absent');
  const members = Array.from({ length: PEOPLE }, (_, i) => memberOf(i));
  const settle = async (member: (typeof members)[number]): Promise<void> => {
    await store.members.put(member, 'absent');
    await meet(store, member);
  };
  await each(members, settle, (error) => {
    throw error;
  });
}

/** Another process that runs this source. */
function elsewhere(source: string) {
  const flags = ['--disable-warning=ExperimentalWarning', '--no-deprecation', '--import', 'tsx'];
  return spawn(process.execPath, [...flags, '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] });
}

function startWorker(work: Work): ChildProcess {
  return elsewhere(`import(${JSON.stringify(WORKER)}).then((m) => m.work(${JSON.stringify(work)}))`);
}

/** Keeps so many at work, and kills one after the other in the midst of it. */
async function killAtRandom(work: Work): Promise<ChildProcess[]> {
  const busy: ChildProcess[] = [];
  const all: ChildProcess[] = [];
  const start = (): void => {
    const worker = startWorker(work);
    all.push(worker);
    worker.stdout?.once('data', () => busy.push(worker));
  };
  for (let count = 0; count < PROCESSES; count++) start();
  for (let kills = 0; kills < KILLS; await pause(Math.random() * 800)) {
    const [victim] = busy.splice(Math.floor(Math.random() * busy.length), 1);
    if (!victim) continue;
    victim.kill('SIGKILL');
    kills++;
    start();
  }
  return all;
}

function stopped(worker: ChildProcess): Promise<unknown> | undefined {
  if (worker.signalCode !== null) return undefined;
  worker.kill('SIGKILL');
  return once(worker, 'exit');
}

/** Runs the whole thing on a store and gives back what was delivered and what the outbox says of it. */
async function survive(store: Work['store'], lease: boolean) {
  const connector = await startConnector();
  const work: Work = { store, lease, connector: connector.endpoint, shiftMs: IN_TIME - Date.now() };
  const opened = await openStore(work);
  await people(opened.store);
  const workers = await killAtRandom(work);
  const atLastKill = connector.arrived.length;
  const helper = outboxOf({
    store: opened.store,
    channels: [channelTo(work.connector, () => undefined)],
    clock: clockOf(() => new Date(Date.now() + work.shiftMs)),
    limits: {},
  });
  await helper.tick();
  await helper.idle();
  await Promise.all(workers.map(stopped));
  const later = clockOf(() => new Date(Date.now() + work.shiftMs + 600_000));
  const never = fakeChannel(later);
  const last = outboxOf({ store: opened.store, channels: [never], clock: later });
  await last.tick();
  await last.idle();
  const deliveries = await allDeliveries(opened.store);
  await opened.close();
  await connector.close();
  return { arrived: tally(connector.arrived), deliveries, atLastKill, sentByLast: never.sent.length };
}

function expectNobodyLostOrTwice({
  arrived,
  deliveries,
  atLastKill,
  sentByLast,
}: Awaited<ReturnType<typeof survive>>): void {
  const ofRecipient = ({ recipient }: Delivery): string => `${recipient.id}|${WEEK}`;
  const twice = [...arrived].filter(([, count]) => count > 1);
  const states = tally(deliveries.map(({ state }) => state));
  const never = deliveries.filter((delivery) => !arrived.has(ofRecipient(delivery)));
  process.stdout.write(
    `kill: ${PEOPLE} deliveries, ${KILLS} kills (the last after ${atLastKill}): once ${arrived.size - twice.length}, twice ${twice.length}, never ${never.length}, ${[...states].map(([state, count]) => `${state} ${count}`).join(', ')}\n`,
  );
  expect(atLastKill).toBeLessThan(PEOPLE);
  expect(twice).toEqual([]);
  expect(deliveries).toHaveLength(PEOPLE);
  expect(sentByLast).toBe(0);
  expect([...states.keys()].filter((state) => state !== 'sent' && state !== 'unknown')).toEqual([]);
  expect(never.filter(({ state }) => state !== 'unknown')).toEqual([]);
}

describe('killed at any moment', () => {
  it('delivers to nobody twice and lists what is in doubt: embedded store, all processes at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bansou-kill-'));
    expectNobodyLostOrTwice(await survive({ file: join(folder, 'store.sqlite') }, false));
    rmSync(folder, { recursive: true });
  }, 120_000);

  it('delivers to nobody twice and lists what is in doubt: Cosmos DB, one holder of the lease after the other', async () => {
    const source = `import(${JSON.stringify(COSMOS)}).then(async (m) => console.log((await m.startCosmosServer()).endpoint))`;
    const server = elsewhere(source);
    const [endpoint] = await once(server.stdout, 'data');
    expectNobodyLostOrTwice(await survive({ endpoint: String(endpoint).trim(), key: ANY_KEY, database: 'kill' }, true));
    server.kill('SIGKILL');
  }, 240_000);
});
