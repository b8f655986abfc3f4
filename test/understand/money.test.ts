import { commands } from '../../bot/features/index.ts';
import { understand } from '../../bot/understand/understand.ts';
import { verdictOn } from '../../bot/understand/verdict.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

async function read(text: string) {
  const turn = world.turn('town');
  const reading = await understand(text, commands, turn);
  return { ...(await verdictOn(reading, commands, turn)), notes: reading.notes };
}

it.each([
  ['K3-804 450 万円', 4500],
  ['K3-804 3,200千円', 3200],
  ['K3-804 8百万円', 8000],
  ['K3-804 0.3億円', 30_000],
  ['K3-804 三百万', 3000],
  ['K3-804 5000円', 5],
])('%s: the unit is said, and it is recorded', async (text, value) => {
  expect(await read(text)).toMatchObject({
    command: 'report-kpi',
    input: { kpi: 'K3-804', value },
    sure: true,
    ask: [],
  });
});

it.each([
  'K3-804 1,200',
  'K3-804 百二十',
  'K3-804 3.5',
  'K3-804 1,234,567円',
  'K3-804 800千',
  'K3-804 300〜400万円',
  'K3-804 約300万円',
  'IT経費の削減見込額は数百万円です',
  'IT経費の削減見込額は月20万円です',
  'IT経費の削減見込額は5年間で1,000万円です',
  'IT経費は300万円です',
])('%s: nobody knows what is meant, and nothing is recorded', async (text) => {
  const { command, sure, ask } = await read(text);
  expect(command === 'report-kpi' && sure && ask.length === 0).toBe(false);
});

it('a number without a unit is shown as it is kept and as people count it', async () => {
  expect((await read('K3-804 1,200')).notes).toEqual(['「1,200」を1,200千円（1,200,000円）と読み取りました。']);
});
