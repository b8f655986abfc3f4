import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { serviceSettings } from '../bot/config.ts';
import { commands } from '../bot/features/index.ts';
import { jobs } from '../bot/features/jobs.ts';
import { inputsOf } from '../bot/inputs/fields.ts';
import { chatProducts } from '../bot/service.ts';
import { wordsOf } from '../bot/understand/asks/typed.ts';
import { programme as fictional } from '../cards/example.ts';
import { asks } from '../programme/asks.ts';
import { editions } from '../programme/catalogue.ts';
import { ChannelName } from '../programme/channel.ts';
import { deliveryReasons } from '../programme/delivery.ts';
import { metasOf } from '../programme/input-meta.ts';
import type { Kind } from '../programme/kind.ts';
import { type KnownKinds, kinds } from '../storage/collections.ts';
import { read, sourcesIn } from './sources.ts';

describe('every command', () => {
  it('of the table is in the list, once', () => {
    expect(commands.map(({ name }) => name).toSorted()).toEqual(Object.keys(asks).toSorted());
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    '%s has a file, a sentence of help and an example that names it',
    (name, command) => {
      const files = sourcesIn('bot/features').filter((file) => file.endsWith(`/${name}.ts`));
      expect(files.filter((file) => read(file).includes(`name: '${name}'`))).toHaveLength(1);
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

describe('every job', () => {
  const JAPANESE = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+$/u;
  const each = it.each(jobs.map((job) => [job.name, job] as const));
  /** Files in which a job's name means something else: a permission, a field of the programme, an example of a card. */
  const OTHERWISE: Readonly<Record<string, readonly string[]>> = {
    digest: [
      'command-lists.ts',
      'may.ts',
      'show-definition.ts',
      'show-digest.ts',
      'show-indicator-everywhere.ts',
      'show-indicators.ts',
      'show-kpi-everywhere.ts',
      'show-kpis.ts',
      'show-overview.ts',
      'show-plans-everywhere.ts',
      'show-status.ts',
      'show-unreported.ts',
      'show-whole-picture.ts',
      'show-workbooks.ts',
      'small-talk.ts',
    ],
    nudge: ['small-talk.ts'],
    'account-claim': ['samples.ts'],
    'help-request': ['samples.ts'],
    // Fields of 体制表 and 体制変更届 are called so too.
    escalation: ['organization-chart.ts', 'organization.ts'],
    handover: ['change-form.ts', 'change-staffing.ts'],
  };

  each(
    '%s says what people call it, and why it may not be sent, in words that are no reason of the outbox',
    (_, job) => {
      expect(job.called).toMatch(JAPANESE);
      const said = Object.values(job.withdraws);
      expect(said.filter((words) => !JAPANESE.test(words) || words in deliveryReasons)).toEqual([]);
      expect(new Set(said).size).toBe(said.length);
    },
  );

  each('%s is named in its own file alone', (name) => {
    const folders = ['bot', 'cards', 'demo', 'documents', 'infra', 'programme', 'storage'];
    // As a word in quotes, or as the key of a table of words.
    const said = new RegExp(`['"\`]${name}['"\`]|^ *['"]?${name}['"]?: ['"]`, 'm');
    const naming = folders.flatMap(sourcesIn).filter((file) => !file.endsWith('.test.ts') && said.test(read(file)));
    const declares = (file: string) => new RegExp(`defineJob\\(\\{\\n +name: '${name}'`).test(read(file));
    expect(naming.filter(declares)).toHaveLength(1);
    const others = naming.filter((file) => !declares(file)).map((file) => basename(file));
    expect(others.toSorted()).toEqual(OTHERWISE[name] ?? []);
  });

  it('waits for office hours, except the one for accidents; and except at a moment that others have set', () => {
    expect(jobs.filter(({ atAnyHour }) => atAnyHour).map(({ name }) => name)).toEqual(['incident-alert']);
    const exact = jobs.filter(({ schedule }) => schedule(fictional)?.rule === 'as-is').map(({ name }) => name);
    // The second puts another card in the place of one that must not be seen any more.
    expect(exact.toSorted()).toEqual(['meeting-reminder', 'replace-taken-back', 'visit-record-nudge']);
  });

  it('asks for something that no other asks for', () => {
    const asked = jobs.flatMap(({ asks: what }) => what ?? []);
    expect(asked.toSorted()).toEqual(['weekly-report', 'weekly-report-again']);
  });

  it('is in the list once', () => {
    const files = sourcesIn('bot').filter((file) => read(file).includes(' defineJob({'));
    expect(jobs).toHaveLength(files.length);
    expect(new Set(jobs.map(({ name }) => name)).size).toBe(jobs.length);
  });
});

describe('every kind of document', () => {
  const all: readonly Kind<unknown>[] = Object.values(kinds as KnownKinds);
  const sheetsOf = ({ exported }: Kind<unknown>) => (exported.as === 'sheets' ? exported.sheets : []);
  const REASON = /^\S+( \S+){3,}$/;

  it('is called in Japanese, and as no other', () => {
    const called = all.map((kind) => kind.called);
    expect(called.filter((name) => !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name))).toEqual([]);
    expect(called).toEqual([...new Set(called)]);
  });

  it.each(all.map((kind) => [kind.name, kind] as const))(
    '%s says whose it is, how long it is kept, what people get of it and what is taken back of it, or why not',
    (name, { belongsTo, keptFor, exported, takenBack }) => {
      expect(belongsTo).toEqual(expect.any(Function));
      if ('always' in keptFor) expect([name, keptFor.always]).toEqual([name, expect.stringMatching(REASON)]);
      else expect([name, keptFor.isOver]).toEqual([name, expect.any(Function)]);
      if ('never' in takenBack) expect([name, takenBack.never]).toEqual([name, expect.stringMatching(REASON)]);
      else expect([name, takenBack.standings]).toEqual([name, expect.any(Function)]);
      if ('because' in exported) expect([name, exported.because]).toEqual([name, expect.stringMatching(REASON)]);
      else expect(exported.sheets.length).toBeGreaterThan(0);
    },
  );

  it.each(all.map((kind) => [kind.name, kind] as const))('%s lies where it says that it lies', (name, kind) => {
    const found = JSON.parse(read(`test/fixtures/documents/v${kind.upcasts.length + 1}/${name}.json`)) as Planted[];
    const years = [2025, 2026, 2027];
    for (const { pk, id, container, body } of found) {
      expect([kind.partition(body), kind.id(body), kind.container]).toEqual([pk, id, container]);
      expect(kind.partitions({ codes: [/\d{6}/.exec(pk)?.[0] ?? '203033'], years })).toContain(pk);
    }
  });

  it('shares a sheet with another only where both fill the same columns', () => {
    const sheets = all.flatMap(sheetsOf);
    for (const { name, section, headings } of sheets) {
      const first = sheets.find((each) => each.name === name);
      expect([name, section, headings]).toEqual([name, first?.section, first?.headings]);
      // What an Excel sheet may be called.
      expect(name).toMatch(/^[^\\/?*[\]:]{1,31}$/);
    }
  });

  it('is named in no other table: what is to be known of it, it says itself', () => {
    const names = all.map(({ name }) => name);
    const sources = ['bot', 'cards', 'documents', 'infra', 'storage'].flatMap(sourcesIn);
    const tables = sources.filter((file) => {
      const source = read(file);
      return names.filter((name) => new RegExp(`'${name}'|^\\s*(readonly )?${name}\\??:`, 'm').test(source)).length > 6;
    });
    expect(tables).toEqual([]);
  });
});

type Planted = { readonly pk: string; readonly id: string; readonly container: string; readonly body: unknown };

describe('every chat product', () => {
  it('of the names that documents keep is in the list, in their order', () => {
    expect(chatProducts.map(({ name }) => name)).toEqual(ChannelName.options);
  });

  /** Its own folder, what everybody may know of it, and people who are made up. */
  const MAY_NAME =
    /^bot\/channels\/|^programme\/channel\.ts$|^demo\/|(^|[/-])samples?\.ts$|^cards\/(delivery-)?example\.ts$|\.test\.ts$/;

  it.each(ChannelName.options)('%s is named by its declarations alone', (name) => {
    const naming = ['bot', 'cards', 'demo', 'documents', 'infra', 'programme', 'storage']
      .flatMap(sourcesIn)
      .filter((file) => !MAY_NAME.test(file) && new RegExp(`['"\`]${name}['"\`]|\\b${name}:`).test(read(file)));
    expect(naming).toEqual([]);
  });

  it.each(ChannelName.options)('%s is reached through bot/service.ts; its settings through bot/config.ts', (name) => {
    const reaching = ['bot', 'cards', 'documents', 'programme', 'storage']
      .flatMap(sourcesIn)
      .filter((file) => !file.startsWith(`bot/channels/${name}/`) && read(file).includes(`channels/${name}/`));
    expect(reaching.toSorted()).toEqual(['bot/config.ts', 'bot/service.ts']);
  });
});

describe('what a command says of itself', () => {
  it('takes a yes to a number that may be somebody’s own, where it keeps what was written', () => {
    const keeping = commands.filter(({ input }) => metasOf(input).some(({ meta }) => meta.ownWords));
    expect(keeping.length).toBeGreaterThan(3);
    expect(keeping.filter(({ input }) => !('sure' in input.shape)).map(({ name }) => name)).toEqual([]);
  });

  it('shows what goes to the prefecture before it goes', () => {
    const submitting = commands.filter(({ name }) => name.startsWith('submit-'));
    expect(submitting.length).toBeGreaterThan(4);
    expect(submitting.filter(({ shownFirst }) => !shownFirst).map(({ name }) => name)).toEqual([]);
  });

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
      expect(group === 'none' || group.order > 0).toBe(true);
      expect(usualFor === 'nobody' || Object.values(usualFor).every((place) => place > 0)).toBe(true);
    },
  );

  it('gives no two of them the same place', () => {
    const places = commands.flatMap(({ group, usualFor, ownExample, spoken }) => [
      ...(group === 'none' ? [] : [`${group.title} ${group.order}`]),
      ...(usualFor === 'nobody' ? [] : Object.entries(usualFor).map(([whom, place]) => `${whom} ${place}`)),
      ...(ownExample?.order === undefined ? [] : [`example ${ownExample.order}`]),
      ...(spoken ? [`wins ${spoken.wins}`] : []),
    ]);
    expect(places).toEqual([...new Set(places)]);
  });

  it('means each kind of content once', () => {
    const contents = ['item', 'kpi', 'where', 'proof', 'stage', 'value', 'several', 'places', 'unchanged', 'nothing'];
    expect(commands.flatMap(({ spoken }) => spoken?.alone ?? []).toSorted()).toEqual(contents.toSorted());
  });

  it.each(commands.map((command) => [command.name, command] as const))(
    '%s shows each of its inputs back in a place of its own',
    (_name, command) => {
      const places = inputsOf(command).flatMap(({ meta }) => meta.shown?.order ?? []);
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

describe('the fiscal year', () => {
  /** Data, and what is made up for pictures and tests. */
  const MADE_UP = /^programme\/catalogue\/|\.test\.ts$|samples\.ts$|^cards\/([a-z-]*example|vocabulary)\.ts$/;
  /** Show people how a day, a moment or a year is written, or look whether the machine knows the time zone. */
  const HOW_IT_IS_WRITTEN = [
    'bot/operator/called.ts',
    'bot/operator/checks/machine.ts',
    'bot/operator/period.ts',
    'bot/operator/restore.ts',
    'documents/workbook/moment-cells.ts',
    'documents/workbook/sheets.ts',
    'documents/workbook/template-guide.ts',
    'programme/day.ts',
  ];

  it('is the programme’s, and stands in no code', () => {
    const sources = ['bot', 'cards', 'documents', 'infra', 'programme', 'storage'].flatMap(sourcesIn);
    const code = (file: string) => read(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    const naming = sources.filter((file) => !MADE_UP.test(file) && /\b20[2-9]\d\b|令和\d|\bR\d+\b/.test(code(file)));
    expect(naming.toSorted()).toEqual(HOW_IT_IS_WRITTEN);
  });

  it('is named by the file of each edition, and in no text that is asked or judged by', () => {
    for (const { id, fiscalYear, items, kpis } of editions) {
      expect(id).toMatch(new RegExp(`^${fiscalYear}-\\d+$`));
      const said = [...items, ...kpis].flatMap((each) => [each.name, 'definition' in each ? each.definition : '']);
      expect(said.filter((text) => /令和|20\d\d/.test(text))).toEqual([]);
    }
  });
});

describe('.env.example', () => {
  const lines = read('.env.example').split('\n');

  it('lists exactly the settings', () => {
    const names = lines.flatMap((line) => /^([A-Za-z_]+)=/.exec(line)?.[1] ?? []);
    expect(names).toEqual(Object.keys(serviceSettings.shape));
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
    expect(read('bot/doors/http.ts')).not.toMatch(/return\s+res\.send/);
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
