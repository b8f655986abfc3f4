import { parseArgs } from 'node:util';
import pino from 'pino';
import { BadSettings, readConfig } from './config.ts';
import { verbs } from './operator/index.ts';

/** `npm run bansou -- <verb> [arguments] [--json]`: exits 0 on success, 1 on failure, 2 when called wrongly. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    out: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
});
const [name = '', ...rest] = positionals;
const verb = verbs.find((each) => each.name === name);

if (!verb) {
  console.log(
    [
      '使い方: npm run bansou -- <操作> [--json]',
      ...verbs.map((each) => `  ${each.usage.padEnd(28)}${each.help}`),
    ].join('\n'),
  );
  process.exit(name === '' ? 0 : 2);
}

try {
  process.loadEnvFile('.env');
} catch {
  // Without the file, the environment alone decides.
}
try {
  const outcome = await verb.run({
    rest,
    out: values.out,
    config: readConfig(process.env),
    now: new Date(),
    log: pino({ level: 'silent' }),
  });
  console.log(values.json ? JSON.stringify(outcome.data) : outcome.lines.join('\n'));
  process.exit(outcome.ok ? 0 : 1);
} catch (error) {
  if (!(error instanceof BadSettings)) throw error;
  console.error(error.message);
  process.exit(1);
}
