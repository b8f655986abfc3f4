import { HOME } from '../../demo/programme.ts';
import { ACQUAINTANCES, INTERVIEWS } from '../../storage/collections.ts';
import { kpiAt } from '../../storage/progress.ts';
import type { LineWorksUser } from '../fakes/line-works/line-works-user.ts';
import type { Person } from '../fakes/person.ts';
import { type House, openHouse } from '../house.ts';

let house: House;
let hanako: Person;
let at = 0;
beforeAll(async () => {
  house = await openHouse({ lineWorks: true });
});
/** Every conversation has a week of its own. */
beforeEach(() => {
  at++;
  const monday = new Date(Date.parse('2026-11-23T10:00:00+09:00') + at * 7 * 86_400_000);
  house.at(monday.toISOString());
  hanako = house.on('line-works').officer();
});
afterAll(() => house.close());

const kpi = async (id: string) => {
  const { partition, id: name } = kpiAt(HOME, 2026, id);
  return (await house.service.store.kpis.get(partition, name))?.value.entries.at(-1);
};
const open = async () =>
  (await house.service.store.interviews.list(INTERVIEWS)).filter(({ value }) => value.state !== 'done');

describe('one question at a time', () => {
  it('asks with the last value, takes any width, and writes only at the end', async () => {
    const before = await kpi('K0-03');
    const first = await hanako.say('KPI報告 K0-03');
    expect(first.words).toContain('1/3　修了者数');
    expect(hanako.buttons()).toEqual(['前回と同じ（26）', 'やめる']);
    const second = await hanako.say('３０');
    expect(second.words).toContain('2/3　対象職員数');
    expect(hanako.buttons()).toEqual(['そのまま（32）', '戻る', 'ここまでで送る', 'やめる']);
    expect(await kpi('K0-03')).toEqual(before);
    const third = await hanako.press('そのまま');
    expect(third.words).toContain('ひとこと（任意）');
    const receipt = await hanako.press('スキップ');
    expect(receipt.words).toContain('93.8%（30/32）');
    expect(await kpi('K0-03')).toMatchObject({ numerator: 30, denominator: 32 });
    expect(await open()).toEqual([]);
  });

  it('takes both parts of a rate at once, and the same as before', async () => {
    await hanako.say('KPI報告 K0-03');
    expect((await hanako.say('３９／４０')).words).toContain('3/3　ひとこと');
    await hanako.press('スキップ');
    expect(await kpi('K0-03')).toMatchObject({ numerator: 39, denominator: 40 });
    await hanako.say('KPI報告 K0-03');
    expect((await hanako.press('前回と同じ')).words).toContain('2/3');
  });

  it('says what is wrong with an answer, asks again, and writes nothing', async () => {
    await hanako.say('KPI報告 K0-03');
    const again = await hanako.say('たくさん');
    expect(again.words).toContain('「たくさん」は数字として読めません');
    expect(again.words).toContain('1/3　修了者数');
    await hanako.say('1,234');
    await hanako.say('40');
    const wrong = await hanako.press('スキップ');
    expect(wrong.words).toContain('以下で入力してください');
    expect(wrong.words).toContain('修了者数');
  });

  it('goes back, and quits without a trace', async () => {
    const before = await kpi('K0-03');
    await hanako.say('KPI報告 K0-03');
    await hanako.say('30');
    expect((await hanako.press('戻る')).words).toContain('1/3　修了者数');
    expect((await hanako.press('やめる')).words).toContain('何も記録していません');
    expect(await open()).toEqual([]);
    expect(await kpi('K0-03')).toEqual(before);
  });
});

describe('the weekly card', () => {
  it('is one tap, or what has changed is picked', async () => {
    await hanako.say('週次報告');
    expect(hanako.buttons().slice(0, 2)).toEqual(['全て変更なし', '変わったことを入力する']);
    const which = await hanako.press('変わったことを入力する');
    expect(which.words).toContain('どれが変わりましたか');
    expect(hanako.buttons()).not.toContain('ここまでで送る');
    const one = await hanako.press('K1-04');
    expect(one.words).toContain('K1-04');
    expect(hanako.buttons()[0]).toMatch(/^前回と同じ（/);
    const more = await hanako.press('前回と同じ');
    expect(more.words).toContain('ほかに変わったことはありますか');
    expect(more.words).toMatch(/K1-04 .* → 前回と同じ/);
    await hanako.say('k0-03');
    await hanako.say('40');
    const again = await hanako.press('そのまま');
    expect(again.words).toMatch(/K0-03 .* → 40\/40/);
    const receipt = await hanako.press('ここまでで送る');
    expect(receipt.words).toContain('100%（40/40）');
    expect(receipt.words).toContain('変更なし');
    expect(receipt.words).toContain('は残り3件です: K1-03');
    expect(receipt.words).not.toContain('・K1-03');
    expect(await kpi('K1-04')).toMatchObject({ kind: 'unchanged' });
  });

  it('goes back to what can be picked', async () => {
    await hanako.say('週次報告');
    await hanako.press('変わったことを入力する');
    await hanako.press('K0-03');
    await hanako.say('30');
    expect((await hanako.press('戻る')).words).toContain('修了者数');
    expect((await hanako.press('戻る')).words).toContain('どれが変わりましたか');
    expect((await hanako.say('スキップ')).words).toContain('先に、番号か名前で選んでください');
    expect((await hanako.say('2')).words).toContain('K1-03');
    await hanako.press('やめる');
  });

  it('takes several values at once, and says which line it could not read', async () => {
    await hanako.say('週次報告');
    await hanako.press('変わったことを入力する');
    const read = await hanako.say('K0-03 ４１／４１\nk1-04: 24/28\nK3-801 ほげ');
    expect(read.words).toContain('読めなかった行があります: K3-801 ほげ');
    expect(read.words).toMatch(/K0-03 .* → 41\/41/);
    await hanako.press('ここまでで送る');
    expect(await kpi('K0-03')).toMatchObject({ numerator: 41, denominator: 41 });
    expect(await kpi('K1-04')).toMatchObject({ numerator: 24, denominator: 28 });
  });
});

