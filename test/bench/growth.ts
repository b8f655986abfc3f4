import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ANY_KEY, startCosmosServer } from '../storage/cosmos-server.ts';
import { type Grown, STEPS, type Step } from './grown.ts';

/**
 * `node --import tsx test/bench/growth.ts [--sizes 25,77,400,1741] [--stores embedded,cosmos]`
 *
 * What a programme costs as it grows, with a year of weekly reports behind it: time, requests to the store, memory. Each
 * size on each store in a process of its own; the Cosmos DB server is in this one. `伸び` is the exponent between two
 * sizes: 0 costs the same at any size, 1 grows with the number of municipalities, 2 with its square.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '25,77,400,1741' },
    stores: { type: 'string', default: 'embedded,cosmos' },
  },
});

const NAMES: Readonly<Record<Step, string>> = {
  import: '取込',
  start: '始まって読む',
  quiet: '何もない10分',
  cards: '週次報告を送る',
  standing: '状況',
  digest: 'ダイジェスト',
};

console.log(['保存先', '団体', ...STEPS.map((step) => `${NAMES[step]} ms（要求）`), 'RSS MB'].join('\t'));
for (const store of values.stores.split(',')) {
  let before: Grown | undefined;
  for (const towns of values.sizes.split(',').map(Number)) {
    const grown = await growTo(store, towns);
    console.log(
      [
        store,
        towns,
        ...STEPS.map((step) => `${text(grown.steps[step].ms)}（${grown.steps[step].asked}）`),
        grown.mb,
      ].join('\t'),
    );
    if (before) console.log(['', '伸び', ...STEPS.map((step) => exponents(step, before as Grown, grown))].join('\t'));
    before = grown;
  }
}

async function growTo(store: string, towns: number): Promise<Grown> {
  const folder = mkdtempSync(join(tmpdir(), 'bansou-growth-'));
  const server = store === 'cosmos' ? await startCosmosServer() : undefined;
  const env = {
    ...{ ...process.env, TOWNS: String(towns), EMBEDDED_FILE: join(folder, 'grown.sqlite') },
    ...(server && { COSMOS_ENDPOINT: server.endpoint, COSMOS_KEY: ANY_KEY }),
  };
  try {
    return await new Promise((resolve, reject) => {
      const child = fork(new URL('./grown.ts', import.meta.url), { env, execArgv: ['--import', 'tsx'] });
      child.on('message', (grown) => resolve(grown as Grown));
      child.on('error', reject);
      child.on('exit', (code) => reject(new Error(`${store} ${towns}: ended with ${code}`)));
    });
  } finally {
    await server?.close();
    rmSync(folder, { recursive: true });
  }
}

function exponents(step: Step, before: Grown, grown: Grown): string {
  const [from, to] = [before.steps[step], grown.steps[step]];
  const exponent = (a: number, b: number) => Math.log(b / a) / Math.log(grown.towns / before.towns);
  return `${exponent(from.ms, to.ms).toFixed(2)}（${exponent(from.asked, to.asked).toFixed(2)}）`;
}

function text(ms: number): string {
  return ms < 100 ? ms.toFixed(1) : Math.round(ms).toLocaleString('en');
}
