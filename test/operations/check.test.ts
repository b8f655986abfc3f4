import { cpSync, existsSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../bot/config.ts';
import { createHttp, type Http } from '../../bot/doors/http.ts';
import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { check } from '../../bot/operator/check.ts';
import { clockFinding, diskFindings, nodeFinding } from '../../bot/operator/checks/machine.ts';
import { menuVerb } from '../../bot/operator/menu.ts';
import { fictionalProgramme } from '../../demo/programme.ts';
import { INTERVIEWS, municipal, PROGRAMME } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import { type FakeLineWorks, startFakeLineWorks } from '../fakes/line-works/fake-line-works.ts';
import { type FakeTeams, startFakeTeams } from '../fakes/teams/fake-teams.ts';
import { environmentOf } from '../house.ts';
import { lineWorksEnvironment } from '../line-works/environment.ts';
import { nobodyThere } from '../line-works/loopback.ts';
import { ANY_KEY, startCosmosServer } from '../storage/cosmos-server.ts';
import { terminal } from './verbs.ts';

type Settings = Readonly<Record<string, string>>;

let folder: string;
let file: string;
let teams: FakeTeams;
let works: FakeLineWorks;
let http: Http | undefined;
/** A store with a programme, made once. */
let template: string;
beforeAll(async () => {
  template = mkdtempSync(join(tmpdir(), 'bansou-check-template-'));
  const { store, close } = openEmbedded(join(template, 'bansou.sqlite'));
  await importWorkbook(store, fictionalProgramme(new Date()), new Date());
  await close();
});
afterAll(() => rmSync(template, { recursive: true }));
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bansou-check-'));
  file = join(folder, 'bansou.sqlite');
  [teams, works] = await Promise.all([startFakeTeams(), startFakeLineWorks()]);
});
afterEach(async () => {
  await Promise.all([teams.stop(), works.stop(), http?.stop()]);
  http = undefined;
  rmSync(folder, { recursive: true });
});

const everything = (): Settings => ({
  ...(environmentOf(teams, file) as unknown as Settings),
  ...lineWorksEnvironment(works),
});
async function checked(settings: Settings = {}) {
  const run = terminal(file, new Date(), settings);
  const { ok, text, data } = await run(check);
  const findings = data['findings'] as { what: string; ok: boolean; remedy?: string }[];
  return { ok, text, failed: findings.filter((each) => !each.ok).map(({ what, remedy }) => `${what}: ${remedy}`), run };
}
const imported = (): void => cpSync(template, folder, { recursive: true });

test('a store that knows what is wrong with it is given one remedy, its own', async () => {
  imported();
  truncateSync(file, 5_000);
  const { ok, failed } = await checked();
  expect(ok).toBe(false);
  expect(failed[0]).toMatch(/^保存先（.*）: 保存先のファイルを開けないか、壊れています。/);
  expect(failed[0]).not.toContain('書き込めるか');
});

test('everything well: no remedy is left once the menu is there, and nothing stays behind in the store', async () => {
  imported();
  http = createHttp({ log: pino({ level: 'silent' }) });
  const { port } = await http.start(0, '127.0.0.1');
  const settings = { ...everything(), PUBLIC_URL: `http://127.0.0.1:${port}` };
  const before = await checked(settings);
  expect([before.ok, before.text.match(/^△.*$/gm)]).toEqual([true, [expect.stringContaining('bansou -- menu')]]);
  await before.run(menuVerb);
  const after = await checked(settings);
  expect(after.text.split('\n').map((line) => line.slice(0, 1))).toEqual(Array(10).fill('○'));
  expect(after.text).toContain('LINE WORKS のボット（伴走ボット）');
  const { store, close } = openEmbedded(file);
  expect(await store.interviews.list(INTERVIEWS)).toEqual([]);
  await close();
});

