import { addressParts } from '../../bot/channels/teams/address.ts';
import { HOME, PREFECTURE_OFFICER } from '../../demo/programme.ts';
import { ROOMS } from '../../storage/collections.ts';
import { kpiAt } from '../../storage/progress.ts';
import type { Activity, TeamsUser, Turn } from '../fakes/teams/teams-user.ts';
import { type House, openHouse } from '../house.ts';

/** What happens to a message, or to a room, after it was first met. */
let house: House;
let hanako: TeamsUser;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(() => {
  hanako = house.officer();
});
afterAll(() => house.close());

const edit = (who: TeamsUser, { activity }: Turn, text: string, over: Activity = {}) =>
  who.send({
    ...{ ...activity, type: 'messageUpdate', text, timestamp: `2026-11-24T01:0${edits++ % 10}:00Z` },
    channelData: { ...Object(activity['channelData']), eventType: 'editMessage' },
    ...over,
  });
const removal = (who: TeamsUser, { activity }: Turn) =>
  who.send({
    ...{ ...activity, type: 'messageDelete', text: undefined, entities: undefined },
    channelData: { ...Object(activity['channelData']), eventType: 'softDeleteMessage' },
  });
let edits = 0;
const entries = async (kpi: string) => {
  const { partition, id } = kpiAt(HOME, 2026, kpi);
  return (await house.service.store.kpis.get(partition, id))?.value.entries.filter(({ undone }) => !undone) ?? [];
};

describe('a message that was changed', () => {
  it('says what is on record, that it does not follow, and how it is corrected', async () => {
    const reported = await hanako.say('K0-03 28/32');
    expect(reported.words).toContain('28/32');
    const before = await entries('K0-03');
    const turn = await edit(hanako, reported, 'K0-03 20/32');
    expect([turn.status, turn.words]).toEqual([200, expect.stringContaining('記録は変わりません')]);
    expect(turn.words).toContain('28/32');
    expect(await entries('K0-03')).toEqual(before);
    expect(hanako.buttons()).toEqual(['訂正', '取消']);
    expect((await hanako.press('訂正')).words).toContain('修了者数');
  });

  it('is told what stands now, also after a correction, and once for each time it is changed', async () => {
    const reported = await hanako.say('K0-03 29/32');
    await hanako.say('K0-03 30/32');
    const first = await edit(hanako, reported, 'K0-03 20/32');
    expect(first.words).toContain('30/32');
    expect((await hanako.again(first)).posted).toEqual([]);
    expect((await edit(hanako, reported, 'K0-03 21/32')).posted).toHaveLength(1);
  });

  it('whose answer was a question is about what came of it', async () => {
    const asked = await hanako.say('KPI報告 K1-04');
    await hanako.press('報告する', { 実施課数: 24 });
    expect((await edit(hanako, asked, 'KPI報告 K1-04 25')).words).toContain('K1-04');
    expect((await edit(hanako, await hanako.say('状況'), '状況 ステップ1')).words).toContain('記録は変わりません');
  });

  it('and taken away: the record stays, and can be taken back', async () => {
    const reported = await hanako.say('K0-03 31/32');
    const turn = await removal(hanako, reported);
    expect(turn.words).toContain('送ったメッセージを消しても、記録は変わりません');
    expect((await hanako.press('取消')).words).toContain('取り消しました');
    expect((await removal(hanako, await hanako.say('状況'))).posted).toEqual([]);
  });

  it('of somebody who has reported nothing is told to send a new one', async () => {
    const officer = house.person(PREFECTURE_OFFICER);
    expect((await edit(officer, await officer.say('ヘルプ'), '状況')).words).toContain(
      '新しいメッセージで送ってください',
    );
  });

  it('is passed over in a group where it is not said to the bot, and where nothing was edited', async () => {
    const there = hanako.in(house.teams.group('小海町 打合せ'));
    const said = await there.say('昼にしましょう', { mention: false });
    expect((await edit(there, said, 'K0-03 1/32')).posted).toEqual([]);
    const again = await hanako.say('ヘルプ');
    const undeleted = { channelData: { tenant: { id: house.teams.tenant }, eventType: 'undeleteMessage' } };
    expect((await edit(hanako, again, 'K0-03 1/32', undeleted)).posted).toEqual([]);
  });
});

describe('a registered room', () => {
  const room = () => house.teams.group('小海町の部屋');
  const address = async () => {
    const rooms = await house.service.store.rooms.list(ROOMS);
    return rooms.map(({ value }) => addressParts({ channel: 'teams', id: value.address }));
  };

  it('is written to where it was last heard of, whatever happened there', async () => {
    const office = house.secretariat().in(room());
    const { activity } = await office.say(`部屋登録 ${HOME}`);
    const old = String(activity['serviceUrl']);
    const moved = (path: string) => ({ ...activity, serviceUrl: `${old}${path}/`, id: path, entities: undefined });
    const by = (path: string, over: object) =>
      office.send({ ...moved(path), ...over }, { claims: { serviceurl: `${old}${path}/` } });
    const happened: readonly [string, object][] = [
      ['said', { entities: activity['entities'], text: '<at>伴走ボット</at> ヘルプ' }],
      ['overheard', { text: '昼にしましょう' }],
      ['joined', { type: 'conversationUpdate', text: undefined, membersAdded: [{ id: '29:x' }] }],
      ['reaction', { type: 'messageReaction', text: undefined }],
    ];
    for (const [path, over] of happened) {
      expect((await by(path, over)).status).toBe(200);
      expect(await address()).toMatchObject([{ serviceUrl: `${old}${path}/`, conversation: room().id }]);
    }
    const elsewhere = { tenant: { id: '99999999-0000-0000-0000-000000000001' } };
    await by('elsewhere', { channelData: elsewhere });
    expect(await address()).toMatchObject([{ serviceUrl: `${old}reaction/` }]);
  });

  it('that is not registered is not kept', async () => {
    await hanako.in(house.teams.group('別の部屋')).say('ヘルプ');
    expect(await address()).toHaveLength(1);
  });
});
