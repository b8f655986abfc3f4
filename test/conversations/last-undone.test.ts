import { PROGRAMME } from '../../storage/collections.ts';
import { kpiAt } from '../../storage/progress.ts';
import { onBothChats } from '../on-both-chats.ts';

/** 取消 means what was done last, whatever it was: it takes that back, or says by name that it cannot. */
onBothChats({}, (house) => {
  beforeAll(() => house.at('2026-11-24T10:00:00+09:00'));
  const last = async () => {
    const { partition, id } = kpiAt('203033', 2026, 'K0-03');
    return (await house.service.store.kpis.get(partition, id))?.value.entries.findLast(({ undone }) => !undone);
  };

  it.each([
    ['出席', '「出席」の記録'],
    ['設定 火 10:00', '「設定」の記録'],
  ])('behind 「%s」 no older report is taken back', async (said, what) => {
    const hanako = house.officer();
    await hanako.say('KPI報告 K0-03 30/32');
    await hanako.say(said);
    const { words } = await hanako.say('取消');
    expect(words).toContain(`最後に記録したのは`);
    expect(words).toContain(what);
    expect(words).toContain('取消では戻りません');
    expect(await last()).toMatchObject({ numerator: 30 });
    // What was reported before it is still one tap away.
    const report = hanako.buttons().find((label) => label.startsWith('K0-03'));
    expect((await hanako.press(report ?? '')).words).toContain('取り消しました');
    expect(await last()).not.toMatchObject({ numerator: 30 });
  });

  it('a topic is dropped by 取消 once it was shown, and no older report is', async () => {
    const hanako = house.officer();
    await hanako.say('KPI報告 K0-03 30/32');
    await hanako.say('議題 第7回 予算のこと');
    expect((await hanako.say('取消')).words).toContain('議題「予算のこと」です。');
    await hanako.press('はい、議題「予算のこと」を取り消す');
    expect((await hanako.say('会議')).words).not.toContain('予算のこと');
    expect(await last()).toMatchObject({ numerator: 30 });
    await hanako.say('取消');
    const report = hanako.buttons().find((label) => label.startsWith('K0-03'));
    await hanako.press(report ?? '');
    expect(await last()).not.toMatchObject({ numerator: 30 });
  });

  it.each(['取消', '取り下げる'])('the prefecture takes back what it asked for by %s', async (said) => {
    const prefecture = house.prefecture();
    await prefecture.say('臨時報告 標準化の進み具合');
    expect((await prefecture.say(said)).words).toContain('臨時報告です。');
    await prefecture.press('はい、臨時報告を取り消す');
    expect(prefecture.sees()).toContain('取り下げました');
    expect(prefecture.sees()).toContain('取下げ');
    expect(prefecture.sees()).not.toContain('完了');
    expect(prefecture.buttons()).not.toContain('まだ');
  });

  it('the prefecture that recorded nothing is told so, and who may not is told who may', async () => {
    const nobody = house.person('pref-2@pref.example.jp');
    expect((await nobody.say('取消')).words).toContain('取り消せる');
  });

  it('what only shows something is not what was recorded last', async () => {
    const office = house.secretariat();
    await office.say('協議 旅費の扱い');
    await office.say('共有版 第7回');
    expect((await office.say('取消')).words).toContain('協議です。');
    await office.press('はい、協議を取り消す');
    expect(office.sees()).toContain('取り下げました');
  });

  it('the secretariat is shown what they reported last, and not an older change of settings', async () => {
    const office = house.secretariat();
    await office.say('KPI設定 K0-03 小海町 目標 85');
    await office.press('はい、変える');
    await office.say('KPI報告 K0-03 小海町 29/32');
    expect((await office.say('取消')).words).toContain('「KPI報告」の記録');
    expect((await office.press('はい、「KPI報告」の記録を取り消す')).words).toContain('取り消しました');
    expect(await last()).not.toMatchObject({ numerator: 29 });
    // Now the change of settings is the last one again.
    expect((await office.say('取消')).words).toContain('85%');
    await office.press('はい、取り消す');
  });

  it('the secretariat is told what cannot be taken back', async () => {
    const office = house.secretariat();
    await office.say('KPI設定 K0-03 小海町 目標 85');
    await office.press('はい、変える');
    await office.say('会議作成 打合せ 12/10 14:00-15:00 オンライン 県');
    const { words } = await office.say('取消');
    expect(words).toContain('12/10(木)の打合せ');
    expect(words).toContain('取消では戻りません');
    await office.press('この会議を中止する');
    expect(office.sees()).toContain('中止');
  });

  it('a 承諾依頼 is named, and no older change of settings is taken back', async () => {
    const office = house.secretariat();
    await office.say('KPI設定 K0-03 小海町 目標 86');
    await office.press('はい、変える');
    await office.say('共有版');
    await office.press('承諾を依頼（支援対象の市町村）');
    const { words } = await office.say('取消');
    expect(words).toContain('承諾依頼」の記録');
    expect(words).toContain('取消では戻りません');
    await office.say('やめる');
  });

  it('業務報告書編集 is named, and no older change of settings is taken back', async () => {
    const office = house.secretariat();
    await office.say('業務報告書編集 概要 今年の支援の概要です。');
    const { words } = await office.say('取消');
    expect(words).toContain('業務報告書の下書きです');
    expect(words).toContain('取消では戻りません');
    await office.say('やめる');
  });

  it('議事録の確認 is taken back, by whoever recorded it', async () => {
    const office = house.secretariat();
    const prefecture = house.prefecture();
    await office.say('議事録 9/24 次は12月に開く');
    if (house.chat === 'line-works') await office.say('やめる');
    const confirmed = async () => {
      const all = (await house.service.store.minutes.list(PROGRAMME)).map(({ value }) => value);
      return all.flatMap(({ confirmed: said = [] }) => said).filter(({ undone }) => undone === undefined).length;
    };
    for (const [who, said] of [
      [office, '議事録の確認 11/20'],
      [prefecture, '議事録の確認'],
    ] as const) {
      const before = await confirmed();
      expect((await who.say(said)).words).toContain('議事録を確認しました');
      expect(await confirmed()).toBe(before + 1);
      expect((await who.say('取消')).words).toContain('議事録の確認です');
      await who.press('はい、議事録の確認を取り消す');
      expect(await confirmed()).toBe(before);
    }
    expect((await prefecture.say('取消')).words).toContain('取り消せる記録がありません');
  });

  it('the prefecture is told what of theirs cannot be taken back', async () => {
    const prefecture = house.prefecture();
    await prefecture.say('休み 12/21-12/22');
    const { words } = await prefecture.say('取消');
    expect(words).toContain('「休み」の記録');
    expect(words).toContain('取消では戻りません');
    await prefecture.say('やめる');
  });

  it('what was taken back by 取消 is not what was recorded last', async () => {
    const hanako = house.officer();
    await hanako.say('KPI報告 K0-03 31/32');
    await hanako.say('KPI報告 K0-03 32/32');
    await hanako.say('取消');
    expect((await hanako.say('取消')).words).toContain('これも取り消しますか');
    await hanako.say('はい');
  });
});
