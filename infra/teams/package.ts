import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { commands } from '../../bot/features/index.ts';
import { BadPackageSettings, packageOptions, readPackageSettings } from './settings.ts';
import { teamsPackage } from './zip.ts';

/** `npm run package -- --app-id … --bot-id … --public-url https://… [--out FILE]`: writes the Teams app package. */
const text = { type: 'string' } as const;
const { values } = parseArgs({
  options: {
    ...Object.fromEntries(packageOptions.map((name) => [name, text])),
    out: { type: 'string', default: 'dist-package/bansou-teams.zip' },
  },
});

const beside = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
const { version } = JSON.parse(beside('../../package.json')) as { version: string };
try {
  const { out, ...given } = values;
  const settings = readPackageSettings(given, process.env, version);
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, teamsPackage(settings, commands, beside('icon.svg')));
  process.stdout.write(`${out} を作りました（版 ${version}）。Teams 管理センターの「アプリを管理」から登録します。\n`);
} catch (error) {
  if (!(error instanceof BadPackageSettings)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
