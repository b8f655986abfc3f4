import { HOME } from '../../demo/programme.ts';
import { answersTo } from '../../programme/meetings/answer.ts';
import type { Meeting } from '../../programme/meetings/meeting.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

onBothChats({ history: false }, (house) => {
  let hanako: Person;
  let next: Meeting;
  beforeAll(async () => {
    const all = (await house.service.store.meetings.list(PROGRAMME)).map(({ value }) => value);
    next = all.find(({ day }) => day === '2026-12-17') as Meeting;
  });
  beforeEach(() => {
    house.at('2026-11-24T10:00:00+09:00');
    hanako = house.officer();
  });

  const answers = async (meeting = next.id) =>
    (await house.service.store.meetingAnswers.list(PROGRAMME, answersTo(meeting))).map(({ value }) => value);

  describe('someone invited', () => {
    it('sees what lies ahead, with day, place and the own answer, and what has been on another page', async () => {
      const ahead = await hanako.say('会議');
      expect(ahead.words).toContain('12/17(木) 14:00–15:30\nオンライン・全市町村');
      expect(ahead.words).toContain('あなたの回答: 未回答');
      expect(ahead.words).not.toContain('11/19(木)');
      expect(hanako.buttons()).toEqual(expect.arrayContaining(['出席', '欠席', '代理', '議題']));
      const past = await hanako.press('終わった会議');
      expect(past.words).toContain('11/19(木)');
      expect((await hanako.say('会議 過去')).words).toBe(past.words);
      expect((await hanako.say('予定 12/17')).words).toContain('令和8年12月17日（木）');
    });

    it('answers by a button, changes their mind, and a double tap leaves one answer', async () => {
      const list = await hanako.say('会議');
      expect((await hanako.pressOn(list, '出席')).words).toContain('出席で受け付けました');
      await hanako.pressOn(list, '出席');
      expect((await answers()).map(({ versions }) => versions.map(({ answer }) => answer))).toEqual([['attend']]);
      expect((await hanako.press('欠席')).words).toContain('欠席で受け付けました');
      expect((await hanako.say('会議')).words).toContain('あなたの回答: 欠席');
      expect((await answers())[0]?.versions.map(({ answer }) => answer)).toEqual(['attend', 'decline']);
    });

    it('answers by typing: the next meeting, or the one that is named', async () => {
      const receipt = await hanako.say('出席');
      expect(receipt.words).toContain(next.title);
      expect(receipt.words).toContain('会議の指定がなかったため、いちばん近い会議への回答としました');
      expect(hanako.buttons()).toContain('会議の予定');
      expect((await hanako.say('欠席 12/17')).words).not.toContain('会議の指定がなかったため');
      expect((await hanako.say('欠席　１／２１')).words).toContain('令和9年1月21日');
      expect((await hanako.say('出席 第99回')).words).toContain('その会議は見つかりません');
      expect((await hanako.say('出席 ほげ')).words).toContain('その会議は見つかりません');
    });

    it('names a substitute by typing, or is asked who it is', async () => {
      const typed = await hanako.say('欠席 代理 総務課 佐藤係長');
      expect(typed.words).toContain('代理出席（総務課 佐藤係長）で受け付けました');
      await hanako.press('代理');
      expect((await hanako.press('送る', { 代わりに出席する方: '企画係 中村さん' })).words).toContain(
        '代理出席（企画係 中村）',
      );
      await hanako.say('欠席 代理');
      expect(hanako.sees()).toContain('代わりに出席する方');
      expect((await answers())[0]?.versions.at(-1)).toMatchObject({ answer: 'substitute', substitute: '企画係 中村' });
    });

    it('is asked which one where several are on the very next day, however far that is', async () => {
      await house.service.store.meetings.put(
        {
          ...next,
          id: 'meeting-same-day',
          title: '小海町 午前の打合せ',
          start: '10:00',
          end: '11:00',
          audience: [HOME],
        },
        'absent',
      );
      expect((await hanako.say('欠席')).words).toContain('どの会議ですか');
      expect(await answers('meeting-same-day')).toEqual([]);
      await hanako.say('やめる');
      const { meetings } = house.service.store;
      const put = await meetings.get(PROGRAMME, 'meeting-same-day');
      if (put) await meetings.remove(PROGRAMME, 'meeting-same-day', put.etag);
    });

    it('is asked which one where several are near, and a replay writes nothing', async () => {
      house.at('2026-12-10T10:00:00+09:00');
      await house.service.store.meetings.put(
        { ...next, id: 'meeting-near', title: '小海町 個別打合せ', day: '2026-12-14', audience: [HOME] },
        'absent',
      );
      const turn = await hanako.say('出席');
      expect(turn.words).toContain('どの会議ですか');
      expect(await answers('meeting-near')).toEqual([]);
      const answered = await hanako.press('小海町 個別打合せ');
      expect(answered.words).toContain('出席で受け付けました');
      await hanako.press('欠席');
      await hanako.again(answered);
      expect((await answers('meeting-near'))[0]?.versions.at(-1)).toMatchObject({ answer: 'decline' });
    });
  });

  describe('those who steer', () => {
    it('see how everybody answered, by office and not by name', async () => {
      await hanako.say('出席 12/17');
      const office = house.secretariat();
      const card = await office.say('会議 12/17');
      expect(card.words).toMatch(/出席 1・代理 0・欠席 0・未回答 \d+/);
      expect(card.words).toContain('まだ回答のないところ: 川上村、南牧村');
      expect(card.words).not.toContain('花子');
      expect((await hanako.say('会議 12/17')).words).not.toContain('未回答 ');
    });

    it('the prefecture sees every meeting and answers those it is invited to', async () => {
      const officer = house.prefecture();
      const card = await officer.say('会議 小海町');
      expect(card.words).toContain('小海町 個別打合せ');
      expect(officer.buttons()).not.toContain('出席');
      const refused = await officer.ask('attend', { meeting: 'meeting-near' });
      expect(refused.words).toContain('この会議の対象に入っていません');
    });
  });

  describe('someone else', () => {
    it('neither sees nor answers a meeting of another municipality', async () => {
      const other = house.person('lead-203041@town.example.jp');
      expect((await other.say('会議')).words).not.toContain('小海町 個別打合せ');
      const forged = await other.ask('attend', { meeting: 'meeting-near' });
      expect(forged.words).toContain('その会議は見つかりません');
      const expert = house.person('expert-1@expert.example.jp');
      expect((await expert.say('会議')).words).toContain('小海町 個別打合せ');
    });

    it('an observer is told to ask the secretariat', async () => {
      expect((await house.person('observer-202011@city.example.jp').say('会議')).words).toContain('の方だけが行えます');
    });
  });

  it('says why it is too late, or why there is nothing to answer', async () => {
    house.at('2026-12-17T16:00:00+09:00');
    expect((await hanako.say('出席 12/17')).words).toContain('この会議は終わっています');
  });

  it('shows in a municipality’s room only what concerns it, and names no substitute there', async () => {
    const room = house.room('小海町 DX連絡');
    const there = hanako.in(room);
    await house.secretariat().in(room).say('部屋登録 小海町');
    await house.service.store.meetings.put(
      { ...next, id: 'meeting-kawakami', title: '川上村 個別打合せ', day: '2026-12-14', audience: ['203041'] },
      'absent',
    );
    expect((await house.secretariat().in(room).say('会議')).words).not.toContain('川上村 個別打合せ');
    const told = await there.say('出席 12/17 代理 佐藤');
    expect(told.words).toContain('代理出席で受け付けました');
    expect(told.words).not.toContain('佐藤');
    expect((await hanako.in(house.room('雑談')).say('会議')).words).toContain('まだ登録されていません');
  });
});
