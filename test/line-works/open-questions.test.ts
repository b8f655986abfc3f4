import { HOME } from '../../demo/programme.ts';
import { municipal } from '../../storage/collections.ts';
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
  house.at(new Date(Date.parse('2026-11-23T10:00:00+09:00') + at * 7 * 86_400_000).toISOString());
  hanako = house.on('line-works').officer();
});
afterAll(() => house.close());

const kpi = async (id: string) => {
  const { partition, id: name } = kpiAt(HOME, 2026, id);
  return (await house.service.store.kpis.get(partition, name))?.value.entries.at(-1);
};

describe('what is offered answers its question', () => {
  it('a KPI, pressed, typed with its number, cut as a button shows it, or by a part of its name', async () => {
    for (const said of ['K0-03 DX基礎研修受講率', 'ｋ０－０３', 'K0-03 DX基…', '基礎研修']) {
      await hanako.say('KPI報告');
      expect((await hanako.say(said)).words).toContain('修了者数');
    }
    await hanako.say('KPI報告');
    const [first = ''] = hanako.buttons();
    expect((await hanako.press(first)).words).not.toContain('読めなかった');
    await hanako.say('やめる');
  });

  it('the list of the weekly report has a button for the word of help', async () => {
    await hanako.say('週次報告');
    const which = await hanako.press('変わったことを入力する');
    expect(which.words).toMatch(/9 困りごと/);
    expect(hanako.buttons().some((label) => label.startsWith('困りごと'))).toBe(true);
    expect((await hanako.say('業務棚卸し')).words).toContain('K1-03');
    await hanako.say('戻る');
    await hanako.press('困りごと');
    expect((await hanako.say('例規の改正が長引いています')).words).toContain('→ 例規の改正');
    await hanako.say('やめる');
  });

  it('asks for a number only where there are numbers, and narrows down what fits several', async () => {
    await hanako.say('S1-3 項目報告');
    await hanako.say('報告 S1-3');
    const narrowed = await hanako.say('・');
    expect(narrowed.words).not.toContain('番号で選んで');
    expect(narrowed.words).toContain('この中から選んでください');
    await hanako.say('やめる');
  });

  it('shows the choices again after a file or a sticker', async () => {
    await hanako.say('報告 S1-3');
    const before = hanako.buttons();
    const user = hanako as LineWorksUser;
    const file = await user.send({ type: 'sticker', packageId: '1', stickerId: '1' });
    expect(file.words).toContain('読み取れません');
    expect(hanako.buttons()).toEqual(before);
    expect((await user.sendFile('議事録.pdf', new Uint8Array([1]))).words).toContain('段階');
    expect(hanako.buttons()).toEqual(before);
    await hanako.say('やめる');
    expect((await user.send({ type: 'sticker', packageId: '1', stickerId: '1' })).words).toContain('できることを見る');
  });
});

