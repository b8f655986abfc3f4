import { fork } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ANY_KEY, startCosmosServer } from '../storage/cosmos-server.ts';
import type { Grown } from './grown.ts';

/**
 * `node --import tsx test/bench/growth.ts [--sizes 25,77,400,1741] [--stores embedded,cosmos] [--into FILE]`
 *
 * What a programme costs as it grows, with a year of weekly reports behind it: time, CPU time, requests to the store,
 * memory. Each size on each store in a process of its own; the Cosmos DB server is in this one. A line of JSON each,
 * printed and added to the file, of which `growth-table.ts` makes the table and the plot.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '25,77,400,1741' },
    stores: { type: 'string', default: 'embedded,cosmos' },
    into: { type: 'string' },
  },
});

for (const towns of values.sizes.split(',').map(Number)) {
  for (const store of values.stores.split(',')) {
    const line = JSON.stringify({ ...(await growTo(store, towns)), load: loadavg()[0] });
    console.log(line);
    if (values.into) appendFileSync(values.into, `${line}\n`);
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
