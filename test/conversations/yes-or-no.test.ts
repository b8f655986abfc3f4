import { onBothChats } from '../on-both-chats.ts';

onBothChats({}, (house) => {
  const helps = async () =>
    (await house.service.store.helpRequests.list('m-203033'))
      .filter(({ value }) => !value.undone)
      .map(({ value }) => value.text);
  const week = async () =>
    (await house.service.store.kpis.get('m-203033', 'kpi-2026-K0-03'))?.value.entries.findLast(({ undone }) => !undone);
  const before = { numerator: 26, denominator: 32 };

  describe('a question with a yes and a no', () => {
    it.each(['はい', 'うん', 'お願いします', 'OK', 'そうです', 'はい、お願いします', 'それで合ってます'])(
      'is answered by 「%s」 as by its button',
      async (yes) => {
        const hanako = house.officer();
        expect((await hanako.say('K0-03 30/40')).words).toContain('まだ記録していません');
        expect((await hanako.say(yes)).words).toContain('実績を受け付けました');
        expect(await week()).toMatchObject({ numerator: 30, denominator: 40 });
        await hanako.say('取消');
      },
    );

    it.each(['いいえ', '違います', 'やめて'])('is left by 「%s」', async (no) => {
      const hanako = house.officer();
      await hanako.say('K0-03 30/40');
      expect((await hanako.say(no)).words).toContain('何も記録していません');
      expect(await week()).toMatchObject(before);
      expect((await hanako.say('はい')).words).toContain('お聞きしていることがありません');
    });

    it.each(['大丈夫です', '了解しました', 'いいです'])(
      'stays open after 「%s」, which may be either',
      async (either) => {
        const hanako = house.officer();
        await hanako.say('K0-03 30/40');
        expect((await hanako.say(either)).words).toContain('よろしければ「はい」');
        expect(await week()).toMatchObject(before);
        expect((await hanako.say('はい')).words).toContain('実績を受け付けました');
        await hanako.say('取消');
      },
    );

    it('is over once something else was asked for, or pressed', async () => {
      const hanako = house.officer();
      await hanako.say('K0-03 30/40');
      await hanako.say('状況');
      expect((await hanako.say('はい')).words).toContain('お聞きしていることがありません');
      await hanako.say('K0-03 30/40');
      await hanako.press('やめる');
      expect((await hanako.say('はい')).words).toContain('お聞きしていることがありません');
      expect(await week()).toMatchObject(before);
    });
  });

  describe('nothing is passed on to the secretariat', () => {
    it.each(['相談 特になし', '困りごと なし', '相談 特にありません'])('by 「%s」', async (said) => {
      expect((await house.officer().say(said)).words).toContain('届けていません');
      expect(await helps()).toEqual([]);
    });

    it('by 特になし beside a report', async () => {
      const hanako = house.officer();
      await hanako.say('週次報告');
      await hanako.open('変わったことを入力する');
      if (house.chat === 'teams') {
        await hanako.press('入力した内容で報告する', { text: '特になし' });
      } else {
        await hanako.say('困りごと');
        await hanako.say('特になし');
      }
      expect(await helps()).toEqual([]);
    });
  });

  it('what troubles somebody is shown as it was written, and goes there by a yes', async () => {
    const hanako = house.officer();
    const asked = await hanako.say('困っています。例規の改正が進みません');
    expect(asked.words).toContain('「困っています。例規の改正が進みません」');
    expect(await helps()).toEqual([]);
    expect((await hanako.press('はい、届ける')).words).toContain('相談を受け付けました');
    expect(await helps()).toEqual(['困っています。例規の改正が進みません']);
  });
});
