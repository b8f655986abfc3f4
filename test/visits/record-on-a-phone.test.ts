import { HOME } from '../../demo/programme.ts';
import { currentVisit } from '../../programme/visits/visit-record.ts';
import { municipal } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { type House, openHouse } from '../house.ts';

/** Where no card holds fields, a visit is recorded in at most so many answers; what is known is not asked again. */
const MOST = 8;

let house: House;
let expert: Person;
beforeAll(async () => {
  house = await openHouse({ lineWorks: true, history: false });
  expert = house.on('line-works').person('expert-1@expert.example.jp');
});
afterAll(() => house.close());

/** The last thing that was answered says how many there were: everything behind the word that began it. */
async function answered(answers: readonly string[]): Promise<number> {
  for (const each of answers) {
    if (expert.buttons().includes(each)) await expert.press(each);
    else await expert.say(each);
  }
  expect(expert.sees()).toContain('訪問記録を受け付けました');
  return answers.length;
}
const records = async () => (await house.service.store.visitRecords.list(municipal(HOME))).map(({ value }) => value);

it('that was planned: what was done, and enough', async () => {
  house.at('2026-11-24T10:00:00+09:00');
  await expert.say('訪問予定 小海町 11/25 13:30-16:00 対面');
  house.at('2026-11-25T17:00:00+09:00');
  await expert.say('訪問記録');
  expect(expert.sees()).toContain('対象項目');
  expect((await expert.say('S1-2、ほげ')).words).toContain('「ほげ」が選択肢に見つかりません');
  expect(await answered(['S1-2、S1-3', '骨子を一緒に見直した', 'ここまでで送る'])).toBeLessThanOrEqual(MOST);
  const [record] = await records();
  expect(record && currentVisit(record)?.content).toEqual({
    ...{ day: '2026-11-25', start: '13:30', end: '16:00', mode: 'in-person', items: ['S1-2', 'S1-3'] },
    text: '骨子を一緒に見直した',
  });
});

it('the next one knows the items and who took part, and asks two things', async () => {
  await expert.say('訪問予定 小海町 11/26 13:30-16:00 対面');
  house.at('2026-11-26T17:00:00+09:00');
  await expert.say('訪問記録');
  expect(expert.sees()).toContain('支援内容');
  expect(await answered(['続きをした', 'ここまでで送る'])).toBe(2);
});

it('that was never planned, in a municipality of several, online: everything that is needed', async () => {
  house.at('2026-11-27T17:00:00+09:00');
  const other = house.content.municipalities.find(
    ({ code }) =>
      code === house.content.members.find(({ email }) => email === 'expert-1@expert.example.jp')?.municipalities[1],
  );
  await expert.say('訪問記録');
  const answers = [
    '予定になかった訪問を記録',
    other?.name ?? '',
    '11/27',
    '10:00',
    '11:00',
    'オンライン（天候）',
    'S1-3',
  ];
  // Opening it is no answer, but the last two are.
  expect(await answered([...answers, '画面で相談に応じた', 'ここまでで送る'])).toBeLessThanOrEqual(MOST + 1);
});

it('several items at once are all taken or none, and what is none of them is said', async () => {
  await expert.say('訪問予定 小海町 11/30 10:00-11:00 その他');
  house.at('2026-11-30T17:00:00+09:00');
  await expert.say('訪問記録 小海町 11/30');
  await expert.say('やめる');
  await expert.ask('record-visit', { municipality: HOME, unplanned: 'yes', day: '2026-11-24', start: '09:00' });
  await expert.say('9:30');
  await expert.say('対面');
  await expert.say('支援した');
  await expert.say('ここまで');
  const written = (await records()).find(({ meeting }) => meeting.includes('20261124'));
  expect(written && currentVisit(written)?.content.items).toEqual(['S1-2', 'S1-3']);
});
