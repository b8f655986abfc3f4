import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { type End, onlyIn } from '../same-end.ts';
import type { Told } from './one-year.ts';

/**
 * `npm run rehearsal [-- --store embedded|cosmos|both] [--towns 25] [--out .cache/rehearsal]`
 *
 * The year of the programme through the doors of the real service. `both`, beside the year on the embedded store the same
 * one on the Cosmos server of the tests, where whoever is in Teams is in LINE WORKS and the other way round; in the end
 * the same must be on record.
 */
const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'embedded' },
    towns: { type: 'string', default: '25' },
    until: { type: 'string' },
    out: { type: 'string', default: '.cache/rehearsal' },
  },
});
const stores = values.store === 'both' ? (['embedded', 'cosmos'] as const) : [values.store];

const played = await Promise.all(
  stores.map(async (store) => {
    const told = await play(store);
    report(told);
    return told;
  }),
);
const [one, other] = played;
if (one && other) compare(one.end, other.end);
if (played.some(({ wrong }) => wrong.length > 0)) process.exitCode = 1;

/** In a process of its own, so that two years take two cores. */
async function play(store: string): Promise<Told & { readonly store: string }> {
  const settings = { store, towns: values.towns, out: values.out, ...(values.until ? { until: values.until } : {}) };
  const child: ChildProcess = fork(new URL('one-year.ts', import.meta.url), [JSON.stringify(settings)], {
    execArgv: [...process.execArgv, '--disable-warning=ExperimentalWarning'],
  });
  let told: Told | undefined;
  child.on('message', (message) => {
    told = message as Told;
  });
  await once(child, 'exit');
  if (!told) throw new Error(`the year on the ${store} store did not come to its end`);
  return { ...told, store };
}

function report(told: Told & { readonly store: string }): void {
  const { store, wrong, turns, kinds, happened, papers, seconds, cpuSeconds } = told;
  const all = kinds.reduce((sum, [, count]) => sum + count, 0);
  console.log(
    `\n${store}: ${turns} turns, ${all} messages, ${seconds} s (${cpuSeconds} s of CPU, load ${loadavg()[0]?.toFixed(1)})`,
  );
  console.log(kinds.map(([job, count]) => `  ${String(count).padStart(6)}  ${job}`).join('\n'));
  for (const [called, count, least] of happened) console.log(`  ${String(count).padStart(6)}  ${called}（${least}）`);
  if (papers) console.log(`  ${papers.files.length} files in ${values.out}, ${(papers.ms / 1_000).toFixed(1)} s`);
  console.log(wrong.length === 0 ? '  everything holds' : `  ${wrong.length} things are wrong`);
  for (const each of wrong) console.log(`  - ${each}`);
}

function compare(one: End, other: End): void {
  const differing = [...Object.entries(onlyIn(one, other)), ...Object.entries(onlyIn(other, one))];
  console.log(differing.length === 0 ? '\nthe same is on record on both' : '\nNOT the same on record:');
  for (const [collection, documents] of differing)
    for (const document of documents) console.log(`  ${collection} ${JSON.stringify(document)}`);
  if (differing.length > 0) process.exitCode = 1;
}
