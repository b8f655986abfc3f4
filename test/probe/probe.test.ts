import exceljs from 'exceljs';
import { commandsWith } from '../../bot/features/index.ts';
import { jobs } from '../../bot/features/jobs.ts';
import { certificateOf } from '../../bot/hand-over/certificate.ts';
import { erase } from '../../bot/hand-over/erase.ts';
import { carryOut } from '../../bot/hand-over/erasure.ts';
import { heldOf, readEverything } from '../../bot/hand-over/everything.ts';
import { BOOK, exportFiles } from '../../bot/hand-over/export.ts';
import { type Journal, newJournal } from '../../bot/hand-over/journal.ts';
import { limitsOf, outdatedCuts } from '../../bot/hand-over/outdated.ts';
import { jobsVerbOf } from '../../bot/operator/jobs.ts';
import { relayLeftovers } from '../../bot/outbox/leftovers.ts';
import type { Has } from '../../bot/service.ts';
import { HOME } from '../../demo/programme.ts';
import { collectionOf, type KnownKinds, kinds, municipal } from '../../storage/collections.ts';
import { openEmbedded } from '../../storage/embedded.ts';
import type { Person } from '../fakes/person.ts';
import type { TeamsUser } from '../fakes/teams/teams-user.ts';
import { type House, openHouse } from '../house.ts';
import { terminal } from '../operations/verbs.ts';
import { type Probe, probes } from './kind.ts';
import { reminder } from './probe-reminder.ts';
import { record } from './record-probe.ts';

/**
 * A capability that the product does not have: whatever the product does with its own, it does with this one too, and
 * this folder is the only place that knows of it.
 */
const of: KnownKinds = { ...kinds, [probes.name]: probes };
const has: Has = { commands: commandsWith([record]), jobs: [...jobs, reminder], kinds: of };

const NEIGHBOUR = '203050';
const LEAD = `lead-${NEIGHBOUR}@town.example.jp`;
let house: House;
beforeAll(async () => {
  house = await openHouse({ has, lineWorks: true, allInTeams: true });
});
afterAll(() => house.close());

const all = async (code = HOME): Promise<readonly Probe[]> =>
  (await collectionOf(house.service.store, probes).list(municipal(code))).map(({ value }) => value);
const last = async (code = HOME) => (await all(code)).toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
const CHATS = ['teams', 'line-works'] as const;

/** The lead of 小海町; one person in each chat, however often they are asked for. */
const officers = new Map<(typeof CHATS)[number], Person>();
function officer(chat: (typeof CHATS)[number]): Person {
  const known = officers.get(chat) ?? house.on(chat).officer();
  officers.set(chat, known);
  return known;
}

