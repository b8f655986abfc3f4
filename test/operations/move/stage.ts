import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../../bot/config.ts';
import { readEverything } from '../../../bot/hand-over/everything.ts';
import { exportVerb } from '../../../bot/operator/export.ts';
import { moveVerb } from '../../../bot/operator/move.ts';
import { openStore } from '../../../bot/service.ts';
import { HOME } from '../../../demo/programme.ts';
import type { StoreMove, StoreName } from '../../../programme/store-move.ts';
import { kinds, municipal, type OpenStore, PROGRAMME } from '../../../storage/collections.ts';
import { openCosmos } from '../../../storage/cosmos.ts';
import { openEmbedded } from '../../../storage/embedded.ts';
import { openSqlite } from '../../../storage/sqlite-driver.ts';
import { ANY_KEY, type Served, startCosmosServer } from '../../storage/cosmos-server.ts';
import { counter, counterAt } from '../../storage/counter.ts';
import { type Fault, type Request, startFaultProxy } from '../../storage/fault-proxy.ts';
import { livedInHouse } from '../lived-in.ts';
import { terminal } from '../verbs.ts';

/** Another process has to start, and loads the whole program, where the machine is shared. */
export const A_LONG_TIME = 300_000;
export const NOW = new Date('2026-11-27T17:00:00+09:00');

/** What a test goes by; the file and the database are of the one that is running. */
export const stage = {
  folder: '',
  file: '',
  database: '',
  tests: 0,
  decide: (() => 'none') as (request: Request) => Fault,
  server: undefined as unknown as Served,
  proxy: undefined as unknown as Served,
};

/** Before anything else in a file of tests: a lived-in store, an account that keeps records, and one that loses them. */
export function setTheStage(): void {
  beforeAll(async () => {
    stage.folder = mkdtempSync(join(tmpdir(), 'bansou-move-'));
    stage.server = await startCosmosServer();
    stage.proxy = await startFaultProxy(stage.server.endpoint, (request) => stage.decide(request));
    const house = await livedInHouse();
    await plant(house.service.store);
    const beside = openSqlite(house.file);
    // Two municipalities have every kind of document too; the server in the process searches all for every question.
    const others = `pk LIKE 'm-%' AND NOT (pk LIKE 'm-${HOME}%' OR pk LIKE 'm-203050%')`;
    const audit = `type = 'audit' AND pk LIKE '_programme%' AND id > 'a-4'`;
    const towns = `type = 'municipalities' AND NOT id IN ('municipality-${HOME}', 'municipality-203050')`;
    for (const which of [others, audit, towns]) beside.exec(`DELETE FROM docs WHERE ${which}`);
    beside.exec(`VACUUM INTO '${join(stage.folder, 'lived-in.sqlite')}'`);
    beside.close();
    await house.close();
  }, A_LONG_TIME);
  afterAll(async () => {
    await stage.proxy.close();
    await stage.server.close();
    rmSync(stage.folder, { recursive: true });
  });
  beforeEach(() => {
    stage.tests++;
    stage.decide = () => 'none';
    stage.file = join(stage.folder, `store-${stage.tests}.sqlite`);
    stage.database = `move-${stage.tests}`;
    const original = openSqlite(join(stage.folder, 'lived-in.sqlite'));
    original.exec(`VACUUM INTO '${stage.file}'`);
    original.close();
  });
}

/** What a crash leaves: an effect that was not carried out, a word that was not worked off, a lease that has run out. */
async function plant({ kpis, received, leases }: OpenStore['store']): Promise<void> {
  const found = (await kpis.list(municipal(HOME)))[0];
  if (!found) throw new Error('no KPI');
  const entry = {
    ...{ id: 'a-left', at: NOW.toISOString(), by: 'member-1', via: 'teams', command: 'report-kpi' },
    ...{ record: `kpis/${municipal(HOME)}/${kpis.idOf(found.value)}`, municipality: HOME },
  };
  await kpis.put(found.value, found.etag, [{ kind: 'audit', entry }]);
  const event = { id: 'e-1', channel: 'line-works', state: 'working', body: '{}', owner: 'x', attempts: 1 } as const;
  await received.put({ ...event, leaseUntil: NOW.toISOString() }, 'absent');
  const lease = { id: 'import', owner: 'x', until: '2026-11-24T00:00:00Z', fence: 1, bell: 0 } as const;
  await leases.put(lease, 'absent');
}

export const settings = (store: StoreName, endpoint = stage.server.endpoint) => ({
  ...{ STORE: store, COSMOS_ENDPOINT: endpoint, COSMOS_DATABASE: stage.database, COSMOS_KEY: ANY_KEY },
});
export const at = (store: StoreName, endpoint?: string) => terminal(stage.file, NOW, settings(store, endpoint));
export const move = (to: StoreName, from: StoreName, endpoint?: string) => at(from, endpoint)(moveVerb, { to });
export const toCosmos = (endpoint?: string) => move('cosmos', 'embedded', endpoint);
export const toEmbedded = (endpoint?: string) => move('embedded', 'cosmos', endpoint);
export const start = (store: StoreName) => openStore(readConfig({ EMBEDDED_FILE: stage.file, ...settings(store) }));

/** The store as it is, whoever may work in it. */
export async function inside<T>(store: StoreName, work: (opened: OpenStore) => Promise<T>): Promise<T> {
  const cosmos = { endpoint: stage.server.endpoint, database: stage.database, key: ANY_KEY };
  const opened = store === 'embedded' ? openEmbedded(stage.file) : await openCosmos(cosmos);
  return work(opened).finally(() => opened.close());
}
export const markOf = (store: StoreName): Promise<StoreMove | undefined> =>
  inside(store, async ({ store: { programmes } }) => (await programmes.get(PROGRAMME, 'programme'))?.value.move);
export const states = async () => [(await markOf('embedded'))?.state, (await markOf('cosmos'))?.state];
export const count = (store: StoreName, target: number) =>
  inside(store, async ({ store: { kpis } }) => {
    const known = counterAt(HOME);
    await kpis.put(counter(HOME, target), (await kpis.get(known.partition, known.id))?.etag ?? 'absent');
  });
export const counted = (store: StoreName) =>
  inside(
    store,
    async ({ store: { kpis } }) => (await kpis.get(counterAt(HOME).partition, counterAt(HOME).id))?.value.target,
  );

/** Every file of an export, by name. */
export async function exported(store: StoreName): Promise<Readonly<Record<string, string>>> {
  const into = mkdtempSync(join(stage.folder, 'export-'));
  expect((await at(store)(exportVerb, { rest: [into] })).ok).toBe(true);
  return Object.fromEntries(readdirSync(into).map((name) => [name, readFileSync(join(into, name)).toString('base64')]));
}

/** By the names of the kinds, without those that stay with the store they are about. */
export function travelling<T>(all: Readonly<Record<string, T>>): Readonly<Record<string, T>> {
  const stays = new Set<string>(
    Object.values(kinds).flatMap(({ name, ofTheStore }) => (ofTheStore === 'all' ? name : [])),
  );
  return Object.fromEntries(Object.entries(all).filter(([name]) => !stays.has(name)));
}

/** What lies in a store, but for what is about the store itself and for the entry that says it was moved. */
export const records = (store: StoreName) =>
  inside(store, async (opened) => {
    const all = travelling(await readEverything(opened.store, NOW));
    const told = Object.entries(all).map(([name, held]) => {
      const values = held.map(({ partition, value, effects }) => ({ partition, ...value, move: undefined, effects }));
      return [name, values.filter((value) => !('command' in value && value.command === 'move'))] as const;
    });
    return Object.fromEntries(told);
  });
