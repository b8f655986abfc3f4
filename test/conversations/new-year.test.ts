import { HOME } from '../../demo/programme.ts';
import { decisionsOf, newYearPlanId } from '../../programme/year/new-year-plan.ts';
import { municipal } from '../../storage/collections.ts';
import { onBothChats } from '../on-both-chats.ts';

describe('年度更新 is prepared over weeks, by the secretariat', () => {
  onBothChats({}, (house) => {
    const decided = async () => {
      const plan = await house.service.store.newYearPlans.get(municipal(HOME), newYearPlanId(2027));
      return decisionsOf(plan?.value).map(({ item, goesOn, due, reason }) => [item, goesOn, due, reason]);
    };

    it('shows how far every municipality is, what happens without a decision, and who carries it out', async () => {
      const office = house.secretariat();
      const first = await office.say('年度更新');
      expect(first.words).toContain('令和9年度への年度更新の準備');
      expect(first.words).toMatch(/未決が\d+件あります（25団体）/);
      expect(first.words).toMatch(/小海町\s+未完了 14件（未決 14）・以降 2件（未決 2）/);
      expect(first.words).toContain('「年度更新で継続」になります');
      expect(first.words).toContain('npm run bansou -- new-year');
      expect((await office.press('次へ（2/4）')).words).not.toContain('小海町');
    });

    it('shows what of a municipality is to be decided', async () => {
      const { words } = await house.secretariat().say('年度更新 小海町');
      expect(words).toContain('未決が16件あります。');
      expect(words).toMatch(
        /S2-1 CIO・CISO等の任命\s[\s\S]*今: 実施中・試行（50%）、期限 11\/27\(金\)\s+未決・このままなら継続（令和9年度に実施）/,
      );
    });

    it('is decided by one sentence, shown as it was read, and taken back', async () => {
      const office = house.secretariat();
      const { words } = await office.say('年度更新 小海町 S2-1 継続 期限 2027/9/30');
      expect(words).toMatch(/未決\s+→ 継続（令和9年度に実施）、期限 9\/30\(木\)/);
      expect(words).toContain('小海町の残り 15件');
      expect(await decided()).toEqual([['S2-1', 'this', '2027-09-30', undefined]]);
      const again = await office.say('年度更新 小海町 S2-1 先送り');
      expect(again.words).toMatch(/継続（令和9年度に実施）、期限 9\/30\(木\)\s+→ 継続（令和10年度以降）/);
      expect(again.words).toContain('「先送り」は、継続（令和10年度以降）として残します。');
      expect((await office.press('取消')).words).toContain('取り消しました');
      expect(await decided()).toEqual([['S2-1', 'this', '2027-09-30', undefined]]);
      expect((await office.say('年度更新 小海町 S2-1 継続 期限 2027/9/30')).words).toContain(
        'すでにそう決まっています',
      );
    });

    it('is taken back by what was different, and be it the day alone', async () => {
      const office = house.secretariat();
      await office.say('年度更新 小海町 S2-1 継続 期限 2027/5/20');
      const { words } = await office.say('取消 小海町');
      expect(words).toMatch(/期限 5\/20\(木\)\s*→ [^\n]*期限 9\/30\(木\)/);
      expect(await decided()).toEqual([['S2-1', 'this', '2027-09-30', undefined]]);
    });

    it('asks for the reason where something ends, and for a day of the next year', async () => {
      const office = house.secretariat();
      await office.say('年度更新 小海町 S2-2 終了');
      expect(await decided()).toHaveLength(1);
      await office.say('やめる');
      const { words } = await office.say('年度更新 小海町 S2-2 終了 理由 広域連合で行うため');
      expect(words).toMatch(/未決\s+→ 終了、理由: 広域連合で行うため/);
      expect((await office.say('年度更新 小海町 S2-3 継続 期限 2027/2/26')).words).toContain(
        '令和9年度の中（4/1〜3/31）',
      );
      expect((await office.say('年度更新 小海町 S1-1 継続')).words).toContain('年度更新で決めることがありません');
      expect((await decided()).map(([item]) => item)).toEqual(['S2-1', 'S2-2']);
    });

    it('decides all the rest of a municipality at once, as one thing to take back', async () => {
      const office = house.secretariat();
      await office.say('年度更新 小海町');
      const { words } = await office.press('未決 14件をこのまま決める');
      expect(words).toContain('翌年度にどうするかを決めました');
      expect(await decided()).toHaveLength(16);
      expect((await decided()).filter(([, goesOn]) => goesOn === 'later')).toHaveLength(2);
      expect((await office.say('年度更新 小海町')).words).toContain('全て決まっています');
      await office.say('取消 小海町');
      expect(await decided()).toHaveLength(2);
    });

    it('is for nobody else', async () => {
      expect((await house.officer().say('年度更新')).words).toContain('事務局の方だけ');
      expect((await house.prefecture().say('年度更新 小海町')).words).toContain('事務局の方だけ');
    });
  });
});
