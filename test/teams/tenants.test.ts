import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { OFFICER, PREFECTURE_OFFICER } from '../../demo/programme.ts';
import { ACQUAINTANCES } from '../../storage/collections.ts';
import type { Account } from '../fakes/teams/connector.ts';
import { type House, openHouse } from '../house.ts';
import { openDoor } from './open-door.ts';

const ELSEWHERE = '99999999-0000-0000-0000-000000000001';
const REFUSED = 'この事業に登録されていない組織（Microsoft 365 のテナント）からのため、お答えできません';
const UNKNOWN = '名簿で確認できませんでした';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const person = (who: Partial<Account>) => house.teams.person({ name: '名前', ...who });
const met = async (id: string) =>
  (await house.service.store.acquaintances.list(ACQUAINTANCES)).filter(({ value }) => value.person === id);

describe('an address of the roster in another tenant', () => {
  const stranger = () => person({ email: PREFECTURE_OFFICER, tenantId: ELSEWHERE });

  it('opens nothing, 1:1, and nothing is kept', async () => {
    const there = stranger();
    for (const said of ['ダイジェスト', '登録 ACDE-FGHJ', '自分', 'ヘルプ']) {
      const turn = await there.say(said);
      expect([turn.status, turn.words]).toEqual([200, expect.stringContaining(REFUSED)]);
    }
    expect((await there.install())[0].words).toContain(REFUSED);
    expect((await there.ask('show-digest', {})).words).toContain(REFUSED);
    expect(await met(there.account.id)).toEqual([]);
  });

  it('opens nothing in a room of ours', async () => {
    const room = { ...house.teams.channel('共有チャネル'), tenant: house.teams.tenant };
    const there = stranger().in(room);
    for (const said of ['ダイジェスト', '登録 ACDE-FGHJ', '自分'])
      expect((await there.say(said)).words).toContain(REFUSED);
    expect(await met(there.account.id)).toEqual([]);
  });

  it('opens nothing where one of the two places names another tenant', async () => {
    const { activity } = await person({ email: 'nobody@else.example.jp' }).say('ヘルプ');
    const there = person({ email: PREFECTURE_OFFICER });
    const own = { id: house.teams.tenant };
    const base = {
      ...activity,
      from: there.account,
      conversation: { ...Object(activity['conversation']), id: there.room.id },
    };
    const other = { ...base.conversation, tenantId: ELSEWHERE };
    const sent = [
      { ...base, id: '1', conversation: other, channelData: { tenant: own } },
      { ...base, id: '2', channelData: { tenant: { id: ELSEWHERE } } },
      { ...base, id: '3', conversation: other, channelData: undefined },
    ];
    for (const each of sent) expect((await there.send(each)).words).toContain(REFUSED);
    expect((await there.say('自分')).words).toContain('県');
  });
});

it('a shared channel that belongs to others is refused in words, also to our own people', async () => {
  const room = { ...house.teams.channel('よその部屋'), tenant: ELSEWHERE };
  const there = house.prefecture().in(room);
  expect((await there.say('ダイジェスト')).words).toContain(REFUSED);
  expect((await there.install())[0].words).toContain(REFUSED);
  expect((await there.say('昼にしましょう', { mention: false })).posted).toEqual([]);
});

describe('a guest of our tenant', () => {
  it.each([
    ['invited by that address', OFFICER, 'guest_town.example.jp#EXT#@pref.onmicrosoft.com', '小海町'],
    ['in whatever letters', OFFICER.toUpperCase(), 'GUEST_town.example.jp#ext#@pref.onmicrosoft.com', '小海町'],
    [
      'whose sign-in name only looks like it',
      undefined,
      `${OFFICER.replace('@', '_')}#EXT#@pref.onmicrosoft.com`,
      UNKNOWN,
    ],
    ['whose sign-in name begins with it', undefined, `${OFFICER}#EXT#@pref.onmicrosoft.com`, UNKNOWN],
  ])('%s', async (_, email, userPrincipalName, expected) => {
    const guest = person({ userPrincipalName, ...(email !== undefined && { email }) });
    expect((await guest.say('状況')).words).toContain(expected);
  });
});

it.each([
  ['a long s', 's', 'ſ'],
  ['a letter of full width', 'o', 'ｏ'],
  ['a sign nobody sees', '@', '\u200B@'],
])('an address with %s is another one', async (_, letter, other) => {
  const email = house.content.members.map((member) => member.email ?? '').find((each) => each.includes(letter)) ?? '';
  expect(email).not.toBe('');
  expect((await person({ email: email.replace(letter, other) }).say('状況')).words).toContain(UNKNOWN);
});

it('the Kelvin sign is no k', async () => {
  const kato = { ...house.content.members[0], name: '加藤 健', email: 'kato@town.example.jp', lead: false };
  const members = [...house.content.members, kato] as typeof house.content.members;
  await importWorkbook(house.service.store, { ...house.content, members }, new Date('2026-11-24T10:00:00+09:00'));
  expect((await person({ email: '\u212Aato@town.example.jp' }).say('自分')).words).not.toContain('加藤');
  expect((await person({ email: 'KATO@town.example.jp' }).say('自分')).words).toContain('加藤');
});

describe('whose people are let in', () => {
  const heardFrom = async (tenants: readonly string[] | undefined, tenantId: string, alone = true) => {
    const door = await openDoor(tenants ? { tenants } : {});
    let profile: unknown;
    door.answer = async (incoming) => {
      profile = await incoming.profile();
      return undefined;
    };
    const someone = door.teams.person({ name: '名前', email: 'Taro@town.example.jp', tenantId });
    const where = alone ? someone : someone.in({ ...door.teams.group('会議'), tenant: door.teams.tenant });
    await where.say('状況');
    await door.stop();
    return {
      heard: door.incoming.length,
      account: door.incoming[0]?.account,
      id: someone.account.aadObjectId,
      profile,
    };
  };

  it('is a setting; the account is told by its tenant and its id there', async () => {
    const served = await heardFrom([ELSEWHERE.toUpperCase()], ELSEWHERE);
    expect(served.profile).toEqual({ emails: ['taro@town.example.jp'], tenant: ELSEWHERE });
    expect(served.account).toEqual({ tenant: ELSEWHERE, id: served.id });
    expect((await heardFrom(['99999999-0000-0000-0000-000000000002'], ELSEWHERE)).heard).toBe(0);
    expect((await heardFrom(undefined, ELSEWHERE)).heard).toBe(0);
  });

  it('in a room only by a record that says whose it is', async () => {
    expect((await heardFrom(undefined, '', false)).profile).toEqual({ emails: [], tenant: undefined });
  });
});
