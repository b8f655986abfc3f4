import { HOME } from '../../demo/programme.ts';
import { currentVisit } from '../../programme/visits/visit-record.ts';
import { municipal, PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

/** What an expert does about visits, as they meet it. */
onBothChats({}, (house) => {
  let expert: Person;
  beforeEach(() => {
    expert = house.person('expert-1@expert.example.jp');
  });

  const store = () => house.service.store;
  const visits = async () =>
    (await store().meetings.list(PROGRAMME)).map(({ value }) => value).filter(({ kind }) => kind === 'visit');
  const visitOn = async (day: string) => (await visits()).find((each) => each.day === day);
  const recordOn = async (day: string) => {
    const all = (await store().visitRecords.list(municipal(HOME))).map(({ value }) => value);
    return all.find(({ meeting }) => meeting.includes(day.replaceAll('-', '')));
  };
  const homework = async () => (await store().actionItems.list(municipal(HOME))).map(({ value }) => value);

  describe('訪問予定', () => {
    it('in one sentence is one visit, however often it is said; only who visits and the municipality are invited', async () => {
      house.at('2026-11-24T10:00:00+09:00');
      const said = await expert.say('訪問予定 小海町 12/3 13:30-16:00 対面');
      expect(said.words).toContain('訪問の予定を入れました');
      expect((await expert.say('訪問予定 小海町 12/3 13:30-16:00 対面')).words).toContain('すでに予定されています');
      expect(await visits()).toMatchObject([
        { title: '小海町 訪問支援', day: '2026-12-03', start: '13:30', end: '16:00', visit: { mode: 'in-person' } },
      ]);
      expect((await house.officer().say('会議')).words).toContain('訪問支援');
      expect((await house.person('expert-2@expert.example.jp').say('会議')).words).not.toContain('訪問支援');
    });

    it('is the same in the list and by itself: still to come', async () => {
      const reader = house.officer();
      expect((await reader.say('訪問一覧')).words).toContain('予定');
      const row = reader.buttons().find((label) => label.startsWith('12/3')) ?? '';
      const { words } = await reader.press(row);
      expect(words).toMatch(/状態:?\s*予定/);
      expect(words).not.toContain('記録なし');
    });

    it('asks for what is missing, and says in one sentence what is wrong', async () => {
      house.at('2026-11-24T10:30:00+09:00');
      await expert.say('訪問予定 小海町 12/3');
      expect(expert.sees()).toContain('開始');
      await expert.press('予定に入れる', { 開始: '15:00', 終了: '14:00', 形態: '対面' });
      expect(expert.sees()).toContain('終了は開始（15:00）より後の時刻にしてください');
      await expert.say('やめる');
      await expert.say('訪問予定 小海町 12/3 14:00-15:00 対面');
      expect(expert.sees()).toContain('この団体への訪問がもう1つあります');
      await expert.say('やめる');
      expect(await visits()).toHaveLength(1);
    });

    it('moves by 会議変更 and stays a visit, whatever it is called then', async () => {
      house.at('2026-11-24T11:00:00+09:00');
      const id = (await visitOn('2026-12-03'))?.id;
      await expert.ask('change-meeting', { meeting: id, start: '13:00', title: '棚卸しの相談' });
      expect(await visitOn('2026-12-03')).toMatchObject({ kind: 'visit', start: '13:00', moves: [{}] });
      await expert.ask('change-meeting', { meeting: id, start: '13:30', title: '小海町 訪問支援' });
    });

    it('is called off with a reason, which is shown to those invited, and is on again by one tap', async () => {
      house.at('2026-11-24T12:00:00+09:00');
      await expert.say('訪問中止 小海町 12/3');
      await expert.press('中止する', { 中止の理由: '大雪のため' });
      expect(await visitOn('2026-12-03')).toMatchObject({ status: 'cancelled', reason: '大雪のため' });
      const id = (await visitOn('2026-12-03'))?.id;
      expect((await house.officer().ask('show-meetings', { meeting: id })).words).toContain(
        'この訪問は中止になりました（大雪のため）',
      );
      await expert.ask('cancel-visit', { visit: `visit-${id}`, back: 'yes' });
      expect(await visitOn('2026-12-03')).toMatchObject({ status: 'scheduled' });
    });
  });

  describe('訪問記録', () => {
    it('opens the only visit without a record, filled in from its plan', async () => {
      house.at('2026-12-04T10:00:00+09:00');
      await expert.say('訪問記録');
      await expert.press('記録する', {
        対象項目: 'S1-3',
        支援内容: '棚卸しの進め方を一緒に決めた',
        '市町村側参加者（任意）': '総務課 課長',
        '所見（任意）': '体制が心配',
        'actions.0.what': '棚卸しの様式を配る',
        'actions.0.who': '小海町',
        'actions.0.by': '2026-12-18',
      });
      expect(expert.sees()).toContain('訪問記録を受け付けました');
      expect(expert.sees()).not.toContain('体制が心配');
      expect(expert.buttons()).toEqual(expect.arrayContaining(['書き足す・直す', '取消']));
      const record = await recordOn('2026-12-03');
      expect(record && currentVisit(record)).toMatchObject({
        number: 1,
        content: { day: '2026-12-03', start: '13:30', end: '16:00', mode: 'in-person', items: ['S1-3'] },
      });
      expect(await homework()).toMatchObject([{ what: '棚卸しの様式を配る', due: '2026-12-18' }]);
    });

    it('所見 is seen by the secretariat in 1:1, and by nobody else', async () => {
      const visit = (await recordOn('2026-12-03'))?.id;
      const shown = (person: Person) => person.ask('show-visit', { municipality: HOME, visit });
      expect((await shown(house.secretariat())).words).toContain('体制が心配');
      for (const person of [house.officer(), house.prefecture(), expert]) {
        expect((await shown(person)).words).toContain('棚卸しの進め方を一緒に決めた');
        expect(person.sees()).not.toContain('体制が心配');
      }
      expect((await expert.say('訪問一覧 小海町')).words).toContain('確認待ち');
    });

    it('is put right by a new version; the same again is none; a card that was opened before is told of it', async () => {
      house.at('2026-12-04T11:00:00+09:00');
      const record = await recordOn('2026-12-03');
      const content = record && currentVisit(record)?.content;
      const given = { ...content, visit: record?.id, seen: 1 };
      expect((await expert.ask('record-visit', given)).words).toContain('訪問記録を受け付けました');
      expect((await recordOn('2026-12-03'))?.versions).toHaveLength(1);
      await expert.ask('record-visit', { ...given, text: '棚卸しの様式を決めた' });
      expect((await recordOn('2026-12-03'))?.versions).toHaveLength(2);
      await expert.ask('record-visit', { ...given, text: '古いカードから送った' });
      expect(expert.sees()).toContain('このカードを開いたあとに、記録が変わっています');
      expect(expert.sees()).toContain('棚卸しの様式を決めた');
      await expert.say('やめる');
      expect((await recordOn('2026-12-03'))?.versions).toHaveLength(2);
    });

    it('is taken back by one tap, and then the version before counts', async () => {
      house.at('2026-12-04T11:30:00+09:00');
      const record = await recordOn('2026-12-03');
      const report = record?.versions.at(-1)?.ask;
      await expert.ask('record-visit', { visit: record?.id, report });
      expect(expert.sees()).toContain('取り消しました');
      const after = await recordOn('2026-12-03');
      expect(after && currentVisit(after)).toMatchObject({ number: 1 });
    });

    it('once it was confirmed it takes a reason, and waits for a new confirmation', async () => {
      house.at('2026-12-14T10:00:00+09:00');
      expect((await expert.say('訪問一覧 小海町')).words).toContain('未確認のまま確定');
      const record = await recordOn('2026-12-03');
      const content = record && currentVisit(record)?.content;
      const changed = { ...content, visit: record?.id, seen: 2, decisions: '様式は1月に配る' };
      await expert.ask('record-visit', changed);
      expect(expert.sees()).toContain('直す理由を入力してください');
      await expert.say('やめる');
      expect((await recordOn('2026-12-03'))?.versions).toHaveLength(2);
      await expert.ask('record-visit', { ...changed, correction: '決定事項がもれていた' });
      expect((await recordOn('2026-12-03'))?.versions.at(-1)).toMatchObject({
        number: 3,
        reason: '決定事項がもれていた',
      });
      expect((await expert.say('訪問一覧 小海町')).words).toContain('確認待ち');
    });

    it('a visit that was never planned writes its entry of 会議 too, and is once however often it is sent', async () => {
      house.at('2026-12-15T10:00:00+09:00');
      const given = { municipality: HOME, unplanned: 'yes', day: '2026-12-14', start: '10:00', end: '11:00' };
      const content = { held: 'online:weather', items: 'S1-2,S1-3', text: '画面で骨子を見直した' };
      await expert.ask('record-visit', { ...given, ...content });
      await expert.ask('record-visit', { ...given, ...content });
      expect(await visitOn('2026-12-14')).toMatchObject({ kind: 'visit', visit: { mode: 'online' } });
      const record = await recordOn('2026-12-14');
      expect(record?.versions).toHaveLength(1);
      expect(record && currentVisit(record)?.content).toMatchObject({ online: 'weather', items: ['S1-2', 'S1-3'] });
      expect(expert.buttons().join()).toContain('を報告');
      const own = await house.service.store.kpis.list(municipal(HOME));
      const offered = expert.buttons().flatMap((label) => /^(K\d-\d\d) .*を報告$/.exec(label)?.[1] ?? []);
      expect(own.map(({ value }) => value.kpi)).toEqual(expect.arrayContaining(offered));
    });

    it('begins with what the last visit had', async () => {
      house.at('2026-12-15T11:00:00+09:00');
      await expert.say('訪問記録 小海町 12/15 9:00-10:00 対面');
      await expert.press('記録する', { 支援内容: '続きをした' });
      const record = await recordOn('2026-12-15');
      expect(record && currentVisit(record)?.content).toMatchObject({ items: ['S1-2', 'S1-3'], text: '続きをした' });
    });
  });

  describe('what is wrong is one sentence, and nothing is written', () => {
    const given = { municipality: HOME, unplanned: 'yes', mode: 'in-person', items: 'S1-3', text: '支援した' };
    const at = (day: string, start: string, end: string) => ({ ...given, day, start, end });
    it.each([
      ['a future visit', at('2026-12-17', '10:00', '11:00'), '訪問のあとに記録してください'],
      ['an end before its start', at('2026-12-11', '11:00', '10:00'), '終了は開始（11:00）より後の時刻にしてください'],
      ['a day outside the programme', at('2025-12-11', '10:00', '11:00'), '事業の期間'],
      ['a visit twice', at('2026-12-14', '10:30', '11:30'), 'この団体への訪問がもう1つあります'],
      [
        'an online one without a reason',
        { ...at('2026-12-11', '10:00', '11:00'), mode: 'online' },
        'オンラインで行った理由を選んでください',
      ],
    ])('%s', async (_what, input, sentence) => {
      house.at('2026-12-16T10:00:00+09:00');
      const before = (await visits()).length;
      await expert.ask('record-visit', input);
      expect(expert.sees()).toContain(sentence);
      await expert.say('やめる');
      expect(await visits()).toHaveLength(before);
    });

    it('two places at once', async () => {
      house.at('2026-12-16T10:00:00+09:00');
      const [, other] =
        house.content.members.find(({ email }) => email === 'expert-1@expert.example.jp')?.municipalities ?? [];
      await expert.ask('record-visit', { ...at('2026-12-14', '10:30', '11:30'), municipality: other });
      expect(expert.sees()).toContain('小海町への訪問があります');
      await expert.say('やめる');
    });

    it('a municipality that is not theirs', async () => {
      const [theirs] =
        house.content.members.find(({ email }) => email === 'expert-2@expert.example.jp')?.municipalities ?? [];
      await expert.ask('record-visit', { ...at('2026-12-11', '10:00', '11:00'), municipality: theirs });
      expect(expert.sees()).toContain('担当していない団体');
    });

    it('a number that may be somebody’s own is asked about once, and nothing of it is repeated', async () => {
      house.at('2026-12-16T10:00:00+09:00');
      const input = { ...at('2026-12-11', '10:00', '11:00'), text: '担当は090-1234-5678' };
      await expert.ask('record-visit', input);
      expect(expert.sees()).toContain('電話番号が入っているようです');
      expect(expert.sees()).not.toContain('1234');
      expect(await recordOn('2026-12-11')).toBeUndefined();
      await expert.press('書き直す');
      expect(expert.sees()).toContain('支援内容');
      await expert.say('やめる');
      await expert.ask('record-visit', input);
      await expert.press('はい、このまま記録する');
      expect(await recordOn('2026-12-11')).toBeDefined();
    });
  });

  it('held at another time than planned it is over in 会議 too, and taken back it is planned as it was', async () => {
    house.at('2026-12-16T09:00:00+09:00');
    await expert.say('訪問予定 小海町 12/16 14:00-16:00 対面');
    house.at('2026-12-16T12:00:00+09:00');
    const id = `visit-${(await visitOn('2026-12-16'))?.id}`;
    const held = { municipality: HOME, visit: id, day: '2026-12-16', start: '10:00', end: '11:30' };
    const given = { ...held, held: 'in-person', items: 'S1-3', text: '午前に変えて行った' };
    expect((await house.officer().say('会議')).words).toContain('訪問支援');
    await expert.ask('record-visit', given);
    expect(await visitOn('2026-12-16')).toMatchObject({
      start: '10:00',
      end: '11:30',
      visit: { planned: { start: '14:00' } },
    });
    expect((await house.officer().say('会議')).words).not.toContain('訪問支援');
    const report = (await recordOn('2026-12-16'))?.versions.at(-1)?.ask;
    await expert.ask('record-visit', { municipality: HOME, visit: id, report });
    const again = await visitOn('2026-12-16');
    expect(again).toMatchObject({ start: '14:00', end: '16:00' });
    expect(again?.visit).not.toHaveProperty('planned');
    house.at('2026-12-16T12:30:00+09:00');
    await expert.ask('record-visit', given);
    expect(await visitOn('2026-12-16')).toMatchObject({ start: '10:00' });
  });

  it('on another day than the assigned ones nothing is planned or recorded; a record of before may be finished until it is due', async () => {
    house.at('2026-12-16T10:00:00+09:00');
    await expert.say('訪問予定 小海町 12/18 10:00-11:00 対面');
    const { members } = store();
    const found = (await members.list('_members')).find(({ value }) => value.email === 'expert-1@expert.example.jp');
    const until = (day: string) => ({ municipality: HOME, from: '2026-04-01', until: day });
    if (found) await members.put({ ...found.value, terms: [until('2026-12-18')] }, found.etag);
    await expert.say('訪問予定 小海町 12/21 10:00-11:00 対面');
    expect(expert.sees()).toContain('小海町の担当期間に入っていません');
    await expert.say('やめる');

    house.at('2026-12-21T10:00:00+09:00');
    expect((await expert.say('状況 小海町')).words).toContain('担当していない');
    await expert.say('訪問記録');
    await expert.press('記録する', { 支援内容: '引き継ぎの相談をした' });
    expect(await recordOn('2026-12-18')).toBeDefined();
    house.at('2026-12-28T10:00:00+09:00');
    await expert.ask('record-visit', { visit: (await recordOn('2026-12-18'))?.id, again: 'yes' });
    expect(expert.sees()).toContain('担当していない');
  });
});
