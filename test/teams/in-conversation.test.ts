import { HOME } from '../../demo/programme.ts';
import { kpiAt } from '../../storage/progress.ts';
import type { TeamsUser, Turn } from '../fakes/teams/teams-user.ts';
import { type House, openHouse } from '../house.ts';

/** What only cards with fields, and messages that can be replaced, can do: the rest runs on both chats. */
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

const json = (turn: Turn) => JSON.stringify(turn.card?.json);
const CARD = 'application/vnd.microsoft.card.adaptive';

describe('a button', () => {
  it('that reports is answered with the receipt in the place of its card', async () => {
    await hanako.say('項目 S2-1');
    const item = await hanako.press('報告する', { 段階: '決定・導入済（80%）', evidence: '任命通知' });
    expect(item.invoke?.type).toBe(CARD);
    expect(item.words).toContain('根拠: 任命通知');
    expect((await hanako.press('取消')).words).toContain('決定・導入済（80%） → 実施中・試行（50%）');
    await hanako.say('週次報告');
    const weekly = await hanako.press('全て変更なし');
    expect([weekly.invoke?.type, weekly.posted]).toEqual([CARD, []]);
    expect((await hanako.press('取消')).words).toContain('取り消しました');
  });

  it('that shows something posts a new message, also in a channel', async () => {
    const room = house.teams.channel('小海町 連絡');
    await office.in(room).say(`部屋登録 ${HOME}`);
    const there = hanako.in(room);
    await there.say('履歴 K0-03');
    expect((await there.press('KPIに戻る')).posted).toHaveLength(1);
  });

  it('from before an upgrade is told to be too old', async () => {
    const turn = await hanako.execute('x', { bansou: 0, command: 'report-kpi', given: {} });
    expect([turn.status, turn.words]).toEqual([200, expect.stringContaining('古くなった')]);
  });
});

describe('a form that stands where it was', () => {
  it('writes once when it is sent twice', async () => {
    await hanako.say('KPI報告 K1-04');
    const on = hanako.card;
    const at = kpiAt(HOME, 2026, 'K1-04');
    const count = async () => (await house.service.store.kpis.get(at.partition, at.id))?.value.entries.length ?? 0;
    const before = await count();
    const receipt = await hanako.press('報告する', { 実施課数: 24 }, { on });
    expect((await hanako.press('報告する', { 実施課数: 24 }, { on })).words).toBe(receipt.words);
    expect(await count()).toBe(before + 1);
  });

  it('makes one meeting however often it is sent', async () => {
    await office.say('会議作成');
    const on = office.card;
    const slot = { 日付: '2026-12-08', 開始: '10:00', 終了: '11:00', 場所: '小海町役場', 対象: '小海町' };
    const filled = { 会議名: '予算要求の打合せ', ...slot };
    expect((await office.press('作成する', filled, { on })).words).toContain('会議を作成しました');
    expect((await office.press('作成する', filled, { on })).words).toContain('すでに予定されています');
  });

  it('does not write minutes over what a colleague recorded after it was opened', async () => {
    await office.say('議事録 第6回');
    const on = office.card;
    const colleague = house.person('office-2@office.example.jp');
    await colleague.say('議事録 第6回');
    await colleague.press('議事録を記録する', { decisions: '同僚の決定' });
    const again = await office.press('議事録を記録する', { decisions: '自分の決定' }, { on });
    expect(again.words).toContain('ほかの方が先に記録しました');
    expect(json(again)).toContain('自分の決定');
  });
});

describe('a form that comes back', () => {
  it('holds what was typed', async () => {
    expect((await hanako.say('休み')).words).toContain('代理の方');
    expect(json(await hanako.say('休み 12/7-12/11 代理 ほげ田'))).toContain('2026-12-07');
    expect(json(await office.say('会議作成 定例会 12/11 14:00-15:00'))).toContain('2026-12-11');
    const slot = { 日付: '2026-12-31', 開始: '10:00', 終了: '11:00', 対象: '小海町' };
    expect(json(await office.press('作成する', { 会議名: '無理な会議', ...slot }))).toContain('無理な会議');
    await office.say('議事録 第6回');
    const row = { 'actions.0.what': '担当のない宿題' };
    expect(json(await office.press('議事録を記録する', { decisions: '決定', ...row }))).toContain('担当のない宿題');
  });

  it('holds a refused stage, which is taken when it is sent once more', async () => {
    const card = await hanako.say('週次報告');
    const moving = /stages\.(S\d-\d)\.stage/.exec(json(card) ?? '')?.[1] ?? '';
    await house.person(`second-${HOME}@town.example.jp`).say(`報告 ${moving} 定着`);
    const again = await hanako.press('入力した内容で報告する', { [`stages.${moving}.stage`]: 'considering' });
    expect(again.words).toContain('更新しました');
    await hanako.press('入力した内容で報告する', {});
    await hanako.press('はい、記録する');
    const record = await house.service.store.items.get(`m-${HOME}`, `item-2026-${moving}`);
    expect(record?.value.versions.at(-1)?.stage).toBe('considering');
  });
});

it('lists what was not delivered on a card that fits', async () => {
  house.at('2026-11-25T10:00:00+09:00');
  await house.service.outbox.tick();
  await house.service.outbox.idle();
  const report = await office.say('配信状況');
  expect(report.words).toContain('次へ（2/');
  expect(json(report)?.length).toBeLessThan(28_000);
});
