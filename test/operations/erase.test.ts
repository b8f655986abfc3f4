import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { hashOf } from '../../bot/hand-over/erasure.ts';
import { readEverything } from '../../bot/hand-over/everything.ts';
import { eraseVerb } from '../../bot/operator/erase.ts';
import { exportVerb } from '../../bot/operator/export.ts';
import { HOME } from '../../demo/programme.ts';
import type { CollectionName, OpenStore } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import type { House } from '../house.ts';
import { livedInHouse } from './lived-in.ts';
import { terminal } from './verbs.ts';

const NOW = new Date('2026-11-27T17:00:00+09:00');
const NAME = '市町村DX伴走支援事業（架空）';
const sure = { confirm: NAME, operator: '運用 一郎' };

let folder: string;
let house: House;
let run: ReturnType<typeof terminal>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bansou-erase-'));
  house = await livedInHouse();
  run = terminal(house.file, NOW);
}, 60_000);
afterEach(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

type Counts = Partial<Record<CollectionName, number>>;
const inFile = async <T>(look: (store: OpenStore['store']) => Promise<T>): Promise<T> => {
  const { store, close } = openEmbedded(house.file);
  return look(store).finally(close);
};
const counts = async (): Promise<Counts> => {
  const all = await inFile((store) => readEverything(store, NOW));
  return Object.fromEntries(Object.entries(all).map(([name, held]) => [name, held.length]));
};
const erase = (over: object = {}) => run(eraseVerb, { municipality: '小海町', out: join(folder, 'out'), ...over });
/** As the guide says: the service is stopped first. */
async function eraseStopped(over: object) {
  await house.service.stop();
  return erase(over);
}
const certificate = (stem: string) => JSON.parse(readFileSync(join(folder, 'out', `${stem}.json`), 'utf8'));
const bytes = () => readFileSync(house.file, 'latin1');
const latin = (text: string) => Buffer.from(text).toString('latin1');

it('only tells what it would do until it is confirmed by name, and by whom', async () => {
  const before = await counts();
  const { ok, text, data } = await erase();
  expect([ok, data['erased']]).toEqual([true, false]);
  expect(text).toContain('まだ何も消していません');
  expect(text).toContain(`erase --municipality ${HOME} --confirm '${NAME}' --operator 氏名`);
  expect(data['counts']).toMatchObject({ items: 25, kpis: 14, members: 2, municipalities: 1, meetings: 2 });
  expect(data['parts']).toMatchObject({ digests: 1, members: 1, meetings: 1, programmes: 1 });
  for (const over of [
    { confirm: '事業' },
    { confirm: NAME },
    { municipality: '川下村' },
    { all: true },
    { municipality: undefined },
  ])
    expect((await erase({ operator: over.confirm === NAME ? ' ' : '運用 一郎', ...over })).ok).toBe(false);
  expect(await counts()).toEqual(before);
  expect(readdirSync(folder)).toEqual([]);
});

it('of one municipality leaves the others as they were, and nothing of it but the audit', async () => {
  await run(exportVerb, { rest: [join(folder, 'town')], municipality: HOME });
  await run(exportVerb, { rest: [join(folder, 'before')] });
  const audits = (await counts()).audit ?? 0;
  const { ok, text, data } = await eraseStopped(sure);
  expect([ok, text]).toEqual([true, expect.stringMatching(/^小海町の記録 \d+件を消しました。証明書: /)]);
  await run(exportVerb, { rest: [join(folder, 'after')] });
  const [before, after] = ['before', 'after'].map(
    (name) => (file: string) => JSON.parse(readFileSync(join(folder, name, `${file}.json`), 'utf8')),
  );
  const about = (record: object) =>
    /203033|yamada@|second-203033|例規の改正で止まって|個別相談|共同調達/.test(JSON.stringify(record));
  for (const file of [
    'items',
    'kpis',
    'helpRequests',
    'agendaTopics',
    'actionItems',
    'deliveries',
    'rooms',
    'meetingAnswers',
    'municipalities',
    'minutes',
  ]) {
    expect(after?.(file).filter(about)).toEqual([]);
    const others = before?.(file).filter((record: object) => !about(record));
    if (!['deliveries', 'meetingAnswers'].includes(file)) expect(after?.(file)).toEqual(others);
  }
  for (const file of ['members', 'invitations', 'acquaintances', 'digests', 'meetings', 'programmes'])
    expect(after?.(file).filter(about)).toEqual([]);
  const expert = after?.('members').find(({ email }: { email: string }) => email === 'expert-1@expert.example.jp');
  expect(expert.municipalities).not.toContain(HOME);
  expect(expert.municipalities.length).toBeGreaterThan(2);
  expect((await counts()).audit).toBe(audits + 1);
  expect(data).toMatchObject({ operator: '運用 一郎', programme: NAME, scope: { code: HOME } });
  await house.restart();
  expect((await house.officer().say('状況')).words).toContain('名簿で確認できませんでした');
  expect((await house.prefecture().say('ダイジェスト')).words).toContain('24団体');
  for (const word of ['例規の改正で止まっています', '電子申請の共同調達', 'yamada@town.example.jp'])
    expect(bytes()).not.toContain(latin(word));
});

it('leaves a certificate that says what, when, by whom, and what is left and why', async () => {
  await run(exportVerb, { rest: [join(folder, 'all')] });
  await eraseStopped(sure);
  const stem = `消去証明書_${HOME}_2026-11-27`;
  const said = certificate(stem);
  expect(said).toMatchObject({
    operator: '運用 一郎',
    programme: NAME,
    scope: { code: HOME, name: '小海町' },
    startedAt: NOW.toISOString(),
  });
  const items = JSON.parse(readFileSync(join(folder, 'all', 'items.json'), 'utf8')) as {
    partition: string;
    id: string;
    municipality: string;
  }[];
  const own = items
    .filter(({ municipality }) => municipality === HOME)
    .map(({ partition, id }) => `${partition}/${id}`);
  expect(said.erased).toContainEqual({ collection: 'items', count: 25, sha256: hashOf(own) });
  const total = said.erased.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
  expect([said.total, said.sha256]).toEqual([total, expect.stringMatching(/^[0-9a-f]{64}$/)]);
  const text = readFileSync(join(folder, 'out', `${stem}.txt`), 'utf8');
  expect(text).toContain('対象　　　: 小海町（203033）');
  expect(text).toContain('開始　　　: 令和8年11月27日（金） 17:00');
  for (const what of ['監査の記録', '会議', '写し', 'トーク', 'ログ'])
    expect(text).toMatch(new RegExp(`・.*${what}.*: `));
  expect(text + JSON.stringify(said)).not.toMatch(/花子|yamada|例規/);
  expect(readdirSync(join(folder, 'out')).toSorted()).toEqual([`${stem}.json`, `${stem}.txt`].toSorted());
  const again = await erase({ ...sure, municipality: HOME });
  expect(again.ok).toBe(false);
  expect(again.text).toContain('登録されていません');
  const [audit] = (await inFile((store) => store.audit.list('_programme-2026'))).filter(
    ({ value }) => value.command === 'erase',
  );
  expect(audit?.value).toMatchObject({
    by: 'operator',
    via: 'cli',
    at: NOW.toISOString(),
    record: `municipalities/m-${HOME}`,
  });
});

it('of everything leaves nothing but the note that it was done', async () => {
  const { ok, data } = await eraseStopped({ municipality: undefined, all: true, ...sure });
  expect([ok, Number(data['total'])]).toEqual([true, expect.any(Number)]);
  expect(Object.entries(await counts()).filter(([, count]) => count > 0)).toEqual([['audit', 1]]);
  const raw = bytes();
  for (const word of ['山田', '小海町', '例規', 'member-', '工程表']) expect(raw).not.toContain(latin(word));
  expect(certificate('消去証明書_事業全体_2026-11-27').total).toBe(data['total']);
  await house.restart();
  expect((await house.officer().say('状況')).words).toContain('事業がまだ登録されていません');
  expect((await eraseStopped({ municipality: undefined, all: true, ...sure })).text).toContain(
    '事業がまだ取り込まれていません',
  );
});

it('does nothing while a service has the store open', async () => {
  const before = await counts();
  const { ok, text, data } = await erase(sure);
  expect([ok, data['why']]).toEqual([false, 'held']);
  expect(text).toContain('何も消していません');
  expect(await counts()).toEqual(before);
});

it('names the copies that restoring left beside the store, before and after: they hold what is erased', async () => {
  const aside = `${house.file}.old-20261101T000000Z`;
  writeFileSync(aside, 'a copy');
  writeFileSync(`${house.file}.restoring`, 'half a copy');
  const { text, data } = await erase();
  expect(text).toContain('保存先の隣の写しは、この操作では消えません');
  expect(data['copies']).toEqual([basename(aside), `${basename(house.file)}.restoring`]);
  await eraseStopped(sure);
  const [stem] = readdirSync(join(folder, 'out')).flatMap((name) => /^(消去証明書.*)\.json$/.exec(name)?.[1] ?? []);
  const { remains } = certificate(stem ?? '');
  expect(JSON.stringify(remains)).toContain(`保存先の隣の写し ${basename(aside)}`);
});
