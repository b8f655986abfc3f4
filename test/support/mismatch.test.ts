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

  it('takes what is neither words nor a number for nobody’s answer', async () => {
    const odd = { municipality: { of: 'anything' }, detail: ['x'], measure: 'なんでも' } as unknown as Record<
      string,
      never
    >;
    expect((await house.secretariat().ask('record-mismatch', odd)).words).not.toContain('受付番号');
  });

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

  it('is not written over what a colleague has written since the form was opened; nothing typed is lost', async () => {
    const colleague = house.person('office-2@office.example.jp');
    const [one] = await kept();
    const open = { mismatch: one?.id, part: 'story', seen: one?.versions.length ?? 0 };
    await colleague.ask('record-mismatch', { ...open, detail: '月1回なら続けられる' });
    const mine = await office.ask('record-mismatch', { ...open, detail: '日程を相談したい' });
    expect(mine.words).toContain('先に書きました。まだ記録していません');
    expect(mine.words).toContain('月1回なら続けられる');
    expect((await kept()).flatMap(({ versions }) => versions.map(({ detail }) => detail))).not.toContain(
      '日程を相談したい',
    );
    const seen = await office.ask('record-mismatch', { ...open, seen: open.seen + 1, detail: '日程を相談したい' });
    expect(seen.words).toContain('記録しました');
  });

  it.each([
    ['解決日', { part: 'measure', measure: 'none', resolvedOn: '2026-12-01' }],
    ['聞き取りを終えた日', { part: 'hearing', heardMunicipality: 'あ', heardOn: '2026-10-01' }],
    ['フォロー日', { part: 'measure', measure: 'none', followUpOn: '2026-10-01' }],
  ])('a %s that cannot be is asked for again, and nothing is half-written', async (label, input) => {
    const before = await kept();
    const said = await office.ask('record-mismatch', { mismatch: before[0]?.id, ...input });
    expect(said.words).toContain(`${label}は、申出日`);
    expect(await kept()).toEqual(before);
  });

  it('tells in one sentence what is missing or not there', async () => {
    expect((await office.say('ミスマッチ記録')).words).toContain('「ミスマッチ記録 市町村名」のように送ってください');
    expect((await office.ask('show-mismatch', { mismatch: 'mismatch-gone' })).words).toContain(
      'もとの回答が取り消された',
    );
    expect((await office.ask('record-mismatch', { mismatch: 'mismatch-gone', detail: 'あ' })).words).toContain(
      'なくなりました',
    );
  });

  it('is shown in no room, not even the secretariat’s own', async () => {
    const room = office.in(house.room('事務局の部屋') as never);
    await room.say('部屋登録 事務局');
    expect((await room.say('ミスマッチ')).words).toContain('1対1のチャットで「ミスマッチ」と送ってください');
  });

  it('is the same to everybody else as where there is none: refused alike, and offered to nobody', async () => {
    const others = [house.officer(), house.prefecture(), house.person('expert-1@expert.example.jp')];
    for (const other of others) {
      for (const said of ['ミスマッチ', 'ミスマッチ 小海町', 'ミスマッチ記録 川上村'])
        expect((await other.say(said)).words).toContain('この操作は事務局の方だけが行えます。');
      expect((await other.say('ヘルプ')).words + other.buttons().join()).not.toContain('ミスマッチ');
      expect((await other.say('ミスマチを見たい')).words + other.buttons().join()).not.toMatch(
        /申出|ミスマッチ(?!を見たい)/,
      );
    }
    expect(house.logged()).not.toMatch(/mismatch|ミスマッチ|進め方の説明/);
  });
});