test('a municipality without a weekly KPI is named', async () => {
  imported();
  const { store, close } = openEmbedded(file);
  const [town] = (await store.municipalities.list(PROGRAMME)).filter(({ value }) => value.supported);
  const kpis = await store.kpis.list(municipal(town?.value.code ?? ''));
  for (const { value, etag } of kpis) await store.kpis.put({ ...value, weekly: false }, etag);
  await close();
  const { ok, text } = await checked();
  expect(ok).toBe(true);
  expect(text).toContain(`△ 週次の指標: ${town?.value.name}には毎週聞く指標がありません。`);
});

test('a programme that outlasts the holidays we know of is told so', async () => {
  imported();
  const { store, close } = openEmbedded(file);
  const programme = await store.programmes.get(PROGRAMME, 'programme');
  if (!programme) throw new Error('not imported');
  await store.programmes.put({ ...programme.value, end: '2099-03-10' }, programme.etag);
  await close();
  const { ok, text } = await checked();
  expect(ok).toBe(true);
  expect(text).toMatch(/△ 祝日: .*からの祝日が、伴走ボットの暦にまだありません。.*「閉庁日」に/);
});

test('a new machine: told to import, and what is closed is no fault', async () => {
  const { ok, text, failed } = await checked();
  expect([ok, failed]).toEqual([false, ['取込表: npm run bansou -- import FILE で取り込んでください。']]);
  expect(text).toMatch(/△ Teams の入口: .*この端末からだけ/);
  expect(text).toMatch(/△ LINE WORKS の入口: .*閉じています/);
});

