import { importWorkbook } from '../../bot/hand-over/import/import-workbook.ts';
import { HOME, OFFICER } from '../../demo/programme.ts';
import { meetingId, meetingUid } from '../../programme/meetings/meeting.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

const OTHERS = 'ほかにも呼ぶ方（任意）';
const FILLED = {
  会議名: '予算要求の打合せ',
  日付: '2026-12-08',
  開始: '10:00',
  終了: '11:00',
  場所: '小海町役場',
  対象: '小海町',
};

onBothChats({ history: false }, (house) => {
  let office: Person;
  let expert: Person;
  beforeEach(() => {
    house.at('2026-11-24T10:00:00+09:00');
    office = house.secretariat();
    expert = house.person('expert-1@expert.example.jp');
  });

  const meetings = async () => (await house.service.store.meetings.list(PROGRAMME)).map(({ value }) => value);
  const called = async (title: string) => (await meetings()).filter((meeting) => meeting.title === title);

  describe('a new meeting', () => {
    it('is made on a form, once however often it is sent, and says who made it', async () => {
      await office.say('会議作成');
      expect((await office.press('作成する', FILLED)).words).toContain('会議を作成しました');
      await office.say('会議作成');
      expect((await office.press('作成する', FILLED)).words).toContain('すでに予定されています');
      const [made, ...more] = await called('予算要求の打合せ');
      expect(more).toEqual([]);
      expect(made).toMatchObject({ audience: [HOME], kind: 'working', scheduledBy: expect.stringMatching(/^member-/) });
      expect((await house.officer().say('会議')).words).toContain('予算要求の打合せ');
      expect((await house.person('lead-203041@town.example.jp').say('会議')).words).not.toContain('予算要求');
    });

    it('of one title and time is another one for another municipality, and comes back as it is asked for', async () => {
      const say = (place: string, town: string, end = '11:00') =>
        office.say(`会議作成 個別相談 12/10 10:00-${end} ${place} ${town}`);
      await say('小海町役場', '小海町');
      expect((await say('川上村役場', '川上村')).words).toContain('会議を作成しました');
      expect((await called('個別相談')).map(({ audience }) => audience)).toEqual([[HOME], ['203041']]);
      const [first] = await called('個別相談');
      const kept = first && (await house.service.store.meetings.get(PROGRAMME, first.id));
      if (kept) await house.service.store.meetings.put({ ...kept.value, status: 'cancelled' }, kept.etag);
      await say('オンライン', '小海町', '12:00');
      expect(await called('個別相談')).toMatchObject([
        { id: first?.id, status: 'scheduled', place: 'オンライン', end: '12:00', audience: [HOME] },
        { place: '川上村役場', end: '11:00' },
      ]);
    });

    it('is made by one sentence, in any order, for several municipalities', async () => {
      const turn = await office.say('会議作成 12月9日 １３：３０～１５：００ オンライン 合同勉強会 小海町、川上村');
      expect(turn.words).toContain('会議を作成しました');
      expect((await called('合同勉強会'))[0]).toMatchObject({
        day: '2026-12-09',
        start: '13:30',
        end: '15:00',
        place: 'オンライン',
        audience: ['203033', '203041'],
        kind: 'training',
      });
    });

    it('asks for what is missing, with what was said filled in', async () => {
      const turn = await office.say('会議作成 定例会 12/11 14:00-15:00 オンライン');
      expect(turn.words).toContain('対象');
      expect(await called('定例会')).toEqual([]);
      await office.press('作成する', { 対象: '小海町' });
      expect(await called('定例会')).toMatchObject([
        { day: '2026-12-11', start: '14:00', end: '15:00', audience: [HOME] },
      ]);
    });

    it.each([
      ['a closed day', { 日付: '2026-12-31' }, '閉庁日です', { 日付: '2026-12-08' }],
      ['a day that is over', { 日付: '2026-11-20' }, '過ぎています', { 日付: '2026-12-08' }],
      ['an end before its start', { 終了: '09:00' }, '開始（10:00）より後', { 終了: '11:00' }],
      ['a day long after the programme', { 日付: '2027-12-01' }, 'までの日に', { 日付: '2026-12-08' }],
      [
        'a municipality that does not exist',
        { [OTHERS]: '川下村' },
        '「川下村」という支援対象の市町村は',
        { [OTHERS]: '川上村' },
      ],
      ['a municipality’s own closed day', { 日付: '2026-12-24' }, '閉庁日です', { 日付: '2026-12-08' }],
    ])('is refused on %s, with the form as it was filled in', async (what, changed, expected, corrected) => {
      const title = `無理な会議 ${what}`;
      await office.say('会議作成');
      const turn = await office.press('作成する', { ...FILLED, 会議名: title, ...changed });
      expect(turn.words).toContain(expected);
      expect(await called(title)).toEqual([]);
      await office.press('作成する', corrected);
      expect(await called(title)).toMatchObject([{ day: '2026-12-08', start: '10:00', end: '11:00' }]);
    });

    it('takes the next open day with one tap', async () => {
      await office.say('会議作成');
      await office.press('作成する', { ...FILLED, 会議名: '年始の打合せ', 日付: '2027-01-01' });
      expect((await office.press('1/4(月)にする')).words).toContain('会議を作成しました');
      expect(await called('年始の打合せ')).toMatchObject([{ day: '2027-01-04', start: '10:00' }]);
    });
  });

  describe('for whom it is', () => {
    const named = (email: string) => house.content.members.find((each) => each.email === email)?.name ?? '';
    const sees = async (email: string, title: string) => (await house.person(email).say('会議')).words.includes(title);
    const KAWAKAMI = 'lead-203041@town.example.jp';

    it.each([
      ['進捗状況確認会議 12/1 13:00-13:30 オンライン', ['prefecture', 'secretariat']],
      ['臨時の会 12/1 14:00-14:30 オンライン 県、事務局、小海町', ['prefecture', 'secretariat', HOME]],
      ['様式の会 12/1 15:00-15:30 オンライン 対象 県と事務局', ['prefecture', 'secretariat']],
      ['支援の会 12/1 16:00-16:30 オンライン 対象: 支援対象、派遣人材', ['supported', 'experts']],
      ['対象者調査の会 12/1 16:30-17:00 オンライン 県と小海町', ['prefecture', HOME]],
    ])('%s', async (said, audience) => {
      expect((await office.say(`会議作成 ${said}`)).words).toContain('会議を作成しました');
      expect(await called(said.split(' ')[0] ?? '')).toMatchObject([{ audience }]);
    });

    it('those alone come and know of it', async () => {
      expect(await sees('lead-203041@town.example.jp', '進捗状況確認会議')).toBe(false);
      expect((await house.prefecture().say('会議')).words).toContain('12/1(火) 13:00–13:30');
      expect((await house.officer().say('会議 臨時の会')).words).toMatch(/対象(\n|: )県、事務局、小海町/);
      expect(await sees(KAWAKAMI, '臨時の会')).toBe(false);
      expect(await sees(KAWAKAMI, '支援の会')).toBe(true);
      expect((await expert.say('会議 支援の会')).words).toMatch(/対象(\n|: )支援対象、派遣人材/);
    });

    it('somebody by name comes alone', async () => {
      await office.say(`会議作成 面談 12/2 10:00-11:00 オンライン ${named(KAWAKAMI)}`);
      expect(await called('面談')).toMatchObject([{ audience: [expect.stringMatching(/^member-/)] }]);
      expect((await house.person(KAWAKAMI).say('会議 面談')).words).toContain(named(KAWAKAMI));
      expect(await sees(OFFICER, '面談')).toBe(false);
    });

    it('an expert calls people of their own municipalities, and comes too', async () => {
      const own = await expert.say(`会議作成 個人面談 12/2 13:00-13:30 オンライン ${named(OFFICER)}`);
      expect(own.words).toContain('会議を作成しました');
      expect(own.words).toContain('変更する');
      const others = await expert.say(`会議作成 よその面談 12/2 13:00-13:30 オンライン ${named(KAWAKAMI)}`);
      expect(others.words).toContain('担当していない団体');
      expect(await called('よその面談')).toEqual([]);
    });

    it('not somebody who may only look', async () => {
      const { name = '' } = house.content.members.find(({ role }) => role === 'observer') ?? {};
      const turn = await office.say(`会議作成 見学の会 12/2 15:00-15:30 オンライン ${name}`);
      expect(turn.words).toContain('閲覧の方のため、会議に呼べません');
      expect(await called('見学の会')).toEqual([]);
    });
  });

  describe('who may call meetings', () => {
    it('an expert, for the assigned municipalities only', async () => {
      const own = await expert.say('会議作成 訪問の打合せ 12/10 10:00-11:00 オンライン 小海町');
      expect(own.words).toContain('会議を作成しました');
      const other = await expert.say('会議作成 よその打合せ 12/10 10:00-11:00 オンライン 川上村');
      expect(other.words).toContain('会議に呼べるのは、担当の市町村');
      const all = await expert.say('会議作成 全体の打合せ 12/10 10:00-11:00 オンライン 全市町村');
      expect(all.words).toContain('会議に呼べるのは、担当の市町村');
      expect((await expert.say('会議中止 12/17')).words).toContain('担当の派遣人材だけが変えられます');
    });

    it('nobody else', async () => {
      expect((await house.officer().say('会議作成 x 12/10 10:00-11:00 オンライン 小海町')).words).toContain(
        'の方だけが行えます',
      );
      expect((await house.prefecture().say('会議中止 12/17')).words).toContain('の方だけが行えます');
    });
  });

  describe('the monthly meeting', () => {
    it('is shown first and then made in one go, numbered on, never on a closed day, and twice is once', async () => {
      const filled = { ...FILLED, 会議名: '圏域連絡会議', 日付: '2026-11-30', 対象: '全市町村', 繰り返し: 'monthly' };
      await office.say('会議作成');
      const shown = await office.press('作成する', filled);
      expect(shown.words).toContain('まだ作成していません');
      expect(await called('第1回 圏域連絡会議')).toEqual([]);
      const made = await office.press('4回をまとめて作成する');
      expect(made.words).toContain('4回の会議を作成しました');
      await office.pressOn(shown, '4回をまとめて作成する');
      const series = (await meetings()).filter(({ title }) => title.endsWith('圏域連絡会議'));
      expect(series.map(({ title, day }) => `${title} ${day}`)).toEqual([
        '第1回 圏域連絡会議 2026-11-30',
        '第2回 圏域連絡会議 2026-12-28',
        '第3回 圏域連絡会議 2027-01-25',
        '第4回 圏域連絡会議 2027-02-22',
      ]);
      const off = await office.pressOn(made, '全て中止する');
      expect(off.words).toContain('4回の会議を中止しますか');
      expect((await office.press('中止する')).words).toContain('会議を中止にしました');
      expect((await called('第3回 圏域連絡会議'))[0]).toMatchObject({ status: 'cancelled' });
    });

    it('leaves alone the months that have theirs', async () => {
      const before = await meetings();
      await office.say('会議作成 市町村連絡会議 12/17 14:00-15:30 オンライン 全市町村 毎月');
      expect(office.sees()).toContain('毎月の予定が入っています');
      expect(await meetings()).toEqual(before);
    });
  });

  describe('a meeting that is changed', () => {
    it('stays the same meeting, is answered anew, and can be put back', async () => {
      const [before] = await called('第7回 市町村連絡会議');
      await house.officer().say('出席 12/17');
      await office.say('会議 12/17');
      await office.press('変更する');
      const moved = await office.press('変更する', { 日付: '2026-12-18' });
      expect(moved.words).toContain('会議を変更しました');
      const [after] = await called('第7回 市町村連絡会議');
      expect(after).toMatchObject({ id: before?.id, day: '2026-12-18', sequence: 1 });
      expect(after && before && meetingUid(after)).toBe(before && meetingUid(before));
      expect((await house.officer().say('会議 12/18')).words).toContain('変更前の回答: 出席');
      await office.pressOn(moved, '変更を元に戻す');
      expect((await called('第7回 市町村連絡会議'))[0]).toMatchObject({ day: '2026-12-17', sequence: 2 });
      expect((await house.officer().say('会議 12/17')).words).toMatch(/あなたの回答(\n|: )出席/);
    });

    it('is not written over what a colleague changed meanwhile', async () => {
      await office.say('会議変更 第8回');
      const colleague = house.person('office-2@office.example.jp');
      await colleague.say('会議変更 第8回 10:00-11:30');
      expect(colleague.sees()).toContain('会議を変更しました');
      const refused = await office.press('変更する', { 場所: '県庁' });
      expect(refused.words).toContain('ほかの方が先に変更しました');
      expect((await called('第8回 市町村連絡会議'))[0]).toMatchObject({ start: '10:00', place: 'オンライン' });
      expect((await office.press('変更する', { 場所: '県庁' })).words).toContain('会議を変更しました');
    });

    it('is called off after a question, nobody can answer it then, and it can be on again', async () => {
      const asked = await office.say('会議中止 第9回');
      expect(asked.words).toContain('中止しますか');
      expect((await called('第9回 市町村連絡会議'))[0]?.status).toBeUndefined();
      await office.press('中止する');
      expect((await house.officer().say('出席 第9回')).words).toContain('中止になりました');
      expect((await house.officer().say('会議 第9回')).words).toContain('この会議は中止になりました');
      await office.press('中止を取り消す');
      expect((await called('第9回 市町村連絡会議'))[0]).toMatchObject({ status: 'scheduled', sequence: 2 });
      expect((await house.officer().say('出席 第9回')).words).toContain('出席で受け付けました');
    });

    it('stays where chat has put it when the same workbook comes again', async () => {
      await office.say('会議変更 第7回 2026-12-18');
      const before = await meetings();
      const again = (meetings_: typeof house.content.meetings) =>
        importWorkbook(
          house.service.store,
          { ...house.content, meetings: meetings_ },
          new Date('2026-11-24T11:00:00+09:00'),
        );
      await again(house.content.meetings);
      expect(await meetings()).toEqual(before);
      const corrected = house.content.meetings.map((meeting) =>
        meeting.title.startsWith('第7回')
          ? { ...meeting, day: '2026-12-18', id: meetingId({ ...meeting, day: '2026-12-18' }) }
          : meeting,
      );
      await again(corrected);
      expect(await meetings()).toEqual(before);
    });
  });
});
