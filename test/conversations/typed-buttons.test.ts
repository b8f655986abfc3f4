import { municipal } from '../../storage/collections.ts';
import { onBothChats } from '../on-both-chats.ts';
import { initiated } from '../operations/initiated.ts';

const HOME = '203033';

/** A button that is in sight is that button when its name is typed; a row and its value are one answer. */
onBothChats({}, (house) => {
  const isAsked = () => house.chat === 'line-works';
  beforeAll(() => initiated(house.service.store, HOME, 'member-planted'));

  it.each([
    ['相談一覧', '終わった相談'],
    ['事故 一覧', '完了した事故'],
    ['会議', '終わった会議'],
  ])('on the card of 「%s」: %s', async (list, button) => {
    const office = house.secretariat();
    const { words } = await office.say(list);
    expect(words).toContain(button);
    const typed = await office.say(button);
    expect(typed.words).toContain(button);
    expect(typed.words).not.toMatch(/届けますか|困っていること|どれに近い|読み取りました/);
    const counted = await house.service.store.helpRequests.list(municipal(HOME));
    expect(counted.map(({ value }) => value.text)).not.toContain(button);
  });

  it('of a card before the last one only what writes nothing', async () => {
    const hanako = house.officer();
    await hanako.say('議題 窓口の受付時間');
    await hanako.say('会議');
    expect((await hanako.say('取り下げる')).words).not.toContain('議題を取り下げました');
    await hanako.say('やめる');
  });

  it('a row by its number or its name, and its value behind', async () => {
    if (!isAsked()) return;
    const hanako = house.officer();
    await hanako.say('週次報告');
    const list = await hanako.press('変わったことを入力する');
    expect(list.words).toContain('「K0-03 62」のように');
    expect((await hanako.say('2 72/96')).words).toContain('72/96');
    expect((await hanako.say('所管課ヒアリング実施率 25/28')).words).toContain('25/28');
    const both = await hanako.say('K0-03 30/32 K1-03 73/96');
    expect(both.words).toContain('→ 30/32');
    expect(both.words).toContain('→ 73/96');
    await hanako.say('やめる');
    await hanako.say('財源 1');
    const money = await hanako.press('財源の欄を書く');
    expect(money.words).not.toContain('K0-03 62');
    expect((await hanako.say('必要予算 初期 100万円')).words).not.toMatch(/取りやめ|S2-6/);
    await hanako.say('やめる');
  });

  it.each([
    ...['先週の報告どうなってる？', '報告どうなって', '報告はどうなってますか', '報告どうなった？', '報告 どうなって'],
    ...['報告って今どうなってる', '今週の報告はどうなっていますか', '週次報告どうなって', '報告、どうですか？'],
  ])('「%s」 looks up how the reports stand, and begins none', async (said) => {
    expect((await house.officer().say(said)).words).toContain('小海町の状況');
    const { words } = await house.secretariat().say(said);
    expect(words).toMatch(/未報告|報告済み/);
    expect(words).not.toContain('どの市町村');
    expect(house.secretariat().buttons()).not.toContain('報告する');
  });

  it('what troubles somebody goes along with the reports in front of it', async () => {
    const hanako = house.officer();
    expect((await hanako.say('S2-1 決定 K0-03 27/32 相談 例規の改正が進まない')).words).toContain(
      '例規の改正が進まない',
    );
    const { words } = await hanako.say('はい');
    expect(words).toContain('27/32');
    expect(words).toContain('困りごと');
    await hanako.say('取消');
    expect((await hanako.say('K0-03 28/32 困りごと 例規の改正が進まない')).words).toContain('例規の改正が進まない');
    await hanako.say('やめる');
  });
});
