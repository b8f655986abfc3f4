import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startFakeTeams } from '../fakes/teams/fake-teams.ts';
import { environmentOf } from '../house.ts';
import { seeded } from './seeded.ts';
import { startServer } from './server-process.ts';

/**
 * `npm run build && npx tsc -p tsconfig.bench.json && node --import tsx test/bench/start.ts [--pairs 5]`
 *
 * What it costs to start the built service until it is ready, beside the bare echo, and what either holds then: CPU and
 * time until the first answer, and RSS after a collection. Turn about; the median of the pairs counts.
 */
const { values } = parseArgs({ options: { pairs: { type: 'string', default: '5' } } });

const folder = mkdtempSync(join(tmpdir(), 'bansou-start-'));
const file = join(folder, 'start.sqlite');
await seeded(file, new Date());
const teams = await startFakeTeams();
const env = environmentOf(teams, file);

type Started = { readonly ms: number; readonly cpuMs: number; readonly mb: number };

async function started(name: string, script: string): Promise<Started> {
  const began = performance.now();
  const server = await startServer({ name, script, env, folder, profile: false });
  const ms = performance.now() - began;
  const cpuMs = await server.cpuMs();
  const { rss } = await server.memory();
  await server.stop();
  return { ms, cpuMs, mb: rss / 1e6 };
}

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0;

const pairs: { readonly ours: Started; readonly echo: Started }[] = [];
for (let count = 0; count < Number(values.pairs); count++)
  pairs.push({ ours: await started('ours', 'bot/main.js'), echo: await started('echo', 'test/bench/echo.js') });
for (const what of ['cpuMs', 'ms', 'mb'] as const) {
  const [ours, echo] = [median(pairs.map((pair) => pair.ours[what])), median(pairs.map((pair) => pair.echo[what]))];
  const ratio = median(pairs.map((pair) => pair.ours[what] / pair.echo[what]));
  console.log(`${what.padEnd(6)} ours ${ours.toFixed(0)}, echo ${echo.toFixed(0)}, ours / echo ${ratio.toFixed(2)}`);
}
await teams.stop();
rmSync(folder, { recursive: true });