describe('a value that is unusual', () => {
  it('is asked about once, also where the answers are more than a button carries', async () => {
    await hanako.say('週次報告');
    await hanako.press('変わったことを入力する');
    await hanako.say('K0-03 2/40');
    await hanako.press('困りごと');
    const asked = await hanako.say(`例規の改正${'が長引いています。'.repeat(100)}`);
    expect(asked.words).toContain('ほかに変わったことはありますか');
    const sure = await hanako.press('ここまでで送る');
    expect(sure.words).toContain('前回と桁が違います');
    expect(await kpi('K0-03')).not.toMatchObject({ numerator: 2 });
    const receipt = await hanako.press('はい、記録する');
    expect(receipt.words).toContain('5%（2/40）');
    expect(receipt.words).toContain('事務局に届けます');
    expect(await kpi('K0-03')).toMatchObject({ numerator: 2, denominator: 40 });
    await hanako.press('取消');
  });
});

describe('something else meanwhile', () => {
  it('is answered first; the questions wait and go on where they stopped', async () => {
    await hanako.say('KPI報告 K0-03');
    await hanako.say('30');
    const status = await hanako.say('状況');
    expect(status.words).toContain('小海町の状況');
    expect(status.words).toContain('2問目で止めてあります');
    expect((await hanako.press('続ける')).words).toContain('2/3　対象職員数');
  });

  it('gives way to a button too', async () => {
    await hanako.say('状況');
    await hanako.say('KPI報告 K0-03');
    const pressed = await hanako.press('KPIを見る');
    expect(pressed.words).toContain('止めてあります');
    expect((await hanako.press('やめる')).words).toContain('何も記録していません');
  });

  it('a word of a command inside a text is an answer', async () => {
    await hanako.say('相談');
    const receipt = await hanako.say('会議 の 日程が決まりません');
    expect(receipt.words).toContain('事務局');
    const kept = await house.service.store.helpRequests.list(`m-${HOME}`);
    expect(kept.map(({ value }) => value.text)).toContain('会議 の 日程が決まりません');
  });
});

describe('time', () => {
  it('survives a restart', async () => {
    await hanako.say('KPI報告 K0-03');
    await hanako.say('42');
    await house.restart();
    expect((await hanako.say('42')).words).toContain('3/3　ひとこと');
    await hanako.press('スキップ');
    expect(await kpi('K0-03')).toMatchObject({ numerator: 42, denominator: 42 });
  });

  it('is over after a day, and says so to whom goes on', async () => {
    await hanako.say('KPI報告 K0-03');
    house.at(new Date(Date.parse('2026-11-24T11:00:00+09:00') + at * 7 * 86_400_000).toISOString());
    expect((await hanako.say('スキップ')).words).toContain('時間がたったため終わりました');
    expect((await hanako.say('30')).words).not.toContain('／3');
  });
});

describe('two rooms', () => {
  it('keep their questions apart, and a group hears only what is said to the bot', async () => {
    const { lineWorks } = house;
    if (!lineWorks) throw new Error('no LINE WORKS');
    const secretary = house.on('line-works').secretariat() as LineWorksUser;
    const room = secretary.in(lineWorks.group('小海町と事務局'));
    await room.install();
    await room.say('部屋登録 小海町');
    await hanako.say('KPI報告 K0-03');
    const there = (hanako as LineWorksUser).in(lineWorks.group('小海町と事務局'));
    const asked = await there.say('KPI報告 K1-04');
    expect(asked.words).toContain('K1-04');
    expect((await there.say('12', { mention: false })).posted).toEqual([]);
    expect((await there.say('25/28')).words).toContain('ひとこと');
    expect((await hanako.say('30')).words).toContain('2/3　対象職員数');
    expect((await there.press('スキップ')).words).toContain('89.3%（25/28）');
    const met = await house.service.store.acquaintances.list(ACQUAINTANCES);
    expect(met.map(({ value }) => value.home).filter((home) => home?.startsWith('c:'))).toEqual([]);
  });
});
