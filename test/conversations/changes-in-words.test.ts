import { meetingsInOrder } from '../../programme/meetings/said.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import { onBothChats } from '../on-both-chats.ts';

/** What is to be changed, in plain words: the command that changes it, and never a neighbour's. */
onBothChats({ allInTeams: true }, (house) => {
  beforeEach(() => house.at('2026-11-24T10:00:00+09:00'));

  const working = async () => {
    const found = await house.service.store.meetings.list(PROGRAMME, { from: 'meeting-', below: 'meeting.' });
    return meetingsInOrder(found.map(({ value }) => value)).filter(({ title }) => title === '打合せ');
  };

  it.each([
    ['小海町のS2-1の期限を1週間延ばして', '期限変更'],
    ['小海町のS2-1の期限を延ばしたい', '期限変更'],
    ['長和町の派遣を11/30で終わりに', '派遣決定'],
    ['南牧村の派遣を終わりにしたい', '派遣決定'],
    ['小海町の派遣人材を替えたい', '派遣決定'],
  ])('the secretariat says 「%s」', async (said, expected) => {
    const office = house.secretariat();
    const { words } = await office.say(said);
    expect(words).toContain(expected);
    expect(words).not.toMatch(/の状況|報告する/);
    await office.say('やめる');
  });

  it('a meeting moves to the day that is said, and no other one on a day without it', async () => {
    const office = house.secretariat();
    await office.say('会議作成 打合せ 12/10 14:00-15:00 オンライン 県、事務局');
    expect((await office.say('12/9の打合せを12/11に変えて')).words).toContain('その会議は見つかりません');
    await office.say('12/10の打合せを12/11に変えたい');
    await office.say('やめる');
    expect((await working()).map(({ day }) => day)).toEqual(['2026-12-10']);
    expect((await office.say('12/10の打合せを12/11に変えてください')).words).toContain('会議を変更しました');
    expect((await working()).map(({ day }) => day)).toEqual(['2026-12-11']);
  });

  it('a meeting beside one of the same title and time is asked about, and told apart by whom it is for', async () => {
    const office = house.secretariat();
    const made = async () => (await working()).filter(({ day }) => day === '2026-12-15').length;
    const first = await office.say('会議作成 打合せ 12/15 14:00-15:00 オンライン 県、小海町');
    expect(first.words).toContain('対象のほかに呼ばれている');
    expect(first.words).toMatch(/事務局[^\n]*の方も、数に入っています/);
    const asked = await office.say('会議作成 打合せ 12/15 14:00-15:00 オンライン 県、事務局');
    expect(asked.words).toContain('同じ日時に、同じ名前の会議があります');
    expect(asked.words).toContain('対象: 県、小海町');
    expect(await made()).toBe(1);
    expect((await office.press('別の会議として作る')).words).toContain('会議を作成しました');
    expect(await made()).toBe(2);
    const both = await office.say('12/15の打合せを中止');
    expect(both.words).toContain('対象: 県、小海町');
    expect(both.words).toContain('対象: 県、事務局');
    await office.say('やめる');
    expect((await office.say('会議作成 打合せ 12/15 14:00-15:00 オンライン 川上村')).words).toContain('会議を作成');
  });

  it.each(['休み 11/31', '体制表 2/30', '期限変更 小海町 S2-1 2/31'])(
    'a day that no year has is said to be none: 「%s」',
    async (said) => {
      const office = house.secretariat();
      const { words } = await office.say(said);
      expect(words).toMatch(/「\d+\/\d+」は暦にない日です/);
      expect(words).not.toContain('この操作では使えません');
      await office.say('やめる');
    },
  );

  it('the day of the agreement is read by its whole name', async () => {
    const office = house.secretariat();
    const { words } = await office.say('期限変更 S2-1 12/18 小海町 理由 議会 合意日 11/20');
    expect(words).not.toContain('日付は');
    expect(words).toMatch(/11\/20|11月20日/);
    await office.say('やめる');
  });

  it('the roster is shown of one 役割', async () => {
    const office = house.secretariat();
    const { words } = await office.say('名簿 事務局');
    expect(words).not.toContain('名簿にいません');
    expect(words).toMatch(/事務局　\d+人/);
    expect(words).not.toContain('市町村職員');
  });

  it('the prefecture asks for a report, and is shown first what would be asked', async () => {
    const prefecture = house.prefecture();
    const { words } = await prefecture.say('標準化の進み具合を12/4までに報告してください');
    expect(words).toContain('臨時報告を求めますか');
    expect(words).toContain('標準化の進み具合');
    expect(words).toContain('令和8年12月4日');
    await prefecture.say('やめる');
    expect(await house.service.store.inquiries.list(PROGRAMME)).toEqual([]);
  });
});
