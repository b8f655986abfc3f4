import { municipal } from '../../storage/collections.ts';
import { onBothChats } from '../on-both-chats.ts';

/** Where cards hold no fields, a question for a text hears whatever is sent; a whole command is none. */
onBothChats({}, (house) => {
  const isAsked = () => house.chat === 'line-works';
  const helps = async () =>
    (await house.service.store.helpRequests.list(municipal('203033'))).map(({ value }) => value.text);

  /** The question for 困りごと of the weekly report, where there are questions. */
  async function atText() {
    const hanako = house.officer();
    if (!isAsked()) return hanako;
    await hanako.say('週次報告');
    await hanako.press('変わったことを入力する');
    await hanako.press('困りごと');
    return hanako;
  }

  it.each([
    ['状況 小海町', '小海町の状況'],
    ['状況 ステップ1', 'ステップ1 全体方針の決定'],
    ['会議 過去', '終わった会議'],
  ])('「%s」 is shown, and the question waits', async (said, expected) => {
    const hanako = await atText();
    const { words } = await hanako.say(said);
    expect(words).toContain(expected);
    if (!isAsked()) return;
    expect(words).toContain('止めてあります');
    expect((await hanako.say('続ける')).words).toContain('困りごと');
    await hanako.say('やめる');
  });

  it.each(['休み 12/24', '変更なし K0-03', '状況を見せて', '取消したい', 'KPI Excel', '検索 庁議'])(
    '「%s」 is asked about before it is taken for an answer',
    async (said) => {
      if (!isAsked()) return;
      const hanako = await atText();
      const { words } = await hanako.say(said);
      expect(words).toContain('始めますか');
      expect(hanako.buttons()).toContain('答えとして書く');
      expect((await hanako.press('答えとして書く')).words).toContain(`→ ${said}`);
      await hanako.say('やめる');
    },
  );

  it('a value by its id is reported at once, and the question waits', async () => {
    const hanako = house.officer();
    if (isAsked()) await hanako.say('相談');
    const { words } = await hanako.say('K0-03 30/32');
    expect(words).toContain('93.8%（30/32）');
    await hanako.say('やめる');
    expect((await hanako.say('取消')).words).toContain('取り消しました');
  });

  it('several of them, pasted, are asked about before they are taken for an answer', async () => {
    if (!isAsked()) return;
    const hanako = house.officer();
    await hanako.say('相談');
    expect((await hanako.say('K0-03 31/32\nK1-03 80/96')).words).toContain('にも読めます');
    expect(hanako.buttons()).toContain('答えとして書く');
    await hanako.say('やめる');
    expect(await helps()).not.toContain('K0-03 31/32\nK1-03 80/96');
  });

  it('who may report nothing has written a text', async () => {
    const prefecture = house.prefecture();
    await prefecture.say(isAsked() ? '事故' : '事故 K0-03 30/32');
    const { words } = await (isAsked() ? prefecture.say('K0-03 30/32') : prefecture.press('はい、すぐに届ける'));
    expect(words).toContain('事故の第1報を受け付けました');
  });

  it('what was asked about is begun, and the question comes back as it was', async () => {
    const hanako = await atText();
    if (isAsked()) await hanako.say('休み 12/24');
    const { words } = isAsked() ? await hanako.press('「休み」を始める') : await hanako.say('休み 12/24');
    expect(words).toContain('12/24(木)を休みとして登録しました');
    if (isAsked()) expect((await hanako.say('続ける')).words).not.toContain('始めますか');
    await hanako.say('復帰');
    await hanako.say('やめる');
  });

  it.each([
    ['はい', '庁議'],
    ['いいえ', '→ 検索 庁議'],
  ])('「%s」 settles it too', async (said, expected) => {
    if (!isAsked()) return;
    const hanako = await atText();
    await hanako.say('検索 庁議');
    expect((await hanako.say(said)).words).toContain(expected);
    await hanako.say('やめる');
  });

  it('the word of the form itself begins it anew', async () => {
    const hanako = house.officer();
    await hanako.say('相談');
    expect((await hanako.say('相談 例規の改正の進め方')).words).toContain('「例規の改正の進め方」');
    expect(await helps()).toContain('例規の改正の進め方');
  });

  it.each(['状況が悪くて困っています', '休み の職員が多い', '進捗 なし', '訂正 印を押した', '会議の日程が合わない'])(
    '「%s」 only holds such a word, and is the answer',
    async (said) => {
      if (!isAsked()) return;
      const hanako = await atText();
      expect((await hanako.say(said)).words).toContain(`→ ${said}`);
      await hanako.say('やめる');
    },
  );
});