describe('each fault is told with its remedy', () => {
  beforeEach(imported);

  test('a store that is none', async () => {
    rmSync(file);
    writeFileSync(file, 'これはデータベースではありません。'.repeat(100));
    expect((await checked()).failed).toEqual([expect.stringMatching(/^保存先.*壊れています。場所を確かめ/)]);
  });

  test('a store whose folder cannot be made', async () => {
    writeFileSync(join(folder, 'a-file'), '');
    const config = { EMBEDDED_FILE: join(folder, 'a-file', 'bansou.sqlite') };
    const { failed } = await checked(config);
    expect(failed[0]).toMatch(/^保存先.*EMBEDDED_FILE の場所/);
  });

  test('no Cosmos DB at the address', async () => {
    const settings = { STORE: 'cosmos', COSMOS_ENDPOINT: await nobodyThere(), COSMOS_KEY: ANY_KEY };
    expect((await checked(settings)).failed).toEqual([expect.stringMatching(/^保存先（Cosmos DB）: COSMOS_ENDPOINT/)]);
  });

  test('signing keys that cannot be loaded, and a token that cannot be had', async () => {
    teams.identity.down = true;
    expect((await checked(everything())).failed).toContainEqual(expect.stringMatching(/^Teams .*443 番/));
    teams.identity.down = false;
    const stranger = { ...everything(), MicrosoftAppId: '00000000-0000-4000-8000-000000000000' };
    expect((await checked(stranger)).failed).toEqual([expect.stringMatching(/^Teams .*マネージド ID が.*割り当て/)]);
  });

  test.each([
    [
      'a client secret of somebody else',
      { LINE_WORKS_CLIENT_SECRET: 'wrong' },
      /LINE WORKS の認証: .*401 invalid_client/,
    ],
    ['a key that is none', { LINE_WORKS_PRIVATE_KEY: 'wrong' }, /LINE WORKS の認証: .*private key/],
    ['another bot', { LINE_WORKS_BOT_ID: '1' }, /LINE WORKS のボット: LINE_WORKS_BOT_ID と、.*404/],
  ])('%s', async (_, wrong, told) => {
    const { failed, text } = await checked({ ...everything(), ...wrong });
    expect(failed).toEqual([expect.stringMatching(told)]);
    for (const secret of [works.config.clientSecret, works.config.privateKey]) expect(text).not.toContain(secret);
  });

  test('tenants among which the bot’s own is missing, or cannot be told', async () => {
    const elsewhere = '22222222-0000-0000-0000-000000000001';
    const other = await checked({ ...everything(), TEAMS_TENANTS: elsewhere });
    expect([other.failed, other.text]).toEqual([[], expect.stringMatching(/△ Teams .*1つ）: .*応えません/)]);
    const own = `${elsewhere} , ${teams.tenant.toUpperCase()}`;
    expect((await checked({ ...everything(), TEAMS_TENANTS: own })).text).toMatch(/○ Teams .*2つ/);
    const named = { ...everything(), MicrosoftAppTenantId: 'pref.example.jp' };
    expect((await checked(named)).failed).toEqual([expect.stringMatching(/^Teams .*GUID.*TEAMS_TENANTS/)]);
  });

  test('a menu that cannot be asked for', async () => {
    works.failNext('menu', 403);
    expect((await checked(everything())).failed).toEqual([expect.stringMatching(/^LINE WORKS のメニュー: .*403/)]);
  });

  test('an address that is not https, that nobody answers at, or somebody else', async () => {
    expect((await checked({ PUBLIC_URL: 'http://bansou.example' })).failed).toEqual([
      expect.stringMatching(/PUBLIC_URL.*https:\/\//),
    ]);
    expect((await checked({ PUBLIC_URL: await nobodyThere() })).failed).toEqual([
      expect.stringMatching(/PUBLIC_URL.*証明書/),
    ]);
    expect((await checked({ PUBLIC_URL: works.config.apiUrl })).failed).toEqual([
      expect.stringMatching(/PUBLIC_URL.*別のものが応えています/),
    ]);
  });
});

test('Cosmos DB is written to, and left as it was', async () => {
  const server = await startCosmosServer();
  const settings = { STORE: 'cosmos', COSMOS_ENDPOINT: server.endpoint, COSMOS_KEY: ANY_KEY };
  const { text, failed } = await checked(settings);
  expect(text).toContain('○ 保存先（Cosmos DB）');
  expect(failed).toEqual([expect.stringContaining('取込表')]);
  await server.close();
});

test('a clock that is wrong', async () => {
  const fast = new Date(Date.now() + 300_000);
  expect(await clockFinding(fast, works.config.authUrl)).toMatchObject({
    ok: false,
    remedy: expect.stringMatching(/約(299|300|301)秒進んで/),
  });
  expect(await clockFinding(new Date(Date.now() - 300_000), works.config.authUrl)).toMatchObject({ ok: false });
  expect(await clockFinding(new Date(), await nobodyThere())).toMatchObject({
    ok: true,
    remedy: expect.stringContaining('比べられません'),
  });
});

test('a disk that is nearly full, or not there', async () => {
  const config = readConfig({ EMBEDDED_FILE: file });
  expect(await diskFindings(config, async () => 100 * 1024 * 1024)).toEqual([
    { what: '保存先の空き（100 MB）', ok: false, remedy: expect.stringContaining('500 MB') },
  ]);
  expect(await diskFindings(config, () => Promise.reject(new Error('gone')))).toMatchObject([{ ok: false }]);
  // Of a folder that is still to be made, the disk it will be on.
  const toBe = readConfig({ EMBEDDED_FILE: join(folder, 'none', 'bansou.sqlite') });
  expect((await diskFindings(toBe))[0]?.what).toMatch(/^保存先の空き（\d+ MB）$/);
  expect(await diskFindings(readConfig({ STORE: 'cosmos', COSMOS_ENDPOINT: 'https://x.example' }))).toEqual([]);
});

test.each([
  ['18.20.4', false],
  ['20.18.0', false],
  ['20.19.0', true],
  ['24.1.0', true],
])('Node.js %s', (version, ok) => {
  expect(nodeFinding(version).ok).toBe(ok);
});

test('looking makes no folder: where the disk is missing, restore would put the records under it', async () => {
  const { text } = await checked({ EMBEDDED_FILE: join(folder, 'disk', 'data', 'bansou.sqlite') });
  expect(text).toContain('まだありません。取込表を取り込むと作られます。');
  expect(existsSync(join(folder, 'disk'))).toBe(false);
});
