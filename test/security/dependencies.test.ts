import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { dependencies, optionalDependencies } = JSON.parse(read('package.json')) as Record<
  string,
  Record<string, string>
>;
const needed = { ...dependencies, ...optionalDependencies };

const ROOMS = ['programme', 'cards', 'storage', 'documents', 'bot'];
const sources = ROOMS.flatMap((room) =>
  readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => join(room, name)),
);
/** What a file takes from packages: by `import`, where one is loaded only when it is needed, and a file of one. */
const importsOf = (file: string) =>
  [
    ...read(file).matchAll(
      /(?:from |import\(|require\([^']*|inPackage\.resolve\(|\(import\.meta\.url\)\()'([^'.][^']*)'/g,
    ),
  ].map(([, name = '']) => name);

it('every run-time dependency is pinned, and has its line in the review', () => {
  const reviewed = [...read('docs/dependencies.md').matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
  expect(reviewed.toSorted()).toEqual(Object.keys(needed).toSorted());
  for (const version of Object.values(needed)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
});

it('every run-time dependency is used at run time', () => {
  const used = new Set(sources.flatMap(importsOf));
  const isUsed = (name: string) => [...used].some((one) => one === name || one.startsWith(`${name}/`));
  expect(Object.keys(needed).filter((name) => !isUsed(name))).toEqual([]);
});

it('the SDK that is out of support is used in one folder', () => {
  const users = sources.filter((file) => importsOf(file).some((name) => /^bot(builder|framework)/.test(name)));
  expect(users.length).toBeGreaterThan(3);
  expect(users.filter((file) => !file.startsWith('bot/channels/teams/'))).toEqual([]);
});