describe.each(CHATS)('in %s', (chat) => {
  let hanako: Person;
  beforeAll(() => {
    hanako = officer(chat);
  });

  const broken = { state: 'broken', day: '2026-11-20', count: 12 };
  it.each([
    ['as it is typed', '機器点検 要修理 11/20 12点 紙詰まり', { ...broken, note: '紙詰まり' }],
    ['in another order, with the municipality', '12点 小海町 11/20 要修理 機器点検', broken],
    ['in a sentence', '11月20日に機器点検をして、12点が要修理でした', broken],
    [
      'politely',
      'お疲れ様です。小海町の機器点検ですが、11月20日に12点、要修理でした。よろしくお願いいたします。',
      broken,
    ],
    ['in full width', '機器点検　要修理　１１／２０　１２点', broken],
    ['with a word for the day', '昨日の機器点検は12点、良好です', { state: 'good', day: '2026-11-23', count: 12 }],
    ['with a word for the number', '11/20の機器点検は要修理が十二点です', broken],
    ['with two choices', '機器点検 要修理 交換 11/20 12点 紙詰まり', { ...broken, cure: 'replace', note: '紙詰まり' }],
    ['with the second choice first', '機器点検 交換 12点 11/20 要修理', { ...broken, cure: 'replace' }],
    ['with two choices in a sentence', '11/20の機器点検は12点が要修理で、交換です', { ...broken, cure: 'replace' }],
    ['with a label', '機器点検 要修理 11/20 12点 備考: 3階の給湯室の前', { ...broken, note: '3階の給湯室の前' }],
  ])('is read %s', async (_, said, expected) => {
    const before = (await all()).length;
    const { words } = await hanako.say(said);
    expect(words).toContain('機器点検を記録しました');
    expect(await all()).toHaveLength(before + 1);
    const { state, day, count, cure, note } = (await last()) ?? {};
    expect({ state, day, count, cure, note }).toEqual({ cure: undefined, note: undefined, ...expected });
  });

  it.each([
    ['機器点検 要修理 11/20', '点数'],
    ['機器点検 11/20 3点', '状態'],
  ])('is asked for what “%s” lacks', async (said, lacks) => {
    const before = (await all()).length;
    expect((await hanako.say(said)).words).toContain(lacks);
    expect(await all()).toHaveLength(before);
    await hanako.say('やめる');
  });

  it('is not done where a sentence leaves a doubt, and says back what was read', async () => {
    const before = (await all()).length;
    const { words } = await hanako.say('来週、機器点検をして要修理3点になる予定です');
    expect(words).toContain('まだ記録していません');
    expect(words).toMatch(/状態[\s\S]*要修理/);
    expect(words).toMatch(/点数[\s\S]*3/);
    expect(await all()).toHaveLength(before);
  });

  it.each([
    '11/20の機器点検は良好が3点、要修理が2点です',
    '11/20の機器点検は良好か要修理が3点です',
    '11/20の機器点検は要修理が3点です、4点です',
    '11/20の機器点検は要修理が約3点です',
    '機器点検 要修理 11/20 3割',
    '機器点検 良好 要修理 11/20 3点',
    '機器点検 要修理 修理 交換 11/20 3点',
  ])('takes no first one of two, and no number that is none: %s', async (said) => {
    const before = (await all()).length;
    expect((await hanako.say(said)).words).not.toContain('記録しました');
    expect(await all()).toHaveLength(before);
    await hanako.say('やめる');
  });

  it('is confirmed where it says so', async () => {
    const before = (await all()).length;
    expect((await hanako.say('機器点検 良好 11/20 120点')).words).toContain('普段より多い');
    expect(await all()).toHaveLength(before);
    expect((await hanako.press('はい、記録する')).words).toContain('機器点検を記録しました');
    expect(await last()).toMatchObject({ state: 'good', count: 120 });
  });

  it('is taken back by 取消, by its word and by its button, and stays in the history', async () => {
    await hanako.say('機器点検 良好 11/20 7点');
    const undone = await hanako.say('取消');
    expect(undone.words).toMatch(/取り消しました[\s\S]*良好 7点/);
    expect(await last()).toMatchObject({ count: 7, undone: { via: chat } });
    await hanako.say('機器点検 良好 11/20 8点');
    expect((await hanako.press('取消')).words).toMatch(/取り消しました[\s\S]*良好 8点/);
    expect(await last()).toMatchObject({ count: 8, undone: { via: chat } });
  });

  it('is refused to who may not report, and not written', async () => {
    const before = (await all()).length;
    const { words } = await house.on(chat).prefecture().say('機器点検 要修理 11/20 12点 小海町');
    expect(words).toContain('市町村');
    expect(words).not.toContain('記録しました');
    const elsewhere = await hanako.say('機器点検 要修理 11/20 12点 川上村');
    expect(elsewhere.words).not.toContain('記録しました');
    expect([await all(), await all('203041')].map(({ length }) => length)).toEqual([before, 0]);
  });

  it('is in help and among what is suggested, for who may', async () => {
    const prefecture = house.on(chat).prefecture();
    expect((await hanako.say('ヘルプ 機器点検')).words).toContain('機器を点検した結果を記録します');
    expect((await hanako.say('ヘルプ 報告する')).words).toContain('機器点検');
    expect((await hanako.say('ほげほげ')).words).toContain('機器点検');
    expect((await prefecture.say('ヘルプ 機器点検')).words).not.toContain('機器を点検した結果を記録します');
    expect((await prefecture.say('ほげほげ')).words).not.toContain('機器点検');
    expect((await house.on(chat).secretariat().say('ほげほげ')).words).not.toContain('機器点検');
  });
});

