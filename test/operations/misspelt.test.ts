import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { readConfig } from '../../bot/config.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { called } from '../../bot/operator/called.ts';
import { ended } from '../../bot/operator/ended.ts';
import { verbs } from '../../bot/operator/index.ts';
import { fictionalProgramme } from '../../demo/programme.ts';
import { MEMBERS } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';

const NOW = new Date('2026-11-24T10:00:00+09:00');
const folder = mkdtempSync(join(tmpdir(), 'bansou-misspelt-'));
const file = join(folder, 'store.sqlite');
const nowhere = join(folder, 'none.sqlite');
const log = pino({ level: 'silent' });
let somebody = '';

beforeAll(async () => {
  const { store, close } = openEmbedded(file);
  await importWorkbook(store, fictionalProgramme(NOW), NOW);
  somebody = (await store.members.list(MEMBERS)).find(({ value }) => value.active)?.value.name ?? '';
  await close();
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** As the terminal does, in this process. */
async function typed(words: readonly string[], json = false, settings: Readonly<Record<string, string>> = {}) {
  const call = called(words, verbs);
  if (!('verb' in call)) return { code: 2, text: 'wrong' in call ? call.wrong : '' };
  const { verb, rest, values } = call;
  const config = readConfig({ EMBEDDED_FILE: file, ...settings });
  const { out, from, to } = values;
  return ended(await verb.run({ ...values, rest, out, from, to, config, now: call.now ?? NOW, log }), json);
}
/** The same in a process of its own. */
function bansou(words: readonly string[], store = file) {
  const env = { ...process.env, EMBEDDED_FILE: store, NODE_NO_WARNINGS: '1' };
  const cwd = `${__dirname}/../..`;
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'bot/cli.ts', ...words], { cwd, env });
  return { code: status, data: stdout.length > 0 ? JSON.parse(String(stdout)) : undefined };
}

describe('a mistake of writing ends with 2', () => {
  it.each([
    'import',
    'backup',
    'restore',
    'export',
    'workbook',
    'take',
    'indicators',
    'document',
    'new-year',
    'understand',
    'move',
    'erase',
  ])('%s without what it needs, in a sentence', async (name) => {
    const { code, text } = await typed([name]);
    expect([code, text]).toEqual([2, expect.stringMatching(/。|例: |bansou -- |: /)]);
  });

  it.each([
    ['move --to mongo', '移す先を --to cosmos か'],
    ['erase --municipality 小海町 --all', 'どちらか1つを'],
    ['jobs --from x', '期間は --from'],
    ['jobs --from 2026-12-02 --to 2026-12-01', '期間は --from'],
    ['deliveries --from x', '期間は --from'],
    ['indicators a.csv --day x', '--day は「年4桁'],
    ['indicators a.csv --day 2999-01-01', '今日より前の日'],
    ['document ないもの', '書類の名前を'],
    ['document 工程表 --day x --out a.xlsx', '--day は「年4桁'],
    ['document 工程表 --id x', '--out で指定してください'],
    ['export a --year x', '--year x の年度はありません'],
    ['tick --now x', '--now は'],
    ['chekc', 'という操作はありません'],
  ])('%s: %s', async (words, why) => {
    const { code, text } = await typed(words.split(' '));
    expect([code, text]).toEqual([2, expect.stringContaining(why)]);
  });

  it('and what cannot be done, or not here, still with 1', async () => {
    expect((await typed(['import', join(folder, 'none.xlsx')])).code).toBe(1);
    expect((await typed(['export', join(folder, 'out'), '--year', '1999'])).code).toBe(1);
    expect((await typed(['erase', '--municipality', 'ない町'])).code).toBe(1);
    expect((await typed(['move', '--to', 'cosmos'])).code).toBe(1);
  });
});

