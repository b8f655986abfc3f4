import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const HOUSE = join(__dirname, '..');
const CONFIG = '.dependency-cruiser.cjs';
const { forbidden } = require(`../${CONFIG}`) as { forbidden: readonly { readonly name: string }[] };
const { scripts } = JSON.parse(readFileSync(join(HOUSE, 'package.json'), 'utf8')) as { scripts: { lint: string } };

/** Which import breaks a rule: the file it stands in, and what is imported there. */
const broken: Readonly<Record<string, readonly [file: string, imported: string]>> = {
  'no-cycles': ['programme/chicken.ts', './egg.ts'],
  'programme-is-pure': ['programme/rule.ts', '../cards/card.ts'],
  'cards-know-the-programme': ['cards/card.ts', '../storage/store.ts'],
  'storage-knows-the-programme': ['storage/store.ts', '../bot/main.ts'],
  'documents-know-the-programme': ['documents/sheet.ts', '../bot/engine.ts'],
  'features-are-narrow': ['bot/features/people/narrow.ts', '../../engine.ts'],
  'the-engine-knows-no-column': ['bot/engine.ts', './features/people/own.ts'],
  'the-operator-knows-the-lists': ['bot/operator/verb.ts', '../features/people/own.ts'],
  'channels-are-apart': ['bot/channels/teams/door.ts', '../line-works/door.ts'],
  'botbuilder-in-one-room': ['bot/doors/http.ts', 'botbuilder'],
  'cosmos-in-one-file': ['bot/store.ts', '@azure/cosmos'],
  'main-is-the-top': ['bot/cli.ts', './main.ts'],
  'tests-are-not-shipped': ['programme/tested.ts', '../test/house.ts'],
  ...Object.fromEntries(
    forbidden.flatMap(({ name }) => {
      const [, stage] = /^(.+)-is-read-before$/.exec(name) ?? [];
      if (stage) return [[name, [`bot/understand/${stage}/read.ts`, '../understand.ts']]];
      const [, column, later] = /^(.+)-before-(.+)$/.exec(name) ?? [];
      return column ? [[name, [`bot/features/${column}/own.ts`, `../${later}/own.ts`]]] : [];
    }),
  ),
};

let house: string;
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'import-rules-'));
  for (const file of [CONFIG, 'tsconfig.json']) copyFileSync(join(HOUSE, file), join(house, file));
  for (const [file, imported] of Object.values(broken)) put(file, `import '${imported}';\nexport {};\n`);
  put('programme/egg.ts', "import './chicken.ts';\n");
  for (const file of [
    'bot/main.ts',
    'bot/features/guide/own.ts',
    'bot/understand/understand.ts',
    'bot/channels/line-works/door.ts',
    'test/house.ts',
  ])
    put(file, 'export {};\n');
  for (const name of ['botbuilder', '@azure/cosmos']) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    put(`node_modules/${name}/index.js`, '');
  }
});
afterAll(() => rmSync(house, { recursive: true }));

it('every rule has an import that breaks it', () => {
  expect(Object.keys(broken).toSorted()).toEqual(forbidden.map(({ name }) => name).toSorted());
});

it('an import that breaks a rule fails the lint, which names both', () => {
  const [, command = '', given = ''] =
    /&& (depcruise) (--config \.dependency-cruiser\.cjs [\w ]+?) &&/.exec(scripts.lint) ?? [];
  expect(command).toBe('depcruise');
  const folders = given.split(' ').filter((each) => each !== 'demo' && each !== 'infra');
  const program = join(HOUSE, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const { status, stdout } = spawnSync(process.execPath, [program, ...folders], {
    cwd: house,
    encoding: 'utf8',
  });
  const found = [...stdout.matchAll(/error ([\w-]+: \S+)/g)].map(([, each]) => each);
  const expected = Object.entries(broken).map(([rule, [file]]) => `${rule}: ${file}`);
  expect(expected.filter((each) => !found.includes(each))).toEqual([]);
  expect(status).not.toBe(0);
});

function put(file: string, content: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), content);
}
