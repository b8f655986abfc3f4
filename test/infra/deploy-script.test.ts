import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readInfra } from './azure.ts';
import { declarationsOf } from './bicep/declarations.ts';
import { parseBicep } from './bicep/parse.ts';

const ROOT = join(__dirname, '../..');
const run = promisify(execFile);

/** Stands for Azure's command line: notes what it is told, keeps a copy of what it is given, and answers as Azure would. */
const AZ = `#!/usr/bin/env bash
cd "$(dirname "$0")"
printf '%s\\n' "$*" >>calls
for word in "$@"; do
  [[ $word == @/* ]] && cp "\${word#@}" given.json && printf '%s\\n' "\${word#@}" >given-path
done
case "$*" in
  'group exists'*) [[ -e group ]] && echo true || echo false ;;
  'group create'*) touch group ;;
  'acr list'*) [[ -e registry ]] && echo bansouregistry || true ;;
  'acr repository show'*) [[ -e image ]] ;;
  'acr build'*) touch image ;;
  'containerapp show'*) [[ -e line-works ]] && echo 100 ;;
  'deployment group create'*) touch registry ;;
  *outputs.registryName*) echo bansouregistry ;;
  *outputs.publicUrl*) echo https://bansou.known.example ;;
  *outputs.*) echo value ;;
esac
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bansou-deploy-'));
  for (const [name, text] of Object.entries({ az: AZ, curl: '#!/bin/sh\n' })) {
    writeFileSync(join(folder, name), text, { mode: 0o755 });
  }
});
afterEach(() => rmSync(folder, { recursive: true }));

const deploy = (args: readonly string[], env: object = { ALERT_EMAILS: 'a@pref.example.jp, b@pref.example.jp' }) =>
  run(join(ROOT, 'infra/deploy.sh'), args, {
    env: { ...process.env, PATH: `${folder}:${process.env['PATH']}`, IMAGE_TAG: 'abc', ...env },
  });
const noted = (name: string) => readFileSync(join(folder, name), 'utf8').trim().split('\n');

test('from nothing to running, and again without doing the work twice', async () => {
  const { stdout } = await deploy(['pilot', 'rg-bansou']);
  expect(stdout).toContain('https://bansou.known.example');
  const steps = () => noted('calls').filter((call) => /^(deployment group create|acr build|group create)/.test(call));
  expect(steps().map((call) => call.split(' ').slice(0, 2).join(' '))).toEqual([
    'group create',
    'deployment group',
    'acr build',
    'deployment group',
  ]);
  expect(steps()[1]).toContain('@infra/pilot.parameters.json');
  await deploy(['pilot', 'rg-bansou']);
  expect(
    steps()
      .slice(4)
      .map((call) => call.split(' ')[0]),
  ).toEqual(['group', 'deployment']);
});

test('gives what main.bicep takes; secrets go by a file that is gone afterwards', async () => {
  const secret = { LINE_WORKS_BOT_ID: '100', LINE_WORKS_BOT_SECRET: 'hunter2', ALERT_EMAILS: 'a@pref.example.jp' };
  await deploy(['production', 'rg-bansou'], secret);
  const { parameters } = JSON.parse(readFileSync(join(folder, 'given.json'), 'utf8'));
  const taken = declarationsOf(await parseBicep('main.bicep', readInfra)).filter(({ kind }) => kind === 'parameter');
  expect(Object.keys(parameters).filter((name) => !taken.some((each) => each.name === name))).toEqual([]);
  expect(parameters).toMatchObject({
    image: { value: 'bansouregistry.azurecr.io/bansou:abc' },
    alertEmails: { value: ['a@pref.example.jp'] },
    lineWorksBotSecret: { value: 'hunter2' },
    secretsExpireAt: { value: expect.any(Number) },
  });
  expect(noted('calls').join('\n')).not.toContain('hunter2');
  expect(noted('given-path').filter((path) => existsSync(path))).toEqual([]);
});

test('the image has what sends traces where they are on, under a tag of its own', async () => {
  const built = () => noted('calls').filter((call) => call.startsWith('acr build'));
  const env = { ALERT_EMAILS: 'a@pref.example.jp', IMAGE_TAG: '' };
  await deploy(['pilot', 'rg-bansou'], env);
  expect(built()[0]).not.toContain('AZURE_MONITOR');
  rmSync(join(folder, 'image'));
  await deploy(['production', 'rg-bansou'], env);
  expect(built()[1]).toMatch(/--image bansou:[0-9a-f]+-traces .*--build-arg AZURE_MONITOR=\d+\.\d+\.\d+/);
});

test('erase is told whom, and only when it is meant, by whom', async () => {
  const erasing = async (env: object) => {
    await deploy(['pilot', 'rg-bansou'], { ALERT_EMAILS: 'a@pref.example.jp', ...env });
    return JSON.parse(readFileSync(join(folder, 'given.json'), 'utf8')).parameters.erasing.value;
  };
  expect(await erasing({})).toEqual([]);
  expect(await erasing({ ERASE: '小海町' })).toEqual(['--municipality', '小海町']);
  const meant = { ERASE: 'all', ERASE_CONFIRM: '市町村DX 伴走支援', ERASE_OPERATOR: '運用 花子' };
  expect(await erasing(meant)).toEqual(['--all', '--confirm', '市町村DX 伴走支援', '--operator', '運用 花子']);
});

test('does not take LINE WORKS away because its settings were not at hand', async () => {
  await deploy(['pilot', 'rg-bansou']);
  writeFileSync(join(folder, 'line-works'), '');
  await expect(deploy(['pilot', 'rg-bansou'])).rejects.toMatchObject({ stderr: expect.stringContaining('pilot.env') });
  const env = { ALERT_EMAILS: 'a@pref.example.jp', LINE_WORKS_BOT_ID: '100' };
  await expect(deploy(['pilot', 'rg-bansou'], env)).resolves.toBeTruthy();
});

test('what-if changes nothing', async () => {
  await deploy(['pilot', 'rg-bansou', '--what-if']);
  expect(noted('calls').filter((call) => /create|build|register/.test(call))).toEqual([]);
  expect(noted('calls').some((call) => call.startsWith('deployment group what-if'))).toBe(true);
});

test.each([
  [[], {}, '使い方'],
  [['staging', 'rg'], {}, '使い方'],
  [['pilot', 'rg'], { ALERT_EMAILS: '' }, 'ALERT_EMAILS'],
  [['pilot', 'rg', '--force'], { ALERT_EMAILS: 'a@b.jp' }, '--force'],
])('says what is missing: %j %j', async (args, env, told) => {
  await expect(deploy(args, env)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(told) });
});

test.each(['infra/deploy.sh', 'infra/image-check.sh', 'infra/container/bansou'])('%s is good shell', async (script) => {
  await expect(run('bash', ['-n', join(ROOT, script)])).resolves.toMatchObject({ stderr: '' });
});
