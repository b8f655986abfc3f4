import { HOME } from '../../demo/programme.ts';
import { itemAt, kpiAt } from '../../storage/progress.ts';
import { buttonsOf } from '../fakes/teams/card-reader.ts';
import type { TeamsUser } from '../fakes/teams/teams-user.ts';
import { type House, openHouse } from '../house.ts';

let house: House;
let hanako: TeamsUser;
beforeAll(async () => {
  house = await openHouse();
});
beforeEach(() => {
  house.at('2026-11-24T10:00:00+09:00');
  hanako = house.officer();
});
afterAll(() => house.close());

async function records(): Promise<string> {
  const { items, kpis } = house.service.store;
  return JSON.stringify([await items.list(`m-${HOME}`), await kpis.list(`m-${HOME}`)]);
}
const lastEntry = async (id: string) => {
  const at = kpiAt(HOME, 2026, id);
  return (await house.service.store.kpis.get(at.partition, at.id))?.value.entries.at(-1);
};
const lastVersion = async (id: string) => {
  const at = itemAt(HOME, 2026, id);
  return (await house.service.store.items.get(at.partition, at.id))?.value.versions.at(-1);
};

it.each([
  ['S1-3はまだ終わっていません', 'S1-3 全体方針の決定'],
  ['S1-3終わりましたっけ', 'S1-3 全体方針の決定'],
  ['K0-03は62ですか？', 'DX基礎研修受講率'],
  ['K0-03が60だったら', '条件のように'],
  ['S1-3は来月完了予定', '予定や見込みのように'],
  ['S1-3は完了したらしいです', '伝聞のように'],
  ['K0-03を80%にしたい', '予定や見込みのように'],
  ['K0-03の目標は80です', '今週の実績ではない'],
  ['S1-3 完了 町長が怒っていた', '読み取れない言葉'],
  ['変更なしでいいですか', 'おたずねのように'],
  ['研修は62%です', 'どのKPIですか'],
  ['ほげほげ', '何も記録していません'],
])('「%s」 is never a report', async (said, expected) => {
  const before = await records();
  expect((await hanako.say(said)).words).toContain(expected);
  expect(await records()).toBe(before);
});

it('does what it was asked about once the button says so', async () => {
  await hanako.say('S1-4は来月完了予定です');
  expect(buttonsOf(hanako.card?.json ?? {})).toEqual(['はい、報告', '項目を見る', 'やめる']);
  expect((await hanako.press('はい、報告')).words).toContain('完了・定着（100%）');
  expect((await lastVersion('S1-4'))?.stage).toBe('done');
});

it('leaves everything as it was after やめる', async () => {
  const before = await records();
  await hanako.say('K0-03が62だったら');
  expect((await hanako.press('やめる')).words).toContain('何も記録していません');
  expect(await records()).toBe(before);
});

it('asks which of several is meant, and writes the one that is pressed', async () => {
  await hanako.say('棚卸しは 95/96 です');
  const receipt = await hanako.press('K1-03 業務棚卸し完了課の割合');
  expect(receipt.words).toContain('95/96');
});

it('offers only the municipalities somebody may see', async () => {
  const expert = house.person('expert-1@expert.example.jp');
  expect((await expert.say('小梅町の状況')).words).toContain('もしかして');
  expect(buttonsOf(expert.card?.json ?? {})).toContain('小海町（佐久）');
  const words = (await expert.say('川下村の状況')).words;
  expect(words).not.toContain('川上村');
  expect((await hanako.say('松川の状況')).words).toContain('担当していない団体');
});

it('asks between 松川町 and 松川村', async () => {
  const office = house.secretariat();
  await office.say('松川の状況');
  expect((await office.press('松川村（北アルプス）')).words).toContain('松川村の状況');
});

describe('an unusual value', () => {
  it('is confirmed once, with before and after, and then written', async () => {
    await hanako.say('KPI報告 K2-04 3');
    const asked = await hanako.say('K2-04は30回です');
    expect(asked.words).toContain('3回 → 30回');
    expect(asked.words).toContain('桁が違います');
    expect(buttonsOf(hanako.card?.json ?? {})).toEqual(['はい、記録する', '直す', 'やめる']);
    expect((await lastEntry('K2-04'))?.value).toBe(3);
    expect((await hanako.press('はい、記録する')).words).toContain('→ 30回');
    expect((await lastEntry('K2-04'))?.value).toBe(30);
    expect((await hanako.say('K2-04は30回です')).words).toContain('すでに記録されています');
  });

  it('typed into a form is asked about too, and 直す opens the form again', async () => {
    await hanako.say('KPI報告 K1-04 27/28');
    await hanako.say('KPI報告 K1-04');
    const asked = await hanako.press('報告する', { 実施課数: 2 });
    expect(asked.words).toContain('96.4%（27/28） → 7.1%（2/28）');
    expect((await lastEntry('K1-04'))?.numerator).toBe(27);
    expect((await hanako.press('直す')).words).toContain('K1-04');
  });

  it('in the weekly card is asked about together with the rest, which is then sent once', async () => {
    await hanako.say('KPI報告 K3-801 27/27');
    await hanako.say('週次報告');
    const asked = await hanako.press('入力した内容で報告する', {
      'answers.K3-801.numerator': '2',
      'answers.K3-201.same': true,
    });
    expect(asked.words).toContain('100%（27/27） → 7.4%（2/27）');
    expect((await lastEntry('K3-801'))?.numerator).toBe(27);
    expect((await hanako.press('はい、記録する')).words).toContain('7.4%（2/27）');
    expect((await lastEntry('K3-201'))?.kind).toBe('unchanged');
  });

  it('is not asked about for 変更なし', async () => {
    await hanako.say('変更なし K0-03');
    expect((await lastEntry('K0-03'))?.kind).toBe('unchanged');
  });
});

it('says how an amount was converted', async () => {
  expect((await hanako.say('K0-03は9割です')).words).toContain('「9割」を90%と読み取りました');
});

it('writes several values of one message at once', async () => {
  const receipt = await hanako.say('K0-03 38/40\nK1-03 96/96');
  expect(receipt.words).toContain('95%（38/40）');
  expect(receipt.words).toContain('100%（96/96）');
});

it('helps with what is open this week, in the person’s own words', async () => {
  house.at('2026-12-08T10:00:00+09:00');
  const help = await hanako.say('ヘルプ');
  expect(help.words).toContain('今週まだ報告していません');
  expect(buttonsOf(hanako.card?.json ?? {})).toContain('今週の報告をする');
  await hanako.say('変更なし');
  expect((await hanako.say('ヘルプ')).words).toContain('今週の報告は済んでいます');
  const expert = house.person('expert-1@expert.example.jp');
  expect((await expert.say('ヘルプ')).words).toMatch(/例: \S+[町村]の状況/);
});
