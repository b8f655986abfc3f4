import { parseArgs } from 'node:util';
import pino from 'pino';
import { BadSettings, readConfig } from './config.ts';
import { verbs } from './operator/index.ts';
import { print } from './operator/print.ts';
import type { Verb } from './operator/verb.ts';
import { storeProblem } from './store-trouble.ts';

/** `npm run bansou -- <verb> [arguments] [--json]`: exits 0 on success, 1 on failure, 2 when called wrongly. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    out: { type: 'string' },
    for: { type: 'string' },
    all: { type: 'boolean', default: false },
    now: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    municipality: { type: 'string' },
    confirm: { type: 'string' },
    operator: { type: 'string' },
    replace: { type: 'boolean', default: false },
    apply: { type: 'boolean', default: false },
    as: { type: 'string' },
    cut: { type: 'string' },
  },
});
const [name = '', ...rest] = positionals;
process.exitCode = await main();

/** @returns what the process is to exit with, once everything it has printed is read */
async function main(): Promise<number> {
  const verb = verbs.find((each) => each.name === name);
  if (!verb) {
    const all = verbs.map((each) => `  ${each.usage.padEnd(28)}${each.help}`);
    await print(['使い方: npm run bansou -- <操作> [--json]', ...all].join('\n'), process.stdout);
    return name === '' ? 0 : 2;
  }
  const now = values.now === undefined ? new Date() : new Date(values.now);
  if (Number.isNaN(now.getTime())) {
    await print('--now は 2024-10-07T09:00:00+09:00 の形で指定してください。', process.stderr);
    return 2;
  }
  return run(verb, now);
}

async function run(verb: Verb, now: Date): Promise<number> {
  try {
    process.loadEnvFile('.env');
  } catch {
    // Without the file, the environment alone decides.
  }
  try {
    const outcome = await verb.run({
      rest,
      out: values.out,
      for: values.for,
      as: values.as,
      from: values.from,
      to: values.to,
      municipality: values.municipality,
      all: values.all,
      confirm: values.confirm,
      operator: values.operator,
      apply: values.apply,
      cut: values.cut,
      replace: values.replace,
      progress: (line) => void (values.json || print(line, process.stderr)),
      config: readConfig(process.env),
      now,
      log: pino({ level: 'silent' }),
    });
    await print(values.json ? JSON.stringify(outcome.data) : outcome.lines.join('\n'), process.stdout);
    return outcome.ok ? 0 : 1;
  } catch (error) {
    const known = error instanceof BadSettings ? error.message : storeProblem(error);
    if (known === undefined) throw error;
    await print(known, process.stderr);
    return 1;
  }
}
