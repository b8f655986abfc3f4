import { HOME } from '../../demo/programme.ts';
import { kpiAt } from '../../storage/progress.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

onBothChats({}, (house) => {
  let hanako: Person;
  beforeEach(() => {
    house.at('2026-11-24T10:00:00+09:00');
    hanako = house.officer();
  });

  /** Everything the municipality has on record, to compare before and after. */
  async function records() {
    const { items, kpis } = house.service.store;
    return JSON.stringify([await items.list(`m-${HOME}`), await kpis.list(`m-${HOME}`)]);
  }

  const entries = async (id: string) => {
    const at = kpiAt(HOME, 2026, id);
    return (await house.service.store.kpis.get(at.partition, at.id))?.value.entries ?? [];
  };

  it.each([
    ['letters for a number', 'KPI報告 K0-03 たくさん', '数字で入力してください'],
    ['a rate above its whole', 'KPI報告 K0-03 50/40', '以下で入力してください'],
    ['a percentage above 100', 'KPI報告 K0-03 120', '0から100までの割合'],
    ['a negative count', 'KPI報告 K2-04 -3', '0以上の数で'],
    ['an amount in a scale of its own', 'KPI報告 K2-04 3千件', '数字で入力してください'],
    ['an amount in a unit that may not be the KPI’s', 'KPI報告 K2-04 90分', '数字で入力してください'],
    ['a part of a meeting', 'KPI報告 K2-04 2.5', '整数で入力してください'],
    ['a KPI that is not theirs', 'KPI報告 K3-901 3', 'この団体のKPIではありません'],
    ['an item that does not exist', '項目 S9-9', '項目'],
    ['a week that has not begun', 'KPI報告 K0-03 30/40 2026-11-30', 'まだ始まっていません'],
    ['a closed week', 'KPI報告 K0-03 30/40 2026-11-09', '締め切りました'],
    ['a day that is no Monday', 'KPI報告 K0-03 30/40 2026-11-24', '月曜日の日付'],
    ['another municipality', '状況 川上村', '担当していない団体'],
    ['a sentence it does not know', 'ほげほげ', '何も記録していません'],
    ['an overlong text', `相談 ${'あ'.repeat(30_000)}`, '文章が長すぎる'],
  ])('%s is answered with what to do, and nothing is written', async (_what, said, expected) => {
    const before = await records();
    const turn = await hanako.say(said);
    expect(turn.status).toBe(200);
    expect(turn.words).toContain(expected);
    expect(await records()).toBe(before);
  });

  it.each([
    ['an input', 'ask-help', { text: 'あ'.repeat(6_000) }],
    ['what is no input', 'register', { more: '<'.repeat(20_000) }],
  ])('%s longer than a card could show again is refused with a reason', async (_what, command, input) => {
    const before = await records();
    const turn = await hanako.ask(command, input);
    expect(turn.words).toContain('文章が長すぎる');
    expect(await records()).toBe(before);
  });

  it('a stage that does not exist is refused in its row of the weekly card, and nothing is written', async () => {
    const before = await records();
    const turn = await hanako.ask('check-in', { municipality: HOME, stages: { 'S1-3': { stage: '登録' } } });
    expect(turn.words).toContain('段階は一覧から選んでください');
    expect(await records()).toBe(before);
  });

  it('refuses a stale card when a colleague reported meanwhile, shows the way to the latest, and keeps both intact', async () => {
    const colleague = house.person(`second-${HOME}@town.example.jp`);
    await hanako.say('KPI報告 K1-03');
    await colleague.say('KPI報告 K1-03 80/96');
    const before = await records();
    const refused = await hanako.press('報告する', { 完了課数: 70 });
    expect(refused.words).toContain('更新しました');
    expect(await records()).toBe(before);
    const fresh = await hanako.press('最新の内容で開き直す');
    expect(fresh.words).toContain('83.3%（80/96）');
  });

  it('writes once when the channel repeats an activity, even after a restart of the memory', async () => {
    const turn = await hanako.say('KPI報告 K3-201 9/15');
    const before = await records();
    await hanako.again(turn);
    expect(await records()).toBe(before);
  });

  it.each([
    ['with an unknown action', 'format-disk', {}, '読み取れませんでした'],
    ['with inputs of another kind', 'undo', { report: { deep: [1] } }, '古くなった'],
    ['that names a KPI that does not exist', 'show-history', { kpi: 'K9-99' }, '確かめて'],
  ])('answers a card %s with what to do', async (_what, command, given, expected) => {
    const before = await records();
    const turn = await hanako.ask(command, given);
    expect(turn.status).toBe(200);
    expect(turn.words).toContain(expected);
    expect(await records()).toBe(before);
  });

  it('refuses a report on a week that closed while the card was open', async () => {
    await hanako.say('週次報告');
    house.at('2026-12-07T09:00:00+09:00');
    const turn = await hanako.press('残りは変更なし');
    expect(turn.words).toContain('締め切りました');
  });

  it('takes back a report only within 24 hours, and only its own', async () => {
    const receipt = await hanako.say('KPI報告 K3-801 20/27');
    const colleague = house.person(`second-${HOME}@town.example.jp`);
    await colleague.say('自分');
    const before = await records();
    const foreign = await colleague.ask('undo', { municipality: HOME, report: 'x' });
    expect(foreign.words).toContain('取り消せる報告がありません');
    house.at('2026-11-25T10:00:01+09:00');
    const late = await hanako.pressOn(receipt, '取消');
    expect(late.words).toContain('24時間以内');
    expect(await records()).toBe(before);
  });

  it('writes once when a button is tapped twice', async () => {
    house.at('2026-12-01T10:00:00+09:00');
    const card = await hanako.say('週次報告');
    const count = (await entries('K1-04')).length;
    const receipt = await hanako.pressOn(card, '全て変更なし');
    const before = await records();
    expect((await hanako.pressOn(card, '全て変更なし')).words).toBe(receipt.words);
    expect(await records()).toBe(before);
    expect(await entries('K1-04')).toHaveLength(count + 1);
  });

  it('logs neither names nor what was said', () => {
    expect(house.logged()).not.toMatch(/山田|花子|たくさん|ほげ|例規|yamada/);
    expect(house.logged()).toContain('member-');
  });
});
