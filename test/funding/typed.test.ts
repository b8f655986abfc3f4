import { fundingRecordId } from '../../programme/funding/funding-record.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { initiated } from '../operations/initiated.ts';

const HOME = '203033';

onBothChats({ history: false, allInTeams: true }, (house) => {
  let hanako: Person;
  let office: Person;
  beforeAll(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    [hanako, office] = [house.officer(), house.secretariat()];
    for (const person of [hanako, office]) await person.install();
    await initiated(house.service.store, HOME, 'member-planted');
  });
  const record = async () =>
    (await house.service.store.fundingRecords.get(PROGRAMME, fundingRecordId(2026, HOME)))?.value;
  const states = async () => (await record())?.uses.flatMap(({ versions }) => versions) ?? [];
  const talks = async () => (await record())?.talks ?? [];

  it('the number of an initiative is no sum of money', async () => {
    expect((await hanako.say('財源状態 1 FN-07 不採択')).words).toContain('財源の状態を記録しました');
    expect(await states()).toMatchObject([{ state: 'rejected' }]);
    expect((await states())[0]).not.toHaveProperty('general');
    await hanako.say('財源状態 1 FN-07 協議中 一般財源 600');
    expect((await states()).at(-1)).toMatchObject({ state: 'negotiating', general: 600 });
  });

  it('a state that was recorded by mistake is taken off, and what stood before stands again', async () => {
    const standing = async () => (await states()).filter((version) => !version.removed).map(({ state }) => state);
    const before = await standing();
    await hanako.say('財源状態 1 FN-07 申請済');
    expect((await hanako.say('取消')).words).toContain('状態「申請済」');
    await hanako.press(hanako.buttons().find((label) => label.startsWith('はい')) ?? '');
    expect(hanako.sees()).toContain('今は「協議中」です');
    expect(await standing()).toEqual(before);
    await hanako.press('元に戻す');
    expect(await standing()).toEqual([...before, 'applied']);
    await hanako.say('財源状態 1 FN-07 採択');
    expect((await hanako.press('状態の記録を取り消す')).words).toContain('今は「申請済」です');
    expect(await standing()).toEqual([...before, 'applied']);
  });

  it('a funding whose only state was taken off stands beside the initiative no more', async () => {
    await hanako.say('財源状態 1 FN-12 不採択');
    expect((await hanako.press('状態の記録を取り消す')).words).toContain('今は「まだ記録なし」です');
    expect((await hanako.say('財源')).words).not.toContain('FN-12');
  });

  it.each([
    [
      '財源協議 11/20 市町村課 方向性を確認した',
      { day: '2026-11-20', division: '市町村課', result: '方向性を確認した' },
    ],
    [
      '財源協議 1 11/18 DX推進課 要領を待つ',
      { day: '2026-11-18', division: 'DX推進課', result: '要領を待つ', initiative: `initiative-2027-${HOME}-1` },
    ],
    [
      '財源協議 11/17 地域振興局 書かない窓口の導入 上限を確かめる',
      {
        ...{ day: '2026-11-17', division: '地域振興局', result: '上限を確かめる' },
        initiative: `initiative-2027-${HOME}-1`,
      },
    ],
    ['財源協議 11/16 課: 財政課 結果 見送り', { day: '2026-11-16', division: '財政課', result: '見送り' }],
  ])('「%s」 is a 協議 with its day, office and result', async (said, kept) => {
    expect((await hanako.say(said)).words).toContain('協議を記録しました');
    expect((await talks()).at(-1)).toMatchObject(kept);
  });

  it.each([
    ['財源協議 市町村課 11月12日に方向性を確認した', { day: '2026-11-12', result: '方向性を確認した' }],
    ['財源協議 市町村課 方向性を11/10に確認した', { day: '2026-11-10', result: '方向性を11/10に確認した' }],
    ['財源協議 11/9 市町村課 12/5に再協議', { day: '2026-11-09', result: '12/5に再協議' }],
  ])('the day in 「%s」 is the day of the 協議', async (said, kept) => {
    expect((await hanako.say(said)).words).toContain('協議を記録しました');
    expect((await talks()).at(-1)).toMatchObject({ division: '市町村課', ...kept });
  });

  it.each([
    '財源協議 2/30 市町村課 暦にない日',
    '財源協議 市町村課 13/40 暦にない日',
    '財源協議 市町村課 2月30日に暦にない日',
  ])('「%s」 is asked for its day, and nothing is written before', async (said) => {
    const before = await talks();
    expect((await hanako.say(said)).words).toContain('暦にない日です');
    expect(await talks()).toEqual(before);
    if (house.chat === 'teams') await hanako.press('記録する', { 協議した日: '2026-11-05' });
    else await hanako.say('11/5');
    expect(hanako.sees()).toContain('協議を記録しました');
    expect((await talks()).at(-1)).toMatchObject({ day: '2026-11-05', division: '市町村課', result: '暦にない日' });
    await hanako.press('協議を消す');
    await hanako.press('はい、消す');
  });

  it('what is asked again has no day in it where none was said', async () => {
    const { words } = await hanako.ask('record-funding-talk', { division: '課'.repeat(200), result: '見送り' });
    expect(words).toContain('まだ記録していません');
    expect(words).not.toContain('undefined');
    await hanako.say('やめる');
  });

  it('a name that no initiative has is no result', async () => {
    expect((await hanako.say('財源協議 宇宙開発')).words).toContain('という取組は工程表にありません');
  });

  it('one recorded by mistake is taken off once it was seen, and comes back', async () => {
    await hanako.say('財源協議 11/13 市町村課 まちがい');
    expect((await hanako.say('取消')).words).toContain('協議を消す');
    expect((await hanako.press('協議を消す')).words).toContain('まだ消していません');
    expect(hanako.sees()).toContain('まちがい');
    await hanako.press('はい、消す');
    expect(hanako.sees()).toContain('令和8年11月13日（金）の協議を消しました');
    expect((await talks()).find(({ result }) => result === 'まちがい')).toHaveProperty('removed');
    expect((await hanako.say('財源')).words).not.toContain('まちがい');
    await hanako.say('取消');
    await hanako.press(hanako.buttons().find((label) => label.startsWith('はい')) ?? '元に戻す');
    expect((await talks()).find(({ result }) => result === 'まちがい')).not.toHaveProperty('removed');
  });

  it('which one is asked where none is named', async () => {
    await hanako.say('財源協議を消す');
    await hanako.press('11/16(月) 財政課');
    await hanako.press('はい、消す');
    expect((await hanako.say('財源')).words).not.toContain('見送り');
  });

  it('terms that are confirmed do not say 未確認 any more, and what does is named', async () => {
    const { words } = await office.say('財源の変更 FN-07 確認日 11/24');
    expect(words).toContain('12〜1月頃（未確認）');
    expect(words).toContain('まだ変えていません');
    await office.press('はい、変える');
    expect((await hanako.say('財源一覧 FN-07')).words).not.toContain('（未確認）');
    expect((await office.say('財源の変更 FN-01 確認日 11/24')).words).toContain(
      '「未確認」と書いたところが残っています',
    );
    await office.say('やめる');
  });

  it.each([
    ['財源の締切を変える', '財源の一覧'],
    ['FN-09の締切を変えたい', 'FN-09'],
    ['FN-09の率を直したいです', 'FN-09'],
  ])('「%s」 asks what is to be changed, and complains of nothing', async (said, seen) => {
    const { words } = await office.say(said);
    expect(words).toContain(seen);
    expect(words).not.toMatch(/登録できません|まだ変えていません/);
    await office.say('やめる');
  });

  it.each([
    ['なし', 12],
    ['消す', 15],
    ['未定', 16],
  ])('a deadline is emptied by 「%s」, and brought back', async (said, date) => {
    const until = async () => (await office.say('財源一覧 FN-08')).words;
    await office.say(`財源の変更 FN-08 締切 2027/2/${date}`);
    await office.press('はい、変える');
    expect((await office.say(`財源の変更 FN-08 締切 ${said}`)).words).toContain(`令和9年2月${date}日`);
    await office.press('はい、変える');
    expect(await until()).not.toContain(`令和9年2月${date}日`);
    await office.say('取消');
    await office.press('はい、取り消す');
    expect(await until()).toContain(`令和9年2月${date}日`);
  });

  it('the card of a deadline empties it too', async () => {
    await office.ask('change-funding-terms', { funding: 'FN-08', of: 2027, part: 'until' });
    await office.press('日付を消す');
    await office.press('はい、変える');
    expect((await office.say('財源一覧 FN-08')).words).not.toContain('令和9年2月16日');
  });

  it('a day of another era says how a day is written', async () => {
    const { words } = await office.say('財源の変更 FN-08 締切 平成30年3月1日');
    expect((await hanako.say('財源一覧 平成30年度')).words).toContain('令和元年度より前のものはありません');
    expect((await hanako.say('財源協議 平成30年3月1日 市町村課 まちがい')).words).toContain('年を確かめてください');
    expect(words).toContain('2018年3月1日は、令和9年度の受付の日として離れています');
    await office.say('やめる');
  });
});
