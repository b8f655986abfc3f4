import pino from 'pino';
import { BadSettings, readConfig } from './config.ts';
import { loadEnvFile } from './env-file.ts';
import { called, type GoodCall } from './operator/called.ts';
import { fileProblem } from './operator/file-trouble.ts';
import { verbs } from './operator/index.ts';
import { print } from './operator/print.ts';
import { storeProblem } from './upkeep/store-trouble.ts';

/** `npm run bansou -- <verb> [arguments] [--json]`: exits 0 on success, 1 on failure, 2 when called wrongly. */
process.exitCode = await main();

/** @returns what the process is to exit with, once everything it has printed is read */
async function main(): Promise<number> {
  const call = called(process.argv.slice(2), verbs);
  if ('verb' in call) return run(call, call.now ?? new Date());
  if ('help' in call) await print(call.help, process.stdout);
  else await print(call.wrong, process.stderr);
  return 'help' in call ? 0 : 2;
}

async function run({ verb, rest, values }: GoodCall, now: Date): Promise<number> {
  try {
    loadEnvFile();
    const outcome = await verb.run({
      rest,
      out: values.out,
      id: values.id,
      for: values.for,
      as: values.as,
      from: values.from,
      to: values.to,
      municipality: values.municipality,
      day: values.day,
      year: values.year,
      all: values.all,
      confirm: values.confirm,
      operator: values.operator,
      apply: values.apply,
      shared: values.shared,
      plan: values.plan,
      drop: values.drop,
      cut: values.cut,
      replace: values.replace,
      undo: values.undo,
      progress: (line) => void (values.json || print(line, process.stderr)),
      config: readConfig(process.env),
      now,
      log: pino({ level: 'silent' }),
    });
    await print(values.json ? JSON.stringify(outcome.data) : outcome.lines.join('\n'), process.stdout);
    return outcome.ok ? 0 : 1;
  } catch (error) {
    const known = error instanceof BadSettings ? error.message : (storeProblem(error) ?? fileProblem(error));
    if (known === undefined) throw error;
    await print(known, process.stderr);
    return 1;
  }
}
