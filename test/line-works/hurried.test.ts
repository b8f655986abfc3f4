import { type House, openHouse } from '../house.ts';

let open: House;
const house = { officer: () => open.on('line-works').officer() };
beforeAll(async () => {
  open = await openHouse({ lineWorks: true });
});
afterAll(() => open.close());

it('変更なし is the command that everybody knows where no question takes it', async () => {
  const hanako = house.officer();
  expect((await hanako.say('もう報告したよ')).words).toContain('項目');
  expect((await hanako.say('変更なし')).words).toContain('「変更なし」で受け付けました');
  await hanako.say('取消');
  await hanako.say('週次報告');
  await hanako.press('変わったことを入力する');
  expect((await hanako.say('変更なし')).words).toContain('「変更なし」で受け付けました');
  await hanako.say('取消');
});

it('a stage that is only planned is no answer, and loses none that was given', async () => {
  const hanako = house.officer();
  await hanako.say('週次報告');
  await hanako.press('変わったことを入力する');
  await hanako.say('K0-03 30/32');
  expect((await hanako.say('変更なし')).words).toContain('ここまでで送る');
  await hanako.say('S2-2');
  expect((await hanako.say('完了予定')).words).toContain('予定や見込みは記録しません');
  await hanako.say('スキップ');
  const sent = await hanako.say('ここまでで送る');
  expect(sent.words).toContain('30/32');
  expect(sent.words).not.toContain('S2-2');
  await hanako.say('取消');
});
