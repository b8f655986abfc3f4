import { answerId } from '../../programme/meetings/answer.ts';
import { meetingsInOrder } from '../../programme/meetings/said.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import { onBothChats } from '../on-both-chats.ts';

const HANAKO = 'yamada@town.example.jp';

onBothChats({}, (house) => {
  beforeEach(() => house.at('2026-11-24T10:00:00+09:00'));

  const meetings = async () => {
    const found = await house.service.store.meetings.list(PROGRAMME, { from: 'meeting-', below: 'meeting.' });
    return meetingsInOrder(found.map(({ value }) => value));
  };
  /** The titles of the meetings somebody has answered, with the last answer. */
  const answersOf = async (email: string) => {
    const members = await house.service.store.members.list('_members');
    const who = members.find(({ value }) => value.email === email)?.value.id ?? '';
    const given: string[] = [];
    for (const { id, title } of await meetings()) {
      const answer = await house.service.store.meetingAnswers.get(PROGRAMME, answerId(id, who));
      if (answer) given.push(`${title}: ${answer.value.versions.at(-1)?.answer}`);
    }
    return given;
  };

  it('a meeting one is not invited to is never answered as another one', async () => {
    const hanako = house.officer();
    for (const said of ['進捗状況確認会議に出席します', '進捗状況確認会議は欠席です', '12/10の会議は欠席します']) {
      const { words } = await hanako.say(said);
      expect(words).toMatch(/その会議は見つかりません|会議はありません/);
      expect(words).not.toContain('県、事務局');
    }
    expect((await hanako.say('進捗状況確認会議に呼ばれていますか')).words).toContain('その会議は見つかりません');
    expect(await answersOf(HANAKO)).toEqual([]);
  });

  it('whoever is invited names it by its title, with a number or a day before it', async () => {
    const officer = house.prefecture();
    expect((await officer.say('進捗状況確認会議はいつですか')).words).toContain('令和8年12月22日');
    await officer.say('12/22の進捗状況確認会議に出席します');
    const hanako = house.officer();
    await hanako.say('第8回 市町村連絡会議に出席します');
    await hanako.say('第9回市町村連絡会議 欠席');
    expect(await answersOf(HANAKO)).toEqual(['第8回 市町村連絡会議: attend', '第9回 市町村連絡会議: decline']);
    expect((await officer.say('進捗状況確認会議')).words).toContain('あなたの回答');
  });

  it('what is asked about shows which meeting it would be for', async () => {
    const hanako = house.officer();
    const asked = await hanako.say('庁内会議のため欠席します');
    expect(asked.words).toContain('第7回 市町村連絡会議 12/17(木)');
    expect(await answersOf(HANAKO)).not.toContainEqual(expect.stringContaining('第7回'));
    await hanako.press('はい、欠席');
    expect(await answersOf(HANAKO)).toContain('第7回 市町村連絡会議: decline');
  });

  it('a topic goes to the meeting that was named, or to none', async () => {
    const hanako = house.officer();
    expect((await hanako.say('議題 12/10の会議 電子申請について')).words).toContain('会議はありません');
    const added = await hanako.say('議題 第8回 市町村連絡会議 予算について');
    expect(added.words).toContain('第8回 市町村連絡会議（1/21(木)');
    expect(added.words).not.toContain('市町村連絡会議 予算');
    const topics = await house.service.store.agendaTopics.list(PROGRAMME, { from: 'topic-', below: 'topic.' });
    expect(topics.map(({ value }) => value.text)).toEqual(['予算について']);
  });

  it('a topic that names no meeting is asked about where two different ones lie ahead', async () => {
    const topics = async () => {
      const found = await house.service.store.agendaTopics.list(PROGRAMME, { from: 'topic-', below: 'topic.' });
      return found.map(({ value }) => value.text);
    };
    const officer = house.prefecture();
    await officer.say('会議 12/22');
    const before = await topics();
    const asked = await officer.say('議題 来年度の予算要求について');
    expect(asked.words).toContain('どの会議ですか');
    expect(asked.words).toContain('第7回 市町村連絡会議');
    expect(asked.words).not.toContain('第8回');
    expect(await topics()).toEqual(before);
    const added = await officer.press('進捗状況確認会議（12月）');
    expect(added.words).toContain('進捗状況確認会議（12月）（12/22(火)');
    expect(await topics()).toContain('来年度の予算要求について');
    // One series ahead is no choice.
    expect((await house.officer().say('議題 窓口の予約について')).words).toContain('第7回 市町村連絡会議（12/17(木)');
  });

  it('minutes are of the meeting that stands in front, and never of another one', async () => {
    const office = house.secretariat();
    const minutes = async () => (await house.service.store.minutes.list(PROGRAMME)).map(({ value }) => value);
    const before = await minutes();
    const september = await office.say('議事録 9月の進捗状況確認会議');
    expect(september.words).toContain('進捗状況確認会議（9月）');
    expect(september.words).not.toContain('議事録を記録しました');
    await office.say('やめる');
    const which = await office.say('議事録 進捗状況確認会議');
    expect(which.words).toContain('どの会議ですか');
    expect(which.words).toContain('進捗状況確認会議（9月）');
    expect(which.words).not.toContain('市町村連絡会議');
    await office.say('やめる');
    expect((await office.say('議事録 9月')).words).not.toContain('議事録を記録しました');
    await office.say('やめる');
    expect(await minutes()).toEqual(before);
    await office.say('議事録 進捗状況確認会議の進め方を見直す');
    expect((await minutes()).map(({ meeting }) => meeting)).toContainEqual(expect.stringMatching(/^meeting-20261119/));
  });

  it('where there are no minutes to confirm, it says of which meeting', async () => {
    const { words } = await house.secretariat().say('議事録の確認 9/24');
    expect(words).toContain('進捗状況確認会議（9月）（9/24(木)）の議事録は、まだ記録されていません');
  });

  it('any title names its meeting to those who know of it', async () => {
    await house.secretariat().say('会議作成 個別相談 12/16 10:00-11:00 オンライン 対象 山田 花子');
    await house.officer().say('個別相談は欠席します');
    expect(await answersOf(HANAKO)).toContain('個別相談: decline');
    const expert = await house.person('expert-1@expert.example.jp').say('個別相談に出席します');
    expect(expert.words).not.toContain('個別相談 12/16');
    expect(await answersOf('expert-1@expert.example.jp')).toEqual([]);
  });
});
