import { EXPERT, HOME } from '../../demo/programme.ts';
import { currentMinutes } from '../../programme/meetings/minutes.ts';
import { currentVersion } from '../../programme/progress/item-record.ts';
import { currentVisit } from '../../programme/visits/visit-record.ts';
import { municipal, PROGRAMME } from '../../storage/collections.ts';
import { itemAt } from '../../storage/progress.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

const OTHER = '203611';

/** Two weeks of an expert of several municipalities, who says in a hurry which one is meant. */
onBothChats({}, (house) => {
  let expert: Person;
  beforeAll(() => {
    expert = house.person(EXPERT);
  });
  const store = () => house.service.store;
  const visits = async () =>
    (await store().meetings.list(PROGRAMME))
      .map(({ value }) => value)
      .filter(({ kind }) => kind === 'visit')
      .map(({ title, day }) => `${title} ${day}`)
      .toSorted();
  const minutes = async () =>
    (await store().minutes.list(PROGRAMME)).map(({ value }) => currentMinutes(value)?.decisions);
  const stage = async () => {
    const { partition, id } = itemAt(OTHER, 2026, 'S2-1');
    return currentVersion((await store().items.get(partition, id))?.value)?.stage;
  };

  it('a municipality behind 会議変更 names the visit there, and is no new name for any', async () => {
    house.at('2026-11-24T10:00:00+09:00');
    await expert.say('訪問予定 小海町 12/3 13:30-16:00 対面');
    await expert.say('訪問予定 下諏訪町 12/8 10:00-12:00 オンライン');
    const planned = ['下諏訪町 訪問支援 2026-12-08', '小海町 訪問支援 2026-12-03'];
    for (const said of ['会議変更 下諏訪町', '会議変更 下諏訪町 12/8']) {
      await expert.say(said);
      expect(await visits()).toEqual(planned);
      await expert.say('やめる');
    }
    expect((await expert.say('会議変更 阿智村')).words).not.toContain('変更しました');
    expect(await visits()).toEqual(planned);
  });

  it.each([
    ['下諏訪町の訪問を12/9に変更して', '12-09'],
    ['会議変更 下諏訪町 12/10', '12-10'],
    ['会議変更 下諏訪町 12/10 12/8', '12-08'],
  ])('「%s」 moves that visit and keeps its name', async (said, day) => {
    expect((await expert.say(said)).words).toContain('変更しました');
    expect(await visits()).toEqual([`下諏訪町 訪問支援 2026-${day}`, '小海町 訪問支援 2026-12-03']);
  });

  it('a municipality behind 議事録 says of which visit, and is nothing that was decided', async () => {
    house.at('2026-12-09T10:00:00+09:00');
    expect((await expert.say('議事録 下諏訪町')).words).toContain('決まったこと（1行に1つ）');
    expect(await minutes()).toEqual([]);
    await expert.say('やめる');
    await expert.say('議事録 下諏訪町 方針を庁議にかける');
    expect(await minutes()).toEqual(['方針を庁議にかける']);
  });

  it('取消 behind 議事録 or 訪問記録 means these, and no report from before', async () => {
    const before = await stage();
    await expert.say('下諏訪町 S2-1 実施中');
    const reported = await stage();
    expect(reported).not.toBe(before);
    await expert.say('議事録 下諏訪町 方針を12月の庁議にかける');
    expect((await expert.say('取消')).words).toContain('議事録です。');
    await expert.press('はい、議事録を取り消す');
    expect(await minutes()).toEqual(['方針を庁議にかける']);
    expect(await stage()).toBe(reported);

    await expert.say('訪問記録 小海町 12/3');
    await expert.press('記録する', { 対象項目: 'S1-3', 支援内容: '方針の素案を見直した' });
    expect((await expert.say('取消')).words).toContain('12/3(木)の訪問記録です。');
    await expert.press('はい、12/3(木)の訪問記録を取り消す');
    const [record] = (await store().visitRecords.list(municipal(HOME))).map(({ value }) => value);
    expect(record && currentVisit(record)).toBeUndefined();
    expect(await stage()).toBe(reported);

    expect((await expert.say('取消')).words).toContain('これも取り消しますか');
    await expert.press('はい、取り消す');
    expect(await stage()).toBe(before);
  });

  it('whoever wants a record taken back finds it, and its own button', async () => {
    await expert.say('訪問記録 小海町 12/3');
    await expert.press('記録する', { 対象項目: 'S1-3', 支援内容: '方針の素案をもう一度見直した' });
    expect((await expert.say('小海町の訪問記録を取り消して')).words).toContain('訪問一覧');
    const label = expert.buttons().find((each) => each.startsWith('12/3(木)')) ?? '';
    await expert.press(label);
    expect((await expert.press('取消')).words).toContain('取り消しました');
  });
});
