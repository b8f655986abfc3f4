import { type House, openHouse } from '../house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ cosmos: true });
}, 60_000);
afterAll(() => house.close());

it('reports, corrects, takes back and digests on Cosmos DB as on the embedded store', async () => {
  const hanako = house.officer();
  expect((await hanako.say('状況')).words).toContain('小海町の状況');
  await hanako.say('週次報告');
  expect((await hanako.press('全て変更なし')).words).toMatch(/変更なし \d+週/);
  expect((await hanako.press('取消')).words).toContain('取り消しました');
  const receipt = await hanako.say('KPI報告 K0-03 38/40');
  expect(receipt.words).toContain('95%（38/40）');
  expect((await hanako.again(receipt)).status).toBe(200);
  const digest = await house.prefecture().say('ダイジェスト');
  expect(digest.words).toContain('25団体のうち 報告 0・変更なし 0・一部 1・未報告 24');
  const audit = await house.service.store.audit.list('m-203033-2026');
  expect(audit.filter(({ value }) => value.command === 'report-kpi')).toHaveLength(1);
});