describe('what is too much is refused, by its name', () => {
  it.each([
    [['import', '--operator', 'x', '取込表.xlsx', 'other.xlsx'], '「other.xlsx」'],
    [['restore', 'a', 'b', '--replace'], '「b」'],
    [['status', 'もっと', 'たくさん'], '「もっと」「たくさん」'],
    [['move', 'cosmos', '--to', 'cosmos'], '「cosmos」'],
    [['accounts', '小海', '花子'], '「花子」'],
    [['new-year', 'a.xlsx', 'b.xlsx', '--drop'], '「b.xlsx」'],
  ])('%j', async (words, much) => {
    const { code, text } = await typed(words);
    expect(code).toBe(2);
    expect(text).toContain(`${much}は余分です。空白のある名前は "取込表 1.xlsx" のように引用符で囲んでください。`);
  });

  it.each([['new-year a.xlsx --drop'], ['accounts 小海 --cut a.xlsx']])('%s: nobody would read it', async (words) => {
    const said = words.split(' ')[1];
    expect(await typed(words.split(' '))).toMatchObject({
      code: 2,
      text: expect.stringContaining(`「${said}」は要りません。外してください。`),
    });
  });

  it('a sentence need not be quoted, and many names are many people', async () => {
    expect((await typed(['understand', '状況', '小海町'])).code).toBe(0);
    expect((await typed(['invite', somebody, somebody])).code).toBe(0);
  });

  it('a name in two words is one name, in quotation marks', async () => {
    const [first, last] = [somebody.slice(0, 1), somebody.slice(1).trim()];
    const { code, text } = await typed(['invite', first, last]);
    expect([code, text]).toEqual([2, expect.stringContaining(`"${first} ${last}" のように引用符で囲んでください。`)]);
    expect((await typed(['invite', `${first} ${last}`])).code).toBe(0);
    const strangers = await typed(['invite', 'だれ', 'それ']);
    expect([strangers.code, strangers.text]).toEqual([1, expect.stringContaining('"だれ それ" のように')]);
  });
});

describe('with --json a failure is one object, with its reason', () => {
  it.each([
    ['document', { written: false, reason: expect.stringContaining('書類の名前を指定してください') }],
    ['invite だれか', { unknown: ['だれか'], reason: expect.stringContaining('「だれか」は名簿にありません。') }],
    ['erase', { erased: false, why: 'no-scope', reason: expect.stringContaining('どちらか1つを') }],
    ['jobs --from x', { period: 'bad', reason: expect.stringMatching(/^期間は/) }],
    ['understand', { reason: expect.stringMatching(/^文を指定してください。/) }],
    ['understand 状況 --as a@b.example.jp', { reason: 'a@b.example.jp は名簿にありません。' }],
  ])('%s', async (words, data) => {
    expect(JSON.parse((await typed(words.split(' '), true)).text)).toMatchObject(data);
  });

  it('what is told among what is well is the reason, and success has none', async () => {
    const lines = ['○ Node', '△ 時計: 直します', '× 保存先: 直します'];
    expect(JSON.parse(ended({ ok: false, lines, data: {} }, true).text)).toEqual({ reason: '× 保存先: 直します' });
    expect(ended({ ok: true, lines, data: { a: 1 } }, true)).toEqual({ code: 0, text: '{"a":1}' });
    expect(JSON.parse(ended({ ok: false, lines, data: { reason: '不明' } }, true).text)).toEqual({ reason: '不明' });
  });

  it('where nothing was imported', async () => {
    const { code, text } = await typed(['invite', 'だれか'], true, { EMBEDDED_FILE: nowhere });
    expect([code, JSON.parse(text)]).toEqual([
      1,
      { invited: [], reason: expect.stringContaining('取り込まれていません') },
    ]);
  });

  it('also where there is no store, or no call', () => {
    const none = { code: 1, data: { reason: expect.stringMatching(/。$/) } };
    expect(bansou(['status', '--json'], nowhere)).toEqual(none);
    expect(bansou(['erase', '--all', '--json'], nowhere)).toEqual(none);
    const now = { code: 2, data: { reason: expect.stringMatching(/^--now は.*。$/) } };
    expect(bansou(['tick', '--now', 'x', '--json'])).toEqual(now);
    expect(bansou(['tick', '--nonsense', '--json'])).toEqual({ code: 2, data: { reason: '指定の仕方が違います。' } });
    expect(bansou(['import', '--json'])).toMatchObject({
      code: 2,
      data: { imported: false, reason: expect.any(String) },
    });
  }, 120_000);
});

it('accounts: a name that is not on the roster is told from one who uses no chat', async () => {
  expect(await typed(['accounts', 'だれか'])).toEqual({
    code: 1,
    text: '「だれか」は名簿にありません。氏名か、氏名の初めの文字を指定してください。',
  });
  expect(await typed(['accounts', somebody])).toEqual({ code: 0, text: '使われているチャットはありません。' });
});

it.each([[['restore', '--from', '2026-12-01T08:50:00+09:00']], [['restore', 'a.sqlite', '--from', 'x']]])(
  'restore: --from is for Cosmos DB: %j',
  async (words) => {
    const { code, text } = await typed(words);
    expect([code, text]).toEqual([2, expect.stringMatching(/^--from は Cosmos DB のときです。/)]);
  },
);