it('is asked by a form where cards hold fields', async () => {
  const hanako = officer('teams');
  expect((await hanako.say('機器点検')).words).toMatch(/状態[\s\S]*日付[\s\S]*点数/);
  const filled = { 状態: '所在不明', 日付: '2026-11-19', 点数: 2 };
  expect((await hanako.press('送る', filled)).words).toContain('機器点検を記録しました');
  expect(await last()).toMatchObject({ state: 'lost', day: '2026-11-19', count: 2 });
});

it('is asked one question at a time where they do not', async () => {
  const hanako = officer('line-works');
  expect((await hanako.say('機器点検')).words).toContain('1/3　状態');
  expect(hanako.buttons()).toEqual(expect.arrayContaining(['良好', '要修理', '所在不明']));
  expect((await hanako.press('要修理')).words).toContain('2/3　日付');
  expect((await hanako.say('一昨日')).words).toContain('3/3　点数');
  expect((await hanako.say('たくさん')).words).toContain('数字として読めません');
  expect((await hanako.say('５点')).words).toContain('機器点検を記録しました');
  expect(await last()).toMatchObject({ state: 'broken', day: '2026-11-22', count: 5 });
});

it('is what is told to who changes the message afterwards', async () => {
  const hanako = officer('teams') as TeamsUser;
  const { activity, words } = await hanako.say('機器点検 要修理 11/20 9点');
  expect(words).toContain('機器点検を記録しました');
  const channelData = { ...Object(activity['channelData']), eventType: 'editMessage' };
  const changed = { type: 'messageUpdate', text: '機器点検 要修理 11/20 8点', timestamp: '2026-11-24T01:00:00Z' };
  const turn = await hanako.send({ ...activity, ...changed, channelData });
  expect(turn.words).toMatch(/記録は変わりません[\s\S]*小海町 機器点検[\s\S]*要修理 9点/);
  expect(hanako.buttons()).toEqual(['取消']);
  expect(await last()).toMatchObject({ count: 9 });
});

it('leaves an audit entry with every record, also where a crash came between', async () => {
  const { store } = house.service;
  const audited = async () =>
    (await store.audit.list(`${municipal(HOME)}-2026`)).filter(({ value }) => value.command === record.name);
  expect(await audited()).toHaveLength((await all()).length);
  const docs = collectionOf(store, probes);
  const [found] = await docs.list(municipal(HOME));
  const [entry] = await audited();
  if (!found || !entry) throw new Error('nothing was recorded');
  await docs.put(found.value, found.etag, [{ kind: 'audit', entry: { ...entry.value, id: 'left-over' } }]);
  expect(await relayLeftovers(store, [HOME], () => undefined)).toBe(0);
  expect(await relayLeftovers(store, [HOME], () => undefined, { of })).toBe(1);
  await store.audit.remove(`${municipal(HOME)}-2026`, 'left-over', (await audited())[0]?.etag ?? entry.etag);
});

