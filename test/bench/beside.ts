import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { startFakeTeams } from '../fakes/teams/fake-teams.ts';
import { environmentOf } from '../house.ts';
import { type Load, type Round, round } from './load.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/**
 * `npx tsx test/bench/beside.ts OTHER [--rounds 8]`
 *
 * What a turn and a cold start cost here beside what they cost in another checkout of this product, in one run: the same
 * sentences, turn about, each on a store of its own with the same fictional programme. Build both first:
 * `npm run build && npx tsc -p tsconfig.bench.json`.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '8' } },
});
const [other] = positionals;
if (other === undefined) throw new Error('which other checkout? npx tsx test/bench/beside.ts ../before');

/** A view, a list, a history, and what most people send; the second 変更なし of a week is a report too. */
const SAID = ['状況', 'KPI', '履歴 K0-03', '変更なし', '週次報告'] as const;
const LOAD: Load = { turns: 200, inFlight: 4, longestMs: 2_000 };
const WARM_UP: Load = { ...LOAD, turns: 1_000, longestMs: 6_000 };

const folder = mkdtempSync(join(tmpdir(), 'bansou-beside-'));
const teams = await startFakeTeams();
const servers: ServerProcess[] = [];
try {
  const [here, there] = [await serverIn('here', '.'), await serverIn('there', other)];
  const people = here.people.map((who) => teams.person(who));
  for (const say of SAID) {
    for (const { server } of [here, there]) await round(teams, server, people, { ...WARM_UP, say });
    const pairs: number[] = [];
    for (let count = 0; count < Number(values.rounds); count++) {
      const ours = await round(teams, here.server, people, { ...LOAD, say });
      pairs.push(perTurn(ours) / perTurn(await round(teams, there.server, people, { ...LOAD, say })));
    }
    tell(say, pairs);
  }
  const starts: number[] = [];
  for (let count = 0; count < Number(values.rounds); count++)
    starts.push((await coldStart(here.start)) / (await coldStart(there.start)));
  tell('起動', starts);
} finally {
  await Promise.all(servers.map((server) => server.stop()));
  await teams.stop();
  rmSync(folder, { recursive: true });
}

function tell(what: string, pairs: readonly number[]): void {
  const inOrder = pairs.toSorted((a, b) => a - b);
  const median = inOrder[Math.floor(inOrder.length / 2)] ?? 0;
  console.log(`${what}: ${median.toFixed(2)}（${inOrder[0]?.toFixed(2)}〜${inOrder.at(-1)?.toFixed(2)}）`);
}

/** CPU time until it is ready for people. */
async function coldStart(start: () => Promise<ServerProcess>): Promise<number> {
  const server = await start();
  const cpuMs = await server.cpuMs();
  await server.stop();
  return cpuMs;
}

function perTurn({ cpuMs, turns }: Round): number {
  return cpuMs / turns;
}

/** Seeded by the checkout itself: each reads what it has written. */
async function serverIn(name: string, root: string) {
  const file = join(folder, `${name}.sqlite`);
  // An older checkout may have it in another place.
  const from = (...paths: readonly string[]) =>
    import(paths.map((path) => resolve(root, path)).find(existsSync) ?? paths[0] ?? '');
  const [{ openEmbedded }, { importWorkbook }, { fictionalProgramme }, { writeHistory }] = await Promise.all([
    from('storage/embedded.ts'),
    from('bot/hand-over/import/import-workbook.ts', 'bot/import.ts'),
    from('demo/programme.ts'),
    from('demo/history.ts'),
  ]);
  const now = new Date();
  const content = fictionalProgramme(now);
  const { store, close } = openEmbedded(file);
  await importWorkbook(store, content, now);
  await writeHistory(store, content, now);
  await close();
  const people = (content.members as { name: string; email?: string; role: string }[]).flatMap(
    ({ name: called, email, role }) => (role === 'municipal' && email !== undefined ? [{ name: called, email }] : []),
  );
  const env = environmentOf(teams, file);
  const start = () => startServer({ ...{ name, root, env, folder }, script: 'bot/main.js', profile: false });
  const server = await start();
  servers.push(server);
  return { server, people, start };
}
