import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import { unzipSync } from 'fflate';
import { commands } from '../../bot/features/index.ts';
import { listedCommands } from '../../infra/teams/command-lists.ts';
import { englishLocalization } from '../../infra/teams/english.ts';
import { manifestOf } from '../../infra/teams/manifest.ts';
import { BadPackageSettings, readPackageSettings } from '../../infra/teams/settings.ts';
import { teamsPackage } from '../../infra/teams/zip.ts';
import { readPng } from './png.ts';

const ROOT = join(__dirname, '../..');
const SVG = readFileSync(join(ROOT, 'infra/teams/icon.svg'), 'utf8');
const SCHEMAS = join(ROOT, 'node_modules/@microsoft/app-manifest/build/json-schemas/teams');
const GIVEN = {
  'app-id': '0f8fad5b-d9cb-469f-a165-70867728950e',
  'bot-id': '7c9e6679-7425-40de-944b-e07fc1f90ae7',
  'public-url': 'https://bansou.example.jp',
  developer: '架空県DX推進課',
  website: 'https://www.example.jp/',
  privacy: 'https://www.example.jp/privacy',
  terms: 'https://www.example.jp/terms',
};
const settings = readPackageSettings(GIVEN, {}, '1.2.3');
const manifest = manifestOf(settings, commands);
const files = unzipSync(teamsPackage(settings, commands, SVG));
const inside = (name: string): unknown => JSON.parse(Buffer.from(files[name] ?? []).toString('utf8'));

test('the manifest is valid by the schemas of 1.25 and 1.29, which would tell', () => {
  const validated = ['1.25', '1.29'].map((version) => ({
    ...manifest,
    manifestVersion: version,
    $schema: `https://developer.microsoft.com/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`,
  }));
  const tooLong = { ...manifest, name: { short: '伴'.repeat(31) } };
  const input = JSON.stringify([...validated, tooLong]);
  const faults = JSON.parse(
    execFileSync(process.execPath, [join(__dirname, 'validate-manifests.mjs')], { input, encoding: 'utf8' }),
  );
  expect(faults).toEqual([[], [], [expect.stringContaining('short')]]);
});

/** What Teams takes as an update only under a higher version: bump it in package.json, and write the digest anew. */
const STATIC = { version: '0.2.0', digest: '832823757e55164d' };

test('what is declared beside the commands is the declaration of this version', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const { version: _given, bots = [], ...rest } = manifest;
  const still = { ...rest, bots: bots.map(({ commandLists: _lists, ...bot }) => bot) };
  const digest = createHash('sha256').update(JSON.stringify(still)).digest('hex').slice(0, 16);
  expect({ version, digest }).toEqual(STATIC);
  expect(bots.map(({ supportsFiles }) => supportsFiles)).toEqual([true]);
});

test('the English file is valid, and each of its keys is a text of the manifest', () => {
  const schema = JSON.parse(readFileSync(join(SCHEMAS, 'v1.25/MicrosoftTeams.Localization.schema.json'), 'utf8'));
  const valid = new Ajv.default({ strict: false, unicodeRegExp: false, formats: { uri: true } }).compile(schema);
  const localization = englishLocalization(commands);
  expect(valid(localization) ? [] : valid.errors).toEqual([]);
  const keys = Object.keys(localization).filter((key) => key !== '$schema');
  expect(keys.filter((key) => typeof at(manifest, key) !== 'string')).toEqual([]);
  expect(valid({ ...localization, 'bots[0].nonsense': 'x' })).toBe(false);
});

test('every listed command says in English what it does', () => {
  const listed = listedCommands(commands).flatMap((list) => list.commands);
  expect(listed.filter(({ english }) => !/^[A-Z].*\.$/.test(english)).map(({ name }) => name)).toEqual([]);
});

test('a list for each kind of room, none too long, all from the registry, nothing private in rooms', () => {
  const lists = listedCommands(commands);
  expect(lists.map(({ scope }) => scope)).toEqual(['personal', 'team', 'groupChat']);
  for (const list of lists) {
    expect(list.commands.length).toBeLessThanOrEqual(12);
    expect(new Set(list.commands).size).toBe(list.commands.length);
    expect(list.commands.at(-1)?.name).toBe('help');
  }
  expect(lists.slice(1).flatMap((list) => list.commands.filter(({ privately }) => privately))).toEqual([]);
  const words = new Set(commands.flatMap(({ says }) => says));
  const titles = manifest.bots?.[0]?.commandLists?.flatMap((list) => list.commands.map(({ title }) => title)) ?? [];
  expect(titles.filter((title) => !words.has(title))).toEqual([]);
});

test('a new command takes its place by itself', () => {
  const [first] = commands;
  const added = { ...(first as (typeof commands)[number]), says: ['新しい言葉'] as const };
  const titles = manifestOf(settings, [added, ...commands]).bots?.[0]?.commandLists?.[0]?.commands;
  expect(titles?.[0]?.title).toBe('新しい言葉');
  expect(titles).toHaveLength(12);
});

test('the package holds exactly what its manifest names, and is the same whenever it is made', () => {
  expect(Object.keys(files).toSorted()).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
  expect(inside('manifest.json')).toEqual(JSON.parse(JSON.stringify(manifest)));
  expect(inside('en.json')).toEqual(englishLocalization(commands));
  const again = teamsPackage(settings, commands, SVG);
  expect(Buffer.compare(again, teamsPackage(settings, commands, SVG))).toBe(0);
});

test('the colour icon is 192 by 192 and covers all of it', () => {
  const { width, height, pixels } = readPng(files['color.png'] ?? new Uint8Array());
  expect([width, height]).toEqual([192, 192]);
  expect(pixels.filter(({ a }) => a !== 255)).toEqual([]);
  expect(pixels[0]).toEqual({ r: 0x0b, g: 0x6a, b: 0x5a, a: 255 });
});

test('the outline icon is 32 by 32, white or nothing in every pixel', () => {
  const { width, height, pixels } = readPng(files['outline.png'] ?? new Uint8Array());
  expect([width, height]).toEqual([32, 32]);
  expect(pixels.filter(({ r, g, b, a }) => a > 0 && (r !== 255 || g !== 255 || b !== 255))).toEqual([]);
  expect(pixels.filter(({ a }) => a === 255).length).toBeGreaterThan(50);
  expect(pixels.filter(({ a }) => a === 0).length).toBeGreaterThan(400);
});

test('what is missing or bad is told all at once, by name and without its value', () => {
  const told = (given: object, env = {}) => {
    try {
      readPackageSettings(given, env, '1.0.0');
      return '';
    } catch (error) {
      expect(error).toBeInstanceOf(BadPackageSettings);
      return error instanceof Error ? error.message : '';
    }
  };
  const none = told({});
  for (const name of Object.keys(GIVEN)) expect(none).toContain(`--${name} または`);
  const bad = told({ ...GIVEN, 'bot-id': 'hunter2', website: 'http://www.example.jp/' });
  expect(bad).toContain('MicrosoftAppId');
  expect(bad).toContain('--website');
  expect(bad).not.toMatch(/hunter2|--terms/);
  expect(told({ ...GIVEN, 'bot-id': undefined }, { MicrosoftAppId: GIVEN['bot-id'] })).toBe('');
});

/** The value at a path like `bots[0].commandLists[1]`. */
function at(value: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .reduce<unknown>((now, step) => (now as Readonly<Record<string, unknown>> | undefined)?.[step], value);
}
