import { municipal } from '../../storage/collections.ts';
import { onBothChats } from '../on-both-chats.ts';

/** What was entered in the midst of a form is never lost without a word, nor written over by what is said beside it. */
onBothChats({}, (house) => {
  const isAsked = () => house.chat === 'line-works';
  const kpi = async (id: string) =>
    (await house.service.store.kpis.get(municipal('203033'), `kpi-2026-${id}`))?.value.entries.findLast(
      ({ undone }) => !undone,
    );
  const WEEKLY = ['K1-03', 'K1-04', 'K3-201', 'K3-801'];

  /** Of the weekly report 30/32 and a word of trouble are entered, one by one where there are questions. */
  async function entered(trouble = true) {
    const hanako = house.officer();
    await hanako.say('週次報告');
    await hanako.press('変わったことを入力する');
    await hanako.say('K0-03 30/32');
    if (!trouble) return hanako;
    await hanako.press('困りごと');
    await hanako.say('例規の改正が進まない');
    return hanako;
  }

  it('残りは変更なし sends what was entered, and the rest as before', async () => {
    const hanako = house.officer();
    await hanako.say('週次報告');
    if (isAsked()) {
      await entered();
      expect(hanako.buttons()).toContain('残りは変更なし');
      for (const said of ['変更なし', '全て変更なし', '全部変わりません'])
        expect((await hanako.say(said)).words).toContain('「残りは変更なし」を選んでください');
      expect(await kpi('K1-03')).not.toMatchObject({ week: '2026-11-23' });
    }
    const { words } = isAsked()
      ? await hanako.say('残りは変更なし')
      : await hanako.press('入力した内容で報告する', {
          'answers.K0-03.numerator': '30',
          'answers.K0-03.denominator': '32',
          text: '例規の改正が進まない',
          ...Object.fromEntries(WEEKLY.map((id) => [`answers.${id}.same`, true])),
        });
    expect(words).toContain('30/32');
    expect(words).toContain('困りごと');
    expect(words).toContain('「例規の改正が進まない」');
    expect(words).toContain('までに、事務局からお答えします');
    expect(hanako.buttons()).toContain('体制');
    expect(await kpi('K0-03')).toMatchObject({ numerator: 30, denominator: 32 });
    expect(await kpi('K1-03')).toMatchObject({ kind: 'unchanged' });
    await hanako.say('取消');
  });

  it('waits beside a look and behind another form, and comes back after it', async () => {
    if (!isAsked()) return;
    const hanako = await entered();
    expect((await hanako.say('グラフ K0-03')).words).toContain('止めてあります');
    expect((await hanako.say('会議')).words).toContain('止めてあります');
    expect((await hanako.say('61/70')).words).toContain('KPI報告');
    expect(hanako.sees()).toContain('止めてあります');
    expect((await hanako.say('やめる')).words).toContain('止めてあります');
    expect((await hanako.say('KPI報告')).words).toContain('止めてあります');
    expect((await hanako.say('状況 ステップ1')).words).toContain('止めてあります');
    await hanako.say('やめる');
    const back = await hanako.say('続ける');
    expect(back.words).toContain('30/32');
    expect(back.words).toContain('例規の改正が進まない');
    expect((await hanako.say('やめる')).words).not.toContain('止めてあります');
  });

  it('goes on in the same form where that is begun anew', async () => {
    if (!isAsked()) return;
    const hanako = await entered();
    await hanako.say('週次報告');
    const { words } = await hanako.press('変わったことを入力する');
    expect(words).toContain('30/32');
    expect(words).toContain('例規の改正が進まない');
    await hanako.say('やめる');
  });

  it('waits also where what was asked beside it is refused, and is sent from there', async () => {
    const hanako = house.officer();
    if (isAsked()) {
      await entered(false);
      expect((await hanako.say('項目 S9-9')).words).toContain('止めてあります');
    } else {
      await hanako.say('週次報告');
    }
    const { words } = isAsked()
      ? await hanako.say('ここまでで送る')
      : await hanako.press('入力した内容で報告する', {
          'answers.K0-03.numerator': '30',
          'answers.K0-03.denominator': '32',
        });
    expect(words).toContain('30/32');
    await hanako.say('取消');
  });

  it('a button of the cards in sight is that button when it is typed', async () => {
    const hanako = house.officer();
    expect((await hanako.say('議題 電子申請の共同調達について')).words).toContain('議題に加えました');
    const isOwn = async () => (await house.service.store.agendaTopics.list('_programme')).map(({ value }) => value);
    expect((await isOwn()).filter(({ undone }) => !undone)).toHaveLength(1);
    expect((await hanako.say('次第を見る')).words).toContain('電子申請の共同調達について');
    await hanako.say('議題 窓口のこと');
    // What is written is taken back where it is shown: 取り下げる is a word of its own.
    expect((await hanako.say('取り下げる')).words).toContain('議題「窓口のこと」です');
    expect((await hanako.press('はい、議題「窓口のこと」を取り消す')).words).toContain('取り下げました');
    expect((await hanako.say('次第を見る')).words).not.toContain('加えました');
    expect((await hanako.say('やめる')).words).not.toContain('加えました');
    expect((await isOwn()).map(({ text }) => text)).not.toContain('次第を見る');
  });

  it('直す shows what was entered, to be changed', async () => {
    const hanako = house.officer();
    await hanako.say('週次報告');
    if (isAsked()) {
      await hanako.press('変わったことを入力する');
      await hanako.say('K1-03 3/96');
      await hanako.say('K0-03 30/32');
    }
    const asked = isAsked()
      ? await hanako.say('ここまでで送る')
      : await hanako.press('入力した内容で報告する', {
          'answers.K0-03.numerator': '30',
          'answers.K0-03.denominator': '32',
          'answers.K1-03.numerator': '3',
          'answers.K1-03.denominator': '96',
        });
    expect(asked.words).toContain('（3/96）');
    const again = await hanako.press('直す');
    expect(again.words).toContain('まだ記録していません');
    if (isAsked()) {
      expect(again.words).toContain('30/32');
      expect(again.words).toContain('3/96');
      await hanako.say('K1-03 70/96');
    }
    const { words } = isAsked()
      ? await hanako.say('ここまでで送る')
      : await hanako.press('入力した内容で報告する', { 'answers.K1-03.numerator': '70' });
    expect(words).toContain('30/32');
    expect(words).toContain('70/96');
    await hanako.say('取消');
  });

  it('訂正 is of the last week that was reported, if only as 変更なし', async () => {
    const hanako = house.officer();
    expect((await kpi('K1-03'))?.kind).toBe('unchanged');
    expect((await hanako.say('訂正 K1-03')).words).toContain('11/16(月)の週');
    expect(hanako.sees()).not.toContain('変更なし（変更なし）');
    await hanako.say('やめる');
    expect((await hanako.say('訂正')).words).toContain('K1-03');
    await hanako.say('やめる');
  });

  it('a meeting that there is not is asked about, and a meeting alone is looked at', async () => {
    const hanako = house.officer();
    const topics = async () => (await house.service.store.agendaTopics.list('_programme')).length;
    const before = await topics();
    expect((await hanako.say('議題 調整会議 共同調達について')).words).toContain('「調整会議」は見つかりません');
    expect(await topics()).toBe(before);
    const [first = ''] = hanako.buttons();
    expect((await hanako.press(first)).words).toContain('議題に加えました');
    expect((await hanako.say('取り下げる')).words).toContain('議題「共同調達について」です');
    expect((await hanako.press('はい、議題「共同調達について」を取り消す')).words).toContain('取り下げました');
    const { title, day } = house.content.meetings.find(({ day }) => day > '2026-11-24') ?? { title: '', day: '' };
    const after = await topics();
    const [, month, date] = day.split('-').map(Number);
    expect((await hanako.say(`次第 ${title.slice(0, 4)} ${month}/${date}`)).words).toContain('次第');
    expect(await topics()).toBe(after);
    await hanako.say('やめる');
  });
});
