import { HOME } from '../../demo/programme.ts';
import { channels } from '../../programme/channel.ts';
import { addDays, shortDate } from '../../programme/day.ts';
import { weeklyItems } from '../../programme/progress/weekly.ts';
import { addWeeks, weekName } from '../../programme/week.ts';
import { municipal } from '../../storage/collections.ts';
import { itemAt, kpiAt, progressIn } from '../../storage/progress.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

onBothChats({}, (house) => {
  let hanako: Person;
  let week = '2026-11-16';
  /** Every conversation has a week of its own. */
  beforeEach(() => {
    week = addWeeks(week, 1);
    house.at(`${addDays(week, 1)}T10:00:00+09:00`);
    hanako = house.officer();
  });

  const item = async (id: string) =>
    (await house.service.store.items.get(itemAt(HOME, 2026, id).partition, itemAt(HOME, 2026, id).id))?.value;
  const kpi = async (id: string) =>
    (await house.service.store.kpis.get(kpiAt(HOME, 2026, id).partition, kpiAt(HOME, 2026, id).id))?.value;
  const thisWeek = async (id: string) => (await kpi(id))?.entries.filter((entry) => entry.week === week);
  /** The first item the weekly card asks about. */
  const moving = async () =>
    weeklyItems(await progressIn(house.service.store, HOME, { fiscalYear: 2026 }))[0]?.[0].id ?? '';

  describe('a municipal officer', () => {
    it('is welcomed with the three things one can do', async () => {
      await hanako.install();
      expect(hanako.sees()).toContain('山田 花子さん、こんにちは。');
      expect(hanako.buttons()).toEqual(['状況を見る', '今週の報告をする', 'できることを見る']);
    });

    it('asks 状況 and finds the way to an item', async () => {
      const status = await hanako.say('状況');
      expect(status.words).toContain('小海町の状況');
      expect(status.words).toContain('次の一歩');
      const step = await hanako.press('ステップ1 全体方針の決定');
      expect(step.words).toContain('S1-3 全体方針の決定');
      expect((await hanako.press('S1-3 全体方針の決定')).words).toContain('令和8年度に実施');
    });

    it('reports an item on its card, sees before and after, and takes it back', async () => {
      const before = await item('S2-1');
      await hanako.say('項目 S2-1');
      const receipt = await hanako.press('報告する', {
        段階: '決定・導入済（80%）',
        '根拠（資料名・URL。任意）': '任命通知',
      });
      expect(receipt.words).toMatch(/実施中・試行（50%）\s*→ 決定・導入済（80%）/);
      expect(receipt.words).toContain('根拠: 任命通知');
      expect((await item('S2-1'))?.versions).toHaveLength((before?.versions.length ?? 0) + 1);

      const undone = await hanako.press('取消');
      expect(undone.words).toMatch(/決定・導入済（80%）\s*→ 実施中・試行（50%）/);
      expect((await item('S2-1'))?.versions.at(-1)).toMatchObject({ stage: 'decided', undone: { via: house.chat } });
    });

    it('reports an item by typing, in any order and width', async () => {
      const asked = await hanako.say('実施中　ｓ１－３　報告');
      expect(asked.words).toMatch(/完了・定着（100%）\s*→ 実施中・試行（50%）/);
      const receipt = await hanako.press('はい、記録する');
      expect(receipt.words).toContain('S1-3 全体方針の決定');
      expect((await item('S1-3'))?.versions.at(-1)).toMatchObject({ stage: 'inProgress', via: house.chat });
    });

    it('reports a KPI by typing and reads it in the history', async () => {
      const receipt = await hanako.say('KPI報告 K0-03 ３６／４０');
      expect(receipt.words).toContain('→ 90%（36/40）');
      expect(await thisWeek('K0-03')).toMatchObject([{ kind: 'value', value: 90, numerator: 36, denominator: 40 }]);
      const history = await hanako.say('履歴 K0-03');
      expect(history.words).toContain(`${weekName(week)}　90%（36/40）`);
      const [when, through] = [shortDate(addDays(week, 1)), channels[house.chat].called];
      expect(history.words).toContain(`${when} 10:00 山田 花子（${through}）`);
    });

    it('corrects a KPI with a reason; the earlier value stays in the history', async () => {
      await hanako.say('KPI報告 K0-03 36/40');
      await hanako.press('訂正');
      const receipt = await hanako.press('訂正する', { 修了者数: 37, 対象職員数: 40, 訂正の理由: '数え直し' });
      expect(receipt.words).toContain('90%（36/40） → 92.5%（37/40）');
      expect((await hanako.say('履歴 K0-03')).words).toContain('訂正の理由: 数え直し');
      expect(await thisWeek('K0-03')).toHaveLength(2);
    });

    it('asks for help; the text is kept and shown to nobody in a group', async () => {
      await hanako.say('相談 例規の改正で止まっています');
      const kept = await house.service.store.helpRequests.list(municipal(HOME));
      expect(kept.map(({ value }) => value.text)).toContain('例規の改正で止まっています');
      const digest = await house.prefecture().say('ダイジェスト');
      expect(digest.words).toContain('小海町');
      expect(digest.words).not.toContain('例規');
    });
  });

  describe('nothing to measure', () => {
    it('is 未実施（確認済）, never praised for an earlier value, and can be corrected', async () => {
      expect((await hanako.say('KPI報告 K0-03 40/40')).words).toContain('目標に届いています');
      expect((await hanako.say('KPI報告 K0-03 0/0')).words).toContain('→ 未実施（確認済）');
      expect(await thisWeek('K0-03')).toHaveLength(1);
      const none = await hanako.press('はい、記録する');
      expect(none.words).toContain('未実施（確認済）');
      expect(none.words).not.toContain('目標に届いています');
      await hanako.say('訂正 K0-03');
      await hanako.press('訂正する', { 修了者数: 20, 対象職員数: 40, 訂正の理由: '対象がありました' });
      const receipt = await hanako.press('はい、記録する');
      expect(receipt.words).toContain('50%（20/40）');
      expect((await thisWeek('K0-03'))?.at(-1)).toMatchObject({ value: 50, reason: '対象がありました' });
    });
  });

  describe('the weekly card', () => {
    it('is one tap when nothing changed: recorded as unchanged, counted in weeks, not as a new value', async () => {
      await hanako.say('週次報告');
      const receipt = await hanako.press('全て変更なし');
      expect(receipt.words).toMatch(/変更なし \d+週/);
      for (const id of ['K0-03', 'K1-03', 'K1-04', 'K3-201', 'K3-801']) {
        expect(await thisWeek(id)).toMatchObject([{ kind: 'unchanged' }]);
        expect((await thisWeek(id))?.[0]).not.toHaveProperty('value');
      }
    });

    it('takes values, 変更なし, a stage and a word for help at once, and one 取消 takes them all back', async () => {
      const card = await hanako.say('週次報告');
      expect(card.words).toContain('前回');
      const stage = await moving();
      await hanako.open('変わったことを入力する');
      const receipt = await hanako.press('入力した内容で報告する', {
        'answers.K0-03.numerator': '３７',
        'answers.K0-03.denominator': '40',
        'answers.K1-03.same': true,
        [`stages.${stage}.stage`]: 'decided',
        '困りごと（事務局に届きます。任意）': '要綱の書き方を知りたい',
      });
      expect(receipt.words).toContain('92.5%（37/40）');
      expect(receipt.words).toContain('事務局に届けます');
      expect(await thisWeek('K0-03')).toMatchObject([{ value: 92.5 }]);
      expect(await thisWeek('K1-03')).toMatchObject([{ kind: 'unchanged' }]);
      expect(await thisWeek('K1-04')).toEqual([]);

      const undone = await hanako.press('取消');
      expect(undone.words).toContain('困りごと');
      expect(await thisWeek('K0-03')).toMatchObject([{ undone: { via: house.chat } }]);
      expect((await item(stage))?.versions.at(-1)?.undone).toBeDefined();
    });

    it('carries 未実施（確認済） over as that, and not the value before it', async () => {
      await hanako.say('KPI報告 K0-03 0/0');
      await hanako.press('はい、記録する');
      await hanako.say('週次報告');
      await hanako.open('変わったことを入力する');
      expect(hanako.sees()).toContain('今週: 未実施（確認済）');
      house.at(`${addDays(week, 8)}T10:00:00+09:00`);
      week = addWeeks(week, 1);
      const card = await hanako.say('週次報告');
      await hanako.open('変わったことを入力する');
      expect(hanako.sees()).toContain('前回 未実施（確認済）');
      const receipt = await hanako.pressOn(card, '全て変更なし');
      expect(receipt.words).toContain('未実施（確認済）（変更なし 1週）');
      expect((await hanako.say('履歴 K0-03')).words).toContain('未実施（確認済）　目標');
    });

    it('keeps a refused stage in sight with its reason, even when the week would no longer ask for it', async () => {
      const stage = await moving();
      const field = `stages.${stage}.stage`;
      await hanako.say('週次報告');
      await hanako.open('変わったことを入力する');
      await house.person(`second-${HOME}@town.example.jp`).say(`報告 ${stage} 定着`);
      expect((await item(stage))?.versions.at(-1)?.stage).toBe('done');
      const again = await hanako.press('入力した内容で報告する', { [field]: 'considering' });
      expect(again.words).toContain(`${stage} `);
      expect(again.words).toContain('更新しました');
      expect((await item(stage))?.versions.at(-1)?.stage).toBe('done');
      await hanako.press('入力した内容で報告する', { [field]: 'considering' });
      expect((await hanako.press('はい、記録する')).words).toContain('→ 検討中・準備中（25%）');
      expect((await item(stage))?.versions.at(-1)?.stage).toBe('considering');
    });

    it('says above the form why a row was refused that has no place on the card', async () => {
      const again = await hanako.ask('check-in', { municipality: HOME, week, answers: { 'K3-901': { value: '3' } } });
      expect(again.words).toMatch(/K3-901: .*この団体のKPIではありません/);
    });

    it('keeps the good rows and asks again for the bad one, with what was typed and why', async () => {
      await hanako.say('週次報告');
      await hanako.open('変わったことを入力する');
      const again = await hanako.press('入力した内容で報告する', {
        'answers.K0-03.numerator': '50',
        'answers.K0-03.denominator': '40',
        'answers.K1-04.same': true,
      });
      expect(again.words).toContain('印のある行はまだ記録していません');
      expect(again.words).toContain('以下で入力してください');
      expect(again.words).not.toContain('対象課数');
      expect(await thisWeek('K0-03')).toEqual([]);
      expect(await thisWeek('K1-04')).toHaveLength(1);
      await hanako.press('入力した内容で報告する', { 'answers.K0-03.numerator': '38' });
      expect(await thisWeek('K0-03')).toMatchObject([{ value: 95 }]);
    });
  });
});
