import pino from 'pino';
import { BadSettings, readConfig } from './config.ts';
import { loadEnvFile } from './env-file.ts';
import { called, type GoodCall } from './operator/called.ts';
import { ended, reasonAlone } from './operator/ended.ts';
import { fileProblem } from './operator/file-trouble.ts';
import { verbs } from './operator/index.ts';
import { print } from './operator/print.ts';
import { storeProblem } from './upkeep/store-trouble.ts';

// The store, the workbook and the documents hold names: what is written is for nobody else on this machine.
process.umask(0o077);

/** `npm run bansou -- <verb> [arguments] [--json]`: exits 0 on success, 1 on failure, 2 when called wrongly. */
process.exitCode = await main();

/** @returns what the process is to exit with, once everything it has printed is read */
async function main(): Promise<number> {
  const words = process.argv.slice(2);
  const call = called(words, verbs);
  if ('verb' in call) return run(call, call.now ?? new Date());
  if ('help' in call) await print(call.help, process.stdout);
  else await complain(call.wrong, words.includes('--json'));
  return 'help' in call ? 0 : 2;
}

/** A program that asked for JSON reads standard output, and gets one object there whatever went wrong. */
function complain(told: string, json: boolean): Promise<void> {
  return json ? print(reasonAlone(told), process.stdout) : print(told, process.stderr);
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
    const { code, text } = ended(outcome, values.json);
    await print(text, process.stdout);
    return code;
  } catch (error) {
    const known = error instanceof BadSettings ? error.message : (storeProblem(error) ?? fileProblem(error));
    await complain(
      known ?? '思いがけない誤りで終わりました。エラー出力に出た記録を添えて、保守の担当へ知らせてください。',
      values.json,
    );
    if (known === undefined) throw error;
    return 1;
  }
}
