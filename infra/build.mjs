import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

/**
 * `node infra/build.mjs [--out dist]`
 *
 * What is started, in few files: a thousand small ones, found and read one by one, take two thirds of a start.
 */
const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });

/** Packages of many small modules. Every other one stays where it is installed: some look for files of their own. */
const INSIDE = /^(zod|date-fns|@date-fns\/utc|croner|@holiday-jp\/holiday_jp)(\/|$)/;

const others = {
  name: 'others',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || INSIDE.test(path) ? undefined : { path, external: true },
    ),
};

// Their names change with what is in them.
rmSync(join(values.out, 'chunks'), { recursive: true, force: true });
await build({
  entryPoints: ['bot/main.ts', 'bot/cli.ts', 'storage/embedded.ts'],
  outdir: values.out,
  outbase: '.',
  chunkNames: 'chunks/[name]-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: 'linked',
  sourcesContent: false,
  keepNames: true,
  logLevel: 'warning',
  plugins: [others],
});