describe('what would be understood outside', () => {
  it('answers the form it is about, after a refusal too', async () => {
    await hanako.say('K0-03 33/32');
    expect((await hanako.say('K0-03 36/44')).words).toContain('81.8%（36/44）');
    expect(await kpi('K0-03')).toMatchObject({ numerator: 36, denominator: 44 });
  });

  it.each([
    ['K0-03 37/44', '修了者数'],
    ['K1-04は25/28です', '89.3%'],
    ['S1-3 決定', 'S1-3'],
  ])('takes the place of a list: %s', async (said, words) => {
    await hanako.say('KPI報告');
    const seen = await hanako.say(said);
    expect(seen.words).not.toMatch(/読めなかった|選択肢から|先に、番号/);
    expect(seen.words).toMatch(new RegExp(`${words}|DX基礎研修受講率`));
  });

  it('is read in the weekly report as it is outside', async () => {
    await hanako.say('週次報告');
    await hanako.press('変わったことを入力する');
    const seen = await hanako.say('K0-03は9割です');
    expect(seen.words).not.toContain('読めなかった');
    expect(seen.words).toMatch(/K0-03/);
    await hanako.say('やめる');
  });

  it('is no text where it is about an item or a KPI alone', async () => {
    await hanako.say('週次報告');
    await hanako.press('変わったことを入力する');
    await hanako.press('困りごと');
    await hanako.say('予算がつきません');
    await hanako.press('困りごと').catch(() => hanako.say('9'));
    const seen = await hanako.say('やっぱり K0-03は？');
    expect(seen.words).toContain('K0-03');
    expect(seen.words).toContain('止めてあります');
    expect((await hanako.press('続ける')).words).toContain('困りごと');
    expect((await hanako.say('戻る')).words).toContain('ほかに変わったこと');
    await hanako.say('やめる');
  });

  it.each(['S1-3の資料を庁議に出しました', '小海町の状況を説明する議事録', 'K0-03の件で相談したい'])(
    'stays a text: %s',
    async (said) => {
      await hanako.say('相談');
      expect((await hanako.say(said)).words).toContain('相談');
      const helps = await house.service.store.helpRequests.list(municipal(HOME));
      expect(helps.map(({ value }) => value.text)).toContain(said);
    },
  );

  it('interrupts the question which municipality', async () => {
    const officer = house.on('line-works').prefecture();
    for (const [said, words] of [
      ['小海町のKPI', '小海町'],
      ['小海町の状況', '小海町の状況'],
      ['先週のダイジェスト', 'ダイジェスト'],
      ['川上村の履歴 S1-3', 'S1-3'],
      ['ヘルプ', '使い方|できること'],
    ] as const) {
      expect((await officer.say('KPI')).words).toContain('どの市町村ですか');
      const seen = await officer.say(said);
      expect(seen.words).not.toContain('選択肢から');
      expect(seen.words).toMatch(new RegExp(words));
    }
    await officer.say('KPI');
    expect((await officer.say('こうみ')).words).toContain('小海町');
  });
});

it('a meeting for the prefecture and for others can be made after all', async () => {
  house.at('2026-11-24T10:00:00+09:00');
  const office = house.on('line-works').secretariat();
  await office.say('会議作成 打合せ 12/10 14:00-15:00');
  const asked = async () => (office as LineWorksUser).sees();
  await office.press('オンライン').catch(() => office.say('そのまま'));
  expect(await asked()).toContain('対象');
  expect((await office.say('県と、いろいろ')).words).toContain('選択肢から選んでください');
  await office.say('県、派遣人材');
  await office.say('小海町');
  expect((await office.say('1回だけ')).words).toContain('会議を作成しました');
  expect(await asked()).toContain('県、派遣人材、小海町');
});

describe('what a card offers may be typed, too', () => {
  it('the answer to a question about a value', async () => {
    expect((await hanako.say('K0-03 2/44')).words).toContain('前回');
    const before = await kpi('K0-03');
    expect((await hanako.say('はい')).words).toContain('4.5%（2/44）');
    expect(await kpi('K0-03')).not.toEqual(before);
    expect((await hanako.say('はい')).words).not.toContain('受け付けました');
  });

  it('one of several that a sentence can mean, however its button is cut', async () => {
    const which = await hanako.say('訂正');
    expect(which.words).toContain('どの報告を直しますか');
    const [first = ''] = hanako.buttons();
    expect((await hanako.say(first)).words).toMatch(/訂正の理由|修了者数|段階|今週の/);
    await hanako.say('やめる');
  });

  it('only as the next message, and beside it everything is as ever', async () => {
    await hanako.say('訂正');
    expect((await hanako.say('状況')).words).toContain('小海町の状況');
    expect((await hanako.say('S1-3 全体方針の決定')).words).toContain('S1-3');
    const again = await hanako.say('K0-03 3/44');
    expect((await hanako.again(again as never)).words).not.toContain('受け付けました');
  });
});
