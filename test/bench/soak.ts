import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { writeHistory } from '../../demo/history.ts';
import { fictionalProgramme } from '../../demo/programme.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { startFakeLineWorks } from '../fakes/line-works/fake-line-works.ts';
import { startFakeTeams } from '../fakes/teams/fake-teams.ts';
import { environmentOf } from '../house.ts';
import { lineWorksEnvironment } from '../line-works/environment.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { trafficOf } from './soak-traffic.ts';
import { bounds, type Sample, verdictOn } from './soak-verdict.ts';

/**
 * `npm run soak [-- --minutes 10] [--rate 50]`
 *
 * The built service in a process of its own, with its clock running, under mixed traffic from both chat products. At
 * intervals everything is collected that can be, and what is left is noted. Turns are started by the clock and not by
 * the answers, so a server that falls behind is seen in the latencies. A turn of Teams is measured until its answer
 * stands in the chat, one of LINE WORKS until the callback is acknowledged.
 */
const { values } = parseArgs({
  options: { minutes: { type: 'string', default: '10' }, rate: { type: 'string', default: '50' } },
});
const MINUTES = Number(values.minutes);
const RATE = Number(values.rate);
const SAMPLE_MS = Math.min(15_000, (MINUTES * 60_000) / 12);
/** Minutes; until then it is caches that fill. */
const SHORTEST = 5;
const MB = 1024 * 1024;

const folder = mkdtempSync(join(tmpdir(), 'bansou-soak-'));
const file = join(folder, 'soak.sqlite');
const content = await seed(new Date());
const teams = await startFakeTeams();
const works = await startFakeLineWorks();
const env = { ...environmentOf(teams, file), ...lineWorksEnvironment(works), CLOCK: 'on' };
const server = await startServer({ name: 'soak', script: 'bot/main.js', env, folder, profile: false });
const latencies: number[] = [];
const errors = new Map<string, number>();
const samples: Sample[] = [];
const sent = { teams: 0, 'line-works': 0 };
try {
  const seconds = await run(server);
  await pause(1_000);
  const failures = await failuresIn(join(folder, 'soak.log'));
  report(seconds, failures);
} finally {
  await server.stop();
  await Promise.all([teams.stop(), works.stop()]);
  rmSync(folder, { recursive: true });
}

async function run({ url, memory }: ServerProcess): Promise<number> {
  teams.connect(url);
  const next = trafficOf(content, { teams, works }, new URL(url).origin);
  const began = performance.now();
  let sampleAt = SAMPLE_MS;
  const under = new Set<Promise<void>>();
  for (let started = 0; started < RATE * 60 * MINUTES; started++) {
    const due = began + (started * 1_000) / RATE;
    if (due > performance.now()) await pause(due - performance.now());
    const { chat, send } = next();
    sent[chat]++;
    const turn = send()
      .catch((error: unknown) => `no answer: ${causeOf(error)}`)
      .then((wrong) => {
        latencies.push(performance.now() - due);
        if (wrong !== undefined) errors.set(wrong, (errors.get(wrong) ?? 0) + 1);
      })
      .finally(() => under.delete(turn));
    under.add(turn);
    if (performance.now() - began < sampleAt) continue;
    sampleAt += SAMPLE_MS;
    void sample(memory, (performance.now() - began) / 60_000);
  }
  await Promise.all(under);
  return (performance.now() - began) / 1_000;
}

async function sample(memory: ServerProcess['memory'], minute: number): Promise<void> {
  const { heapUsed, rss } = await memory();
  samples.push({ minute, heapMb: heapUsed / MB, rssMb: rss / MB });
  const figures = [minute.toFixed(2), (heapUsed / MB).toFixed(1), (rss / MB).toFixed(1), latencies.length];
  console.log(
    `minute ${figures[0]}: heap ${figures[1]} MB, RSS ${figures[2]} MB, ${figures[3]} turns, load ${loadavg()[0]?.toFixed(1)}`,
  );
  teams.connector.forget();
  works.forget();
}

function report(seconds: number, failures: ReadonlyMap<string, number>): void {
  const sorted = latencies.toSorted((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0);
  const { heapSlope, rssSlope, isFlat } = verdictOn(samples);
  const wrong = [...errors, ...failures].map(([what, count]) => `${what} × ${count}`);
  console.log(
    `${sent.teams} Teams and ${sent['line-works']} LINE WORKS turns in ${seconds.toFixed(0)} s: ${(sorted.length / seconds).toFixed(1)} turns/s`,
  );
  console.log(
    `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms; errors: ${wrong.join(', ') || 'none'}`,
  );
  console.log(`slopes: heap ${heapSlope.toFixed(2)} MB/min, RSS ${rssSlope.toFixed(2)} MB/min (${bounds})`);
  const memory =
    MINUTES < SHORTEST ? 'too short a run to judge memory' : isFlat ? 'memory is flat' : 'memory is NOT flat';
  console.log(`${memory}; ${wrong.length === 0 ? 'nothing failed' : 'something FAILED'}`);
  if ((MINUTES >= SHORTEST && !isFlat) || wrong.length > 0) process.exitCode = 1;
}

/** `fetch` says why in the cause. */
function causeOf(error: unknown): string {
  const cause: unknown = error instanceof Error ? (error.cause ?? error) : error;
  return cause instanceof Error ? String(Reflect.get(cause, 'code') ?? cause.name) : typeof cause;
}

/** Errors in the server's own log, and whatever it printed. */
async function failuresIn(path: string): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const read: { level?: number; msg?: string } = line.startsWith('{') ? JSON.parse(line) : { level: 60, msg: line };
    const name = `logged: ${read.msg}`;
    if ((read.level ?? 0) >= 50) found.set(name, (found.get(name) ?? 0) + 1);
  }
  return found;
}

/** The fictional programme with half a year behind it. */
async function seed(now: Date) {
  const { store, close } = openEmbedded(file);
  const programme = fictionalProgramme(now);
  await importWorkbook(store, programme, now);
  await writeHistory(store, programme, now);
  await close();
  return programme;
}
