import { HOME } from '../../demo/programme.ts';
import { MEMBERS, MISMATCHES } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { type Pair, visitOf } from './said-of-visits.ts';

/** ミスマッチ, which only the secretariat knows of. Tuesday, 24 November 2026, 10:00. */
onBothChats({ history: false, allInTeams: true }, (house) => {
  let office: Person;
  let pair: Pair;
  beforeAll(async () => {
    office = house.secretariat();
    pair = await pairAt();
    for (const [day, score] of [
      ['2026-11-05', 3],
      ['2026-11-12', 2],
    ] as const) {
      const { record, rating } = visitOf(pair, day, { score });
      await house.service.store.visitRecords.put(record, 'absent');
      await house.service.store.ratings.put(rating, 'absent');
    }
  });

  async function pairAt(): Promise<Pair> {
    const members = (await house.service.store.members.list(MEMBERS)).map(({ value }) => value);
    const of = (role: string) =>
      members.find((one) => one.role === role && one.municipalities.includes(HOME))?.id ?? '';
    return { municipality: HOME, expert: of('expert'), officer: of('municipal') };
  }
  const kept = async () => (await house.service.store.mismatches.list(MISMATCHES)).map(({ value }) => value);

  it('stands in the list from the rating on, with what is due, and nothing is written for that', async () => {
    const list = await office.say('ミスマッチ');
    expect(list.words).toContain('解決していないミスマッチが1件あります');
    expect(list.words).toContain('小海町');
    expect(list.words).toContain('聞き取りの期限（11/19(木)）を過ぎています');
    expect(await kept()).toEqual([]);
  });

  it('is written part by part, with who wrote it', async () => {
    await office.say('ミスマッチ');
    await office.press(office.buttons().find((label) => label.startsWith('小海町')) ?? '');
    expect(office.sees()).toContain('満足度3以下が2回続いたため');
    await office.press('内容を書く');
    await office.press('記録する', { 理由区分: '進め方', 内容: '進め方の説明が少ない' });
    expect(office.sees()).toContain('進め方の説明が少ない');
    await office.press('聞き取りを書く');
    await office.press('記録する', { 市町村への聞き取り: '資料を先に見たい', 派遣人材への聞き取り: '前の週に送る' });
    expect(office.sees()).toContain('聞き取りまでの開庁日数');
    await office.press('対応を書く');
    await office.press('記録する', { 対応: '改善', 解決日: '2026-11-24', フォロー日: '2026-12-24' });
    expect(office.sees()).toContain('フォロー日 12/24');
    const [only] = await kept();
    expect(only?.versions).toHaveLength(3);
    expect(only?.versions.at(-1)).toMatchObject({
      ...{ category: 'approach', detail: '進め方の説明が少ない', heardOn: '2026-11-24', measure: 'improvement' },
      ...{ heard: { municipality: '資料を先に見たい', expert: '前の週に送る' }, followUpOn: '2026-12-24' },
    });
  });

  it('is opened by hand for a municipality and its expert', async () => {
    await office.say('ミスマッチ 小海町');
    await office.press(office.buttons().find((label) => label.endsWith('への申出を書く')) ?? '');
    await office.press('記録する', { 申出者区分: '派遣人材', 理由区分: '稼働', 内容: '月2回は難しい' });
    expect(office.sees()).toContain('月2回は難しい');
    expect((await kept()).map(({ reportedBy }) => reportedBy).toSorted()).toEqual(['expert', 'municipality']);
  });
});
