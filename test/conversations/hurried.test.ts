import { municipal } from '../../storage/collections.ts';
import { onBothChats } from '../on-both-chats.ts';

/** What people write who have no time to look at how it is written. */
onBothChats({}, (house) => {
  const kpi = async (id: string) =>
    (await house.service.store.kpis.get(municipal('203033'), `kpi-2026-${id}`))?.value.entries.findLast(
      ({ undone }) => !undone,
    );
  const stage = async (id: string) =>
    (await house.service.store.items.get(municipal('203033'), `item-2026-${id}`))?.value.versions.findLast(
      ({ undone }) => !undone,
    )?.stage;
  const written = async () => JSON.stringify([await kpi('K0-03'), await kpi('K1-03'), await stage('S2-2')]);

  it.each(['残りは変更なし', '残りは変わりません', 'ほかは変わりなし', '残りは変化なし'])(
    '「%s」 does what the button of that name does',
    async (said) => {
      const hanako = house.officer();
      await hanako.say('K0-03 30/32');
      const { words } = await hanako.say(said);
      expect(words).toContain('「変更なし」で受け付けました');
      expect(words).not.toContain('K0-03');
      expect(await kpi('K1-03')).toMatchObject({ kind: 'unchanged' });
      expect(await kpi('K0-03')).toMatchObject({ numerator: 30 });
      await hanako.say('取消');
      expect((await hanako.say('取消')).words).toContain('これも取り消しますか');
      expect((await hanako.say('はい')).words).toContain('取り消しました');
    },
  );

  it.each(['今週は特に何もありません', '異常なし', '特になし', '問題ありません'])(
    '「%s」 is asked about, and a yes is enough',
    async (said) => {
      const hanako = house.officer();
      const before = await written();
      expect((await hanako.say(said)).words).toContain('「変更なし」と読み取りました');
      expect(await written()).toBe(before);
      expect((await hanako.say('はい')).words).toContain('「変更なし」で受け付けました');
      await hanako.say('取消');
    },
  );

  it.each(['S2-2は来月終わる予定です', '来月完了予定', '完了予定です', 'S2-2は来月完了予定', '来月決まる予定'])(
    '「%s」 asks for no meetings, and writes nothing',
    async (said) => {
      const before = await written();
      expect((await house.officer().say(said)).words).not.toContain('会議の予定');
      expect(await written()).toBe(before);
    },
  );

  it('whoever says of which item it was planned has not said that it is done', async () => {
    const hanako = house.officer();
    const asked = await hanako.say('来月完了見込み');
    expect(asked.words).toContain('段階や値は入れていません');
    const before = await written();
    if (house.chat === 'line-works') expect((await hanako.say('S2-2')).words).toContain('段階');
    expect(await written()).toBe(before);
    await hanako.say('やめる');
  });

  it.each(['予定', '来月の予定', '予定を見せて'])('「%s」 still shows the meetings', async (said) => {
    expect((await house.officer().say(said)).words).toContain('会議の予定');
  });

  it('a week that is closed is said to be before anything is asked', async () => {
    const hanako = house.officer();
    const { words } = await hanako.say('訂正 K0-03');
    expect(words).toContain('の週は締め切りました');
    expect(words).not.toContain('訂正の理由');
    expect((await hanako.say('訂正')).words).not.toContain('K0-03');
    expect((await house.secretariat().say('小海町 訂正 K0-03')).words).toContain('K0-03 DX基礎研修受講率の訂正');
    await house.secretariat().say('やめる');
  });
});
