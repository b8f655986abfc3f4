import { HOME } from '../../demo/programme.ts';
import { MEMBERS } from '../../storage/collections.ts';
import { buttonsOf } from '../fakes/teams/card-reader.ts';
import type { TeamsUser } from '../fakes/teams/teams-user.ts';
import { type House, openHouse } from '../house.ts';

let house: House;
let hanako: TeamsUser;
let office: TeamsUser;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(() => {
  house.at('2026-11-24T10:00:00+09:00');
  hanako = house.officer();
  office = house.secretariat();
});
afterAll(() => house.close());

async function records(): Promise<string> {
  const { items, kpis, members, meetingAnswers, helpRequests } = house.service.store;
  const partition = `m-${HOME}`;
  return JSON.stringify(
    await Promise.all([
      items.list(partition),
      kpis.list(partition),
      members.list(MEMBERS),
      meetingAnswers.list('_programme'),
      helpRequests.list(partition),
    ]),
  );
}

it.each([
  ['K9-99 5', '「K9-99」というKPIはありません'],
  ['K8-77は62%です', '「K8-77」というKPIはありません'],
  ['S9-9', '「S9-9」はありません。もしかして'],
  ['S9-9 完了', '「S9-9」はありません。もしかして'],
  ['S2-1 80', 'S2-1 は項目なので、数ではなく段階'],
  ['設定 土 10:00', '曜日は月から金の中から選んでください'],
  ['設定 火 25:00', '時刻は9:00から17:00まで'],
  ['日曜の会議出られません', '会議はありません'],
  ['11/29の会議を欠席します', '会議はありません'],
  ['研修の修了者が38人になりました', '対象職員数'],
  ['S1-1 実施中 根拠は何ですか', 'S1-1'],
  ['ﷺ'.repeat(4000), '文章が長すぎる'],
  ['㌔'.repeat(2001), '文章が長すぎる'],
])('「%.20s」 is answered with what there is not, and nothing is written', async (said, expected) => {
  await hanako.say('状況');
  const before = await records();
  expect((await hanako.say(said)).words).toContain(expected);
  expect(await records()).toBe(before);
});

it('takes what one’s own municipality counts for its own KPI', async () => {
  const asked = await hanako.say('研修の修了者が38人になりました');
  expect(asked.words).toContain('K0-03 DX基礎研修受講率');
  expect((await hanako.press('報告する', { 対象職員数: 40 })).words).toContain('38/40');
});

it('offers what troubles somebody as they wrote it, to be looked over and sent', async () => {
  const before = await records();
  const draft = await hanako.say('困っています、予算がつきません');
  expect(draft.words).toContain('困っています、予算がつきません');
  expect(await records()).toBe(before);
  expect((await hanako.press('はい、届ける')).words).toContain('相談を受け付けました');
  expect(await records()).toContain('困っています、予算がつきません');
});

it('does nothing of the secretariat’s own where a municipality was named', async () => {
  await office.say('ヘルプ');
  const before = await records();
  expect((await office.say('小海町 休み 12/1')).words).toContain('「小海町」は、この操作では使えません');
  await office.say('返信 小海町 来週伺います');
  expect(buttonsOf(office.card?.json ?? {})).not.toContain('はい、出席');
  expect(await records()).toBe(before);
});

it('shows the digest of the week that was asked for', async () => {
  expect((await office.say('先週のダイジェスト')).words).toContain('11月16日（月）の週');
  expect((await office.say('ダイジェスト 11/16')).words).toContain('11月16日（月）の週');
});
