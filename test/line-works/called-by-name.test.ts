import { HOME } from '../../demo/programme.ts';
import { RECEIVED } from '../../storage/collections.ts';
import { kpiAt } from '../../storage/progress.ts';
import type { Person } from '../fakes/person.ts';
import { type House, openHouse } from '../house.ts';

/** In a room the bot hears what is said to it, wherever in the sentence its name stands, and nothing else. */
let house: House;
let there: Person;
beforeAll(async () => {
  house = await openHouse({ lineWorks: true });
  const room = house.lineWorks?.group('小海町の部屋');
  await house.on('line-works').secretariat().in(room).say(`部屋登録 ${HOME}`);
  there = house.on('line-works').officer().in(room);
});
afterAll(() => house.close());

const lastValue = async () => {
  const { partition, id } = kpiAt(HOME, 2026, 'K0-03');
  return (await house.service.store.kpis.get(partition, id))?.value.entries.at(-1)?.numerator;
};
const say = (text: string) => there.say(text, { mention: false });

it.each([
  ['K0-03 27/32 @伴走ボット', 27],
  ['お疲れ様です @伴走ボット K0-03 28/32', 28],
  ['K0-03 29/32\n＠伴走ボット', 29],
  ['@伴走ボットさん、K0-03 30/32', 30],
  ['K0-03 31/32 @伴走\u200Bボット', 31],
])('%j is recorded', async (text, value) => {
  expect((await say(text)).words).toContain(`${value}/32`);
  expect(await lastValue()).toBe(value);
});

it.each([
  'K0-03 1/32 伴走ボット',
  'K0-03 2/32 a@伴走ボット',
  'K0-03 3/32 @伴走ボット2',
  'K0-03 4/32 @伴走ボット（試験）',
  '@伴走ボットK0-03 5/32',
])('%j stays unheard and is not kept', async (text) => {
  expect((await say(text)).words).toBe('');
  expect(await lastValue()).toBe(31);
  const kept = await house.service.store.received.list(RECEIVED);
  expect(JSON.stringify(kept)).not.toContain(text);
});
