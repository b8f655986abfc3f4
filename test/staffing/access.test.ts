import { admission } from '../../bot/features/admission.ts';
import { keptOut } from '../../bot/hand-over/import/kept-out.ts';
import { understandVerb } from '../../bot/operator/understand.ts';
import { readWorld } from '../../bot/outbox/world.ts';
import type { Day } from '../../programme/day.ts';
import { FILINGS } from '../../programme/filing.ts';
import { MEMBERS, type Store } from '../../storage/collections.ts';
import { type House, openHouse } from '../house.ts';
import { onBothChats } from '../on-both-chats.ts';
import { terminal } from '../operations/verbs.ts';
import { instanceOf, memberOf, openMemory, PROGRAMME_2024, settle, statesIn } from '../outbox/house.ts';
import { OFFICE_PLEDGED, withBinding } from './access-rows.ts';

const NOW = '2024-11-06T10:00:00+09:00';
const PARTY = '株式会社まちの支援';
const [EXPERT, OFFICE] = ['ichiro@expert.example.jp', 'office@pm.example.jp'];
const from = (at: string) => ({ by: 'm-pref', at, via: 'teams', ask: `ask-${at}` });

/** A 再委託 with the prefecture's 承諾 of a day. */
async function consented(store: Store, decided: string, until: Day = '2025-03-14') {
  const content = {
    ...{
      party: PARTY,
      representative: '支援 太郎',
      address: '松本市',
      work: '訪問',
      reason: '人手',
      from: '2024-09-01',
    },
    ...{ until, personalData: 'なし', safeguards: '同じ義務', supervision: '月次' },
  };
  const subcontract = {
    id: 'subcontract-1',
    versions: [{ ...from('2024-08-20T03:00:00.000Z'), number: 1, content }],
    submissions: [{ ...from('2024-08-21T03:00:00.000Z'), version: 1 }],
    decisions: [{ ...from(decided), version: 1, verdict: 'approve' as const }],
  };
  await store.subcontracts.put(subcontract, 'absent');
}

onBothChats({ history: false, now: NOW, rows: withBinding(OFFICE_PLEDGED) }, (house) => {
  const expert = () => house.person(EXPERT);
  const words = async (said: string) => (await expert().say(said)).words;

  it('who gave no 誓約 is told so, and whom to ask, and learns nothing', async () => {
    house.at(NOW);
    for (const said of ['状況', '状況 小海町', '名簿', 'ヘルプ', '登録 ACDE-FGHJ', 'S1-3 完了しました']) {
      const told = await words(said);
      expect(told).toContain('秘密保持の誓約の記録がまだないため');
      expect(told).toContain('事務局へお知らせください');
      expect(told).not.toMatch(/小海町|派遣 一郎|未登録|名簿で確認できませんでした/);
    }
    expect((await house.person(OFFICE).say('名簿')).words).toContain('派遣 一郎');
    expect((await house.person('hanako@town.example.jp').say('状況')).words).toContain('小海町');
    expect((await house.person('dx@pref.example.jp').say('状況')).words).not.toContain('誓約');
  });

  it('nothing of it is written, and nobody is taken for a chat of theirs', async () => {
    const { store } = house.service;
    expect(await store.items.list('m-203033')).toEqual(
      expect.arrayContaining([expect.objectContaining({ value: expect.objectContaining({ versions: [] }) })]),
    );
    const met = (await store.acquaintances.list('_acquaintances')).map(({ value }) => value);
    const id = (await store.members.list(MEMBERS)).find(({ value }) => value.email === EXPERT)?.value.id;
    expect(met.every(({ member }) => member !== id)).toBe(true);
  });
});

describe('at every door', () => {
  let house: House;
  beforeAll(async () => {
    const rows = withBinding({ ...OFFICE_PLEDGED, '派遣 一郎': [null, PARTY, '2024/8/15'] });
    house = await openHouse({ history: false, now: NOW, rows });
  });
  afterAll(() => house.close());
  const store = () => house.service.store;
  const planned = async (at: string) =>
    (await readWorld(store(), new Date(at), admission))?.members.map(({ name }) => name) ?? [];

  it('the import names who is kept out, and why, and which municipality has no 承諾者', async () => {
    const told = (await keptOut(store(), admission, new Date(NOW))).join('\n');
    expect(told).toContain(
      '派遣 一郎さん（株式会社デジタル）は今は使えません: 再委託先「株式会社まちの支援」に、県の承諾がありません',
    );
    expect(told).toContain('承諾者がいない市町村: 小海町、川上村。');
    expect(told).not.toMatch(/事務 局子|小海 花子|長野市/);
  });

  it('a group room says nothing of what is missing', async () => {
    const { words } = await house.person(EXPERT).in(house.teams.group('打合せ')).say('状況');
    expect(words).toContain('この部屋では、お答えできません');
    expect(words).not.toMatch(/再委託|承諾|派遣 一郎/);
  });

  it('planning and the operator’s door leave out whoever has no access', async () => {
    expect(await planned(NOW)).not.toContain('派遣 一郎');
    expect(await planned(NOW)).toEqual(expect.arrayContaining(['小海 花子', '事務 局子', '県 職員']));
    const run = terminal(house.file, new Date(NOW));
    const asked = await run(understandVerb, { rest: ['状況'], as: EXPERT });
    expect([asked.ok, asked.text]).toEqual([false, expect.stringContaining('県の承諾がありません')]);
    expect((await run(understandVerb, { rest: ['状況'], as: OFFICE })).ok).toBe(true);
  });

  it('県の承諾 lets in from its day until the end of the 再委託', async () => {
    await consented(store(), '2024-11-05T03:00:00.000Z', '2024-11-30');
    expect((await house.person(EXPERT).say('状況')).words).not.toContain('承諾がないため');
    expect(await planned(NOW)).toContain('派遣 一郎');
    house.at('2024-12-02T10:00:00+09:00');
    expect((await house.person(EXPERT).say('状況')).words).toContain('県の承諾がないため');
    expect(await planned('2024-12-02T10:00:00+09:00')).not.toContain('派遣 一郎');
    expect(await store().subcontracts.list(FILINGS)).toHaveLength(1);
  });
});

it('a change of the roster in the midst of a delivery stops it', async () => {
  const opened = await openMemory();
  const { store } = opened;
  const office = memberOf(1, { role: 'secretariat', municipalities: [], pledged: '2024-04-01' });
  await settle(store, [office, memberOf(2)], PROGRAMME_2024);
  const at = (time: string) => new Date(`2024-10-07T${time}:00+09:00`);
  const instance = instanceOf(store, at('08:00'));
  await instance.tick(at('08:30'));
  expect(await statesIn(store)).toEqual(['waiting', 'waiting']);
  const found = await store.members.get(MEMBERS, office.id);
  if (!found) throw new Error('nobody');
  await store.members.put({ ...found.value, pledged: 'none' }, found.etag);
  await instance.tick(at('09:00'));
  expect(instance.channel.sent.map(({ to }) => to)).toEqual([expect.stringContaining(memberOf(2).id)]);
  expect(await statesIn(store)).toEqual(['sent', expect.stringMatching(/^withdrawn: /)]);
  await opened.close();
});
