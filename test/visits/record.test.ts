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
  });
});
