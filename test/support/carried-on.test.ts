import { HOME } from '../../demo/programme.ts';
import { type House, openHouse } from '../house.ts';

const EXPERT = 'expert-1@expert.example.jp';

let house: House;
beforeAll(async () => {
  house = await openHouse({ history: false, allInTeams: true });
});
afterAll(() => house.close());

it('a question about the place carries on what the command takes, and nothing else of what was pressed', async () => {
  house.at('2026-11-24T10:00:00+09:00');
  const expert = house.person(EXPERT);
  const town = house.content.municipalities.find(({ code }) => code === HOME)?.name ?? '';
  await expert.say(`${town} 項目 S1-3`);
  house.at('2026-11-24T10:20:00+09:00');
  const strange = '*'.repeat(3_500);
  const { words } = await expert.submit({
    bansou: 1,
    command: 'report-item',
    item: 'S1-4',
    stage: 'done',
    [strange]: 'x',
  });
  expect(words).toMatch(/直前に話していた小海町[\s\S]*まだ記録していません/);
  expect(JSON.stringify(expert.card)).not.toContain('***');
  expect((await expert.press('はい、報告')).words).toContain('S1-4');
});
