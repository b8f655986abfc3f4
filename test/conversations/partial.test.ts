import { HOME } from '../../demo/programme.ts';
import { addDays } from '../../programme/day.ts';
import { addWeeks, weekName } from '../../programme/week.ts';
import { municipal } from '../../storage/collections.ts';
import { itemAt, kpiAt } from '../../storage/progress.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

/** What is left after a report, what would be lost by one, and what is done twice. */
onBothChats({}, (house) => {
  let hanako: Person;
  let week = '2026-11-16';
  /** Every conversation has a week of its own. */
  beforeEach(() => {
    week = addWeeks(week, 1);
    house.at(`${addDays(week, 1)}T10:00:00+09:00`);
    hanako = house.officer();
  });

  const kpi = async (id: string) =>
    (await house.service.store.kpis.get(kpiAt(HOME, 2026, id).partition, kpiAt(HOME, 2026, id).id))?.value;
  const thisWeek = async (id: string) => (await kpi(id))?.entries.filter((entry) => entry.week === week);
  const lastVersion = async (id: string) =>
    (
      await house.service.store.items.get(itemAt(HOME, 2026, id).partition, itemAt(HOME, 2026, id).id)
    )?.value.versions.at(-1);

  describe('after a part of the week', () => {
    it('the receipt says what is left, and one tap says that the rest is unchanged', async () => {
      const receipt = await hanako.say('K0-03 28/32');
      expect(receipt.words).toContain(`${weekName(week)}は残り4件です: K1-03 業務棚卸し完了課の割合`);
      expect((await hanako.say('ヘルプ')).words).toContain('今週の報告はあと4件です');
      const rest = await hanako.pressOn(receipt, '残りは変更なし');
      expect(rest.words).toContain('「変更なし」で受け付けました');
      expect(rest.words).not.toContain('残り');
      expect(await thisWeek('K0-03')).toMatchObject([{ kind: 'value' }]);
      expect(await thisWeek('K3-801')).toMatchObject([{ kind: 'unchanged' }]);
    });

    it('the weekly card sent with one row filled in says so as well, and a stage alone too', async () => {
      await hanako.say('週次報告');
      await hanako.open('変わったことを入力する');
      const receipt = await hanako.press('入力した内容で報告する', {
        'answers.K1-04.numerator': '23',
        'answers.K1-04.denominator': '28',
      });
      expect(receipt.words).toContain('は残り4件です');
      expect((await hanako.say('週次報告')).words).toContain('1件は報告済みです。残りは4件です');
      expect(hanako.buttons()).toContain('残りは変更なし');

      house.at(`${addDays(week, 8)}T10:00:00+09:00`);
      week = addWeeks(week, 1);
      await hanako.ask('check-in', { municipality: HOME, week, stages: { 'S1-4': { stage: 'done' } } });
      expect(hanako.sees()).toContain('は残り5件です');
    });

    it('変更なし of one KPI leaves the others, and says which', async () => {
      expect((await hanako.say('変更なし K1-03')).words).toContain('は残り4件です: K0-03');
      expect((await hanako.say('K2-04 3')).words).toContain('は残り4件です');
    });
  });

  describe('what would be lost', () => {
    it('a bare rate keeps the parts said last, and asks', async () => {
      await hanako.say('K0-03 28/32');
      const asked = await hanako.say('K0-03は9割です');
      expect(asked.words).toMatch(/87\.5%（28\/32）\s*→ 90\.6%（29\/32）/);
      expect(asked.words).toContain('前回の分母で計算しました');
      expect(await thisWeek('K0-03')).toHaveLength(1);
      await hanako.press('はい、記録する');
      expect((await thisWeek('K0-03'))?.at(-1)).toMatchObject({ numerator: 29, denominator: 32 });
    });

    it('a bare rate is never written over parts, whatever comes in', async () => {
      await hanako.ask('report-kpi', { municipality: HOME, kpi: 'K0-03', value: 95, sure: 'yes' });
      expect(hanako.sees()).toContain('修了者数と対象職員数を入力してください');
      await hanako.ask('check-in', { municipality: HOME, week, answers: { 'K0-03': { value: '95' } }, sure: 'yes' });
      expect(hanako.sees()).toContain('修了者数と対象職員数を入力してください');
      await hanako.ask('correct', { municipality: HOME, kpi: 'K0-03', value: 95, reason: '数え直し', sure: 'yes' });
      expect(hanako.sees()).toContain('修了者数と対象職員数を入力してください');
      expect(await thisWeek('K0-03')).toEqual([]);
      await hanako.say('K0-03 90.6%');
      expect(await thisWeek('K0-03')).toMatchObject([{ value: 90.6, numerator: 29, denominator: 32 }]);
    });

    it('a rate that falls is asked about, also where more was counted', async () => {
      await hanako.say('K0-03 37/40');
      const asked = await hanako.say('K0-03 40/50');
      expect(asked.words).toMatch(/92\.5%（37\/40）\s*→ 80%（40\/50）/);
      expect(asked.words).toContain('前回より下がっています');
      expect(await thisWeek('K0-03')).toHaveLength(1);
    });

    it('a correction that falls is asked about, with before and after', async () => {
      await hanako.say('K1-03 80/96');
      await hanako.say('訂正 K1-03');
      expect(hanako.sees()).toContain('83.3%（80/96）');
      const asked = await hanako.press('訂正する', { 完了課数: 78, 対象課数: 96, 訂正の理由: '数え直し' });
      expect(asked.words).toMatch(/83\.3%（80\/96）\s*→ 81\.3%（78\/96）/);
      expect(await thisWeek('K1-03')).toHaveLength(1);
      expect((await hanako.press('はい、記録する')).words).toContain('訂正を受け付けました');
    });

    it('a stage that falls is asked about once; 未実施 too', async () => {
      await hanako.say('S1-3 完了');
      expect((await hanako.say('S1-3 実施中')).words).toMatch(/完了・定着（100%）\s*→ 実施中・試行（50%）/);
      expect((await hanako.press('はい、記録する')).words).toContain('報告を受け付けました');
      expect((await lastVersion('S1-3'))?.stage).toBe('inProgress');
      await hanako.ask('correct', { municipality: HOME, item: 'S1-3', stage: 'confirmedNone', reason: '対象がない' });
      expect(hanako.sees()).toContain('前回より前の段階に戻ります');
      expect((await lastVersion('S1-3'))?.stage).toBe('inProgress');
    });

    it('「はい」 of a doubtful sentence stands beside before → after and is the only question', async () => {
      const asked = await hanako.say('S1-3は来月検討中になる予定です');
      expect(asked.words).toMatch(/実施中・試行（50%）\s*→ 検討中・準備中（25%）/);
      expect((await hanako.press('はい、報告')).words).toContain('報告を受け付けました');
    });

    it('halves of people and cases are refused, days may be halves', async () => {
      for (const said of ['K0-03 30.5/32', 'K1-03 20/96.5', 'K0-03 0.4/0.5', 'K1-04 12.5/28']) {
        expect((await hanako.say(said)).words).toContain('整数で入力してください');
        await hanako.say('やめる');
      }
    });
  });

  it('a correction names whose, which week and the value before; an error keeps its chart and its button', async () => {
    await hanako.say('K1-04 24/28');
    const form = await hanako.say('訂正 K1-04');
    for (const word of ['小海町', weekName(week), '85.7%（24/28）', '直近8週の動き'])
      expect(form.words).toContain(word);
    const again = await hanako.press('訂正する', { 実施課数: 40, 予定課数: 28, 訂正の理由: '数え直し' });
    expect(again.words).toContain('以下で入力してください');
    if (house.chat === 'teams') expect(hanako.buttons()).toContain('訂正する');
    if (house.chat === 'teams') expect(again.words).toContain('直近8週の動き');
    await hanako.say('やめる');
    const wrong = await hanako.say('KPI報告 K1-04 40/28');
    expect(wrong.words).toContain('直近8週の動き');
    if (house.chat === 'teams') expect(hanako.buttons()).toContain('報告する');
    await hanako.say('やめる');
  });

  describe('履歴', () => {
    it('without a name offers KPIs and items', async () => {
      await hanako.say('履歴');
      expect(hanako.sees()).toMatch(/K\d-\d\d/);
      let seen = hanako.sees();
      for (let page = 2; page < 6 && !/S\d-\d/.test(seen); page++)
        seen = (await hanako.ask('show-history', { municipality: HOME, page })).words;
      expect(seen).toMatch(/S\d-\d/);
    });
  });

  describe('twice', () => {
    it('the same press gives the same receipt, with 訂正 and 取消', async () => {
      const given = { municipality: HOME, kpi: 'K1-04', numerator: 25, denominator: 28 };
      const first = await hanako.ask('report-kpi', given);
      const again = await hanako.ask('report-kpi', given);
      expect(again.words).toBe(first.words);
      expect(hanako.buttons()).toEqual(expect.arrayContaining(['訂正', '取消']));
      expect(await thisWeek('K1-04')).toHaveLength(1);
      const rest = await hanako.ask('carry-over', { municipality: HOME, week });
      expect((await hanako.ask('carry-over', { municipality: HOME, week })).words).toBe(rest.words);
      const stage = { municipality: HOME, item: 'S2-1', stage: 'done' };
      const done = await hanako.ask('report-item', stage);
      expect((await hanako.ask('report-item', stage)).words).toBe(done.words);
      const help = { municipality: HOME, text: '要綱の書き方を知りたい' };
      await hanako.ask('ask-help', help);
      await hanako.ask('ask-help', help);
      const kept = await house.service.store.helpRequests.list(municipal(HOME));
      expect(kept.filter(({ value }) => value.text === help.text)).toHaveLength(1);
    });

    it('取消 of the same receipt is told the same; a second 取消 shows the older report and asks', async () => {
      await hanako.say('K1-03 90/96');
      house.at(`${addDays(week, 1)}T10:05:00+09:00`);
      await hanako.say('K1-04 26/28');
      house.at(`${addDays(week, 1)}T10:06:00+09:00`);
      const undone = await hanako.say('取消');
      expect(undone.words).toContain('取り消しました');
      expect((await hanako.again(undone)).status).toBe(200);
      const asked = await hanako.say('取消');
      expect(asked.words).toContain('これも取り消しますか');
      expect(asked.words).toContain('K1-03');
      expect((await thisWeek('K1-03'))?.[0]?.undone).toBeUndefined();
      await hanako.press('やめる');
      expect((await thisWeek('K1-03'))?.[0]?.undone).toBeUndefined();
      await hanako.say('取消');
      const older = await hanako.press('はい、取り消す');
      expect(older.words).toContain('取り消しました');
      expect((await thisWeek('K1-03'))?.[0]?.undone).toBeDefined();
      await hanako.say('K1-03 91/96');
      expect((await hanako.say('取消')).words).toContain('取り消しました');
    });
  });

  it('相談 wait in the digest until the secretariat has seen to them', async () => {
    const office = house.secretariat();
    await hanako.say('相談 議会での説明の仕方');
    house.at(`${addDays(week, 8)}T10:00:00+09:00`);
    expect((await house.prefecture().say('ダイジェスト')).words).toMatch(/対応待ち: [^\n]*小海町/);
    const list = await office.say('未対応');
    expect(list.words).toContain('議会での説明の仕方');
    const waiting = (await house.service.store.helpRequests.list(municipal(HOME))).filter(
      ({ value }) => !value.answered,
    );
    for (const { value } of waiting) await office.ask('answer-help', { request: value.id, municipality: HOME });
    expect(office.sees()).toContain('小海町の相談を対応済みにしました');
    expect((await house.prefecture().say('ダイジェスト')).words).not.toMatch(/対応待ち: [^\n]*小海町/);
    expect((await hanako.say('未対応')).words).not.toContain('議会での説明');
  });
});