it('reminds on its day: previewed, drawn, withdrawn with its reason, explained, and in the report of deliveries', async () => {
  const neighbour = house.on('teams').person(LEAD);
  expect((await neighbour.say('機器点検 良好 11/24 1点')).words).toContain('機器点検を記録しました');
  const office = house.on('teams').secretariat();
  expect((await office.say('機器点検 要修理 11/24 1点 川上村')).words).toContain('機器点検を記録しました');
  const preview = await terminal(house.file, new Date('2026-11-27T10:00:00+09:00'))(jobsVerbOf(has.jobs, of));
  expect(preview.text).toMatch(/11\/30\(月\) 09:00\t点検のお願い\t.*小海町/);
  const hanako = officer('teams');
  house.at('2026-11-30T09:00:00+09:00');
  for (const _ of [1, 2]) {
    await house.service.outbox.tick();
    await house.service.outbox.idle();
  }
  expect(hanako.got().filter((words) => words.includes('まだ直っていない機器があります'))).toHaveLength(1);
  expect(neighbour.got().join()).not.toContain('まだ直っていない機器があります');
  expect((await hanako.say('なぜ')).words).toContain('点検のお願い 11/30(月) 09:00');
  expect((await neighbour.say('なぜ')).words).toMatch(/点検のお願い[\s\S]*直ったため送りませんでした/);
  // Whoever leads 川上村 never wrote to the bot.
  await office.say('配信状況');
  while (!office.sees().includes('点検のお願い') && office.buttons().some((label) => label.startsWith('次へ')))
    await office.press('次へ');
  expect(office.sees()).toMatch(/（川上村）\s*点検のお願い 11\/30\(月\) 09:00\s*送れませんでした/);
});

it('is exported as JSON and as a sheet, is over after its years, and is erased with its municipality', async () => {
  const now = new Date('2026-11-30T10:00:00+09:00');
  const { store } = house.service;
  const everything = await readEverything(store, now, [], of);
  const mine = heldOf(everything, probes).map(({ value }) => value);
  const own = await all();
  const { files, counts } = await exportFiles(
    everything,
    { programme: '架空の事業' },
    { ...everything, jobs: has.jobs },
    of,
  );
  const bytes = (name: string) => files.find((file) => file.name === name)?.bytes ?? Buffer.from('');
  expect(counts[probes.name]).toBe(mine.length);
  expect(JSON.parse(String(bytes('probeRecords.json')))).toHaveLength(mine.length);
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes(BOOK) as unknown as ArrayBuffer);
  const rows: unknown[][] = [];
  book.getWorksheet('機器点検')?.eachRow((row) => rows.push((row.values as unknown[]).slice(1)));
  expect(rows[0]).toEqual(['市町村名', '点検日', '状態', '点数', '備考', '記録した人', '日時']);
  expect(rows.map((row) => row.slice(0, 4))).toContainEqual(['南牧村', '2026-11-24', '良好', 1]);

  const tooOld = (today: string, programmes = everything.programmes) => {
    const limits = limitsOf({ programmes }, { records: 5, audit: 5 }, new Date(today));
    return outdatedCuts(everything, limits, of).filter(({ kind }) => kind.name === probes.name);
  };
  expect(tooOld('2032-03-31T23:59:00+09:00', [])).toEqual([]);
  // Nothing of the running programme is ever too old.
  expect(tooOld('2032-04-01T00:00:00+09:00')).toEqual([]);
  const over = tooOld('2032-04-01T00:00:00+09:00', []);
  expect(over).toHaveLength(mine.length);

  const opened = openEmbedded(house.file, { of });
  let journal: Journal = newJournal('架空の事業', { code: NEIGHBOUR, name: '南牧村' }, now);
  const save = async (next: Journal) => {
    journal = next;
  };
  const auditFrom = new Date('2021-04-01T00:00:00+09:00');
  const done = await erase(opened, { journal, now, auditFrom, save, of });
  await opened.close();
  expect(journal.erased[probes.name]).toHaveLength(1);
  const about = { programme: '', operator: '', store: 'embedded' as const, startedAt: '', finishedAt: '' };
  const { erased } = certificateOf({ ...about, scope: { code: NEIGHBOUR, name: '南牧村' } }, done, auditFrom, of);
  expect(erased).toContainEqual({ collection: probes.name, count: 1, sha256: expect.any(String) });
  expect([await all(NEIGHBOUR), await all()]).toEqual([[], own]);
  await carryOut(
    store,
    over.filter(({ held }) => held.partition === municipal(HOME)),
  );
  expect(await all()).toEqual([]);
});
