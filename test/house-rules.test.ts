import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { commands } from '../bot/commands/index.ts';
import { settings } from '../bot/config.ts';
import { inputsOf } from '../bot/fields.ts';
import { wordsOf } from '../bot/understand/typed.ts';
import { asks } from '../programme/asks.ts';

const sourcesIn = (folder: string): string[] =>
  readdirSync(`${__dirname}/../${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file}`);
const read = (file: string) => readFileSync(`${__dirname}/../${file}`, 'utf8');

describe('every command', () => {
  it('of the table is in the list, once', () => {
    expect(commands.map(({ name }) => name).toSorted()).toEqual(Object.keys(asks).toSorted());
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    '%s has a file, a sentence of help and an example that names it',
    (name, command) => {
      expect(existsSync(`${__dirname}/../bot/commands/${name}.ts`)).toBe(true);
      expect(command.help).toMatch(/。$/);
      expect(command.says).toContain(wordsOf(command.example)[0]);
    },
  );

  it('shares no word with another', () => {
    const words = commands.flatMap(({ says }) => says.map((word) => word.normalize('NFKC').toLowerCase()));
    expect(words).toEqual([...new Set(words)]);
  });

  it.each(commands.map((command) => [command.name, command] as const))('%s labels every input', (_name, command) => {
    expect(inputsOf(command).map(({ name }) => name)).toEqual(Object.keys(command.input.shape));
  });
});

describe('what a command says of itself', () => {
  const named = new RegExp(`'(${commands.map(({ name }) => name).join('|')})'`);

  it('is said there only: no file that reads sentences names a command', () => {
    const sources = sourcesIn('bot/understand').filter((file) => !file.endsWith('.test.ts'));
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.filter((file) => named.test(read(file)))).toEqual([]);
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    '%s has a sentence in English, a place in help or none, and says to whom it is offered',
    (_name, { english, group, usualFor }) => {
      expect(english).toMatch(/^[A-Z].*\.$/);
      expect(group === 'none' || group.place > 0).toBe(true);
      expect(usualFor === 'nobody' || Object.values(usualFor).every((place) => place > 0)).toBe(true);
    },
  );

  it('gives no two of them the same place', () => {
    const places = commands.flatMap(({ group, usualFor, ownExample, spoken }) => [
      ...(group === 'none' ? [] : [`${group.title} ${group.place}`]),
      ...(usualFor === 'nobody' ? [] : Object.entries(usualFor).map(([whom, place]) => `${whom} ${place}`)),
      ...(ownExample?.place === undefined ? [] : [`example ${ownExample.place}`]),
      ...(spoken ? [`wins ${spoken.wins}`] : []),
    ]);
    expect(places).toEqual([...new Set(places)]);
  });

  it('means each kind of content once', () => {
    const contents = ['item', 'kpi', 'place', 'proof', 'stage', 'value', 'several', 'nothing'];
    expect(commands.flatMap(({ spoken }) => spoken?.alone ?? []).toSorted()).toEqual(contents.toSorted());
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    '%s shows each of its inputs back in a place of its own',
    (_name, command) => {
      const places = inputsOf(command).flatMap(({ meta }) => meta.shown?.place ?? []);
      expect(places).toEqual([...new Set(places)]);
    },
  );

  it('names only inputs that it has', () => {
    for (const { name, input, writes, drafts, spoken } of commands) {
      const labelled = typeof spoken?.labelled === 'object' ? Object.keys(spoken.labelled) : [];
      const names = [...(typeof writes === 'boolean' ? [] : writes), drafts, spoken?.loose?.unless, ...labelled];
      const missing = names.filter((each) => each !== undefined && !(each in input.shape));
      expect({ name, missing }).toEqual({ name, missing: [] });
    }
  });
});

describe('.env.example', () => {
  const lines = read('.env.example').split('\n');

  it('lists exactly the settings', () => {
    const names = lines.flatMap((line) => /^([A-Za-z_]+)=/.exec(line)?.[1] ?? []);
    expect(names).toEqual(Object.keys(settings.shape));
  });

  it('explains each with a line of Japanese above it', () => {
    for (const [at, line] of lines.entries()) {
      if (/^[A-Za-z_]+=/.test(line))
        expect(lines[at - 1]).toMatch(/^# .*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u);
    }
  });
});

describe('the README', () => {
  it('shows a tree that exists', () => {
    const tree = /```text\n([\s\S]*?)```/.exec(read('README.md'))?.[1] ?? '';
    const paths = pathsOf(tree.split('\n'));
    expect(paths.length).toBeGreaterThan(15);
    expect(paths.filter((path) => !existsSync(`${__dirname}/../${path}`))).toEqual([]);
  });

  it('names only scripts that exist', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...read('README.md').matchAll(/npm run ([a-z0-9:]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('the operator’s door', () => {
  it('ends by itself, never before its output is read: only a service that was told to stop ends its process', () => {
    const sources = ['bot', 'cards', 'demo', 'documents', 'infra', 'programme', 'storage'].flatMap(sourcesIn);
    expect(sources.length).toBeGreaterThan(200);
    const ending = sources.filter((file) => /process\s*\.\s*(exit|reallyExit|abort|kill)\s*\(/.test(read(file)));
    expect(ending.toSorted()).toEqual(['bot/main.ts', 'demo/main.ts']);
  });

  it('prints through the one that waits for its reader', () => {
    const sources = sourcesIn('bot/operator');
    const loud = [...sources, 'bot/cli.ts'].filter((file) => /console\.|process\.std(out|err)\.write/.test(read(file)));
    expect(loud).toEqual([]);
  });
});

describe('handlers', () => {
  it('never return what restify sends: it would log the request with its token', () => {
    expect(read('bot/http.ts')).not.toMatch(/return\s+res\.send/);
  });
});

/** The paths of a tree that indents what lies in a folder by two spaces. */
function pathsOf(lines: readonly string[]): string[] {
  let folder = '';
  return lines.flatMap((line) => {
    const [, indent = '', name = ''] = /^( *)([\w.-]+\/?)/.exec(line) ?? [];
    if (indent === '') folder = name;
    return name === '' ? [] : [indent === '' ? name : `${folder}${name}`];
  });
}
