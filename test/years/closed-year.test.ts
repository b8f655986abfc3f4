import { HOME } from '../../demo/programme.ts';
import { itemAt, itemsIn, kpiAt, kpisIn } from '../../storage/progress.ts';
import { onBothChats } from '../on-both-chats.ts';
import { beginNextYear } from './next-year.ts';

/** 令和9年度 is in force, 令和8年度 is over, and 出納整理 goes on. */
const APRIL = '2027-04-07T10:00:00+09:00';

onBothChats({}, (house) => {
  const item = async (year: number, id: string) => {
    const at = itemAt(HOME, year, id);
    return (await house.service.store.items.get(at.partition, at.id))?.value;
  };
  const kpi = async (year: number, id: string) => {
    const at = kpiAt(HOME, year, id);
    return (await house.service.store.kpis.get(at.partition, at.id))?.value;
  };
  const etagsOf = async (year: number) => {
    const { store } = house.service;
    return JSON.stringify([...(await itemsIn(store, HOME, year)), ...(await kpisIn(store, HOME, year))]);
  };

  it('says which years there are where it does not know one', async () => {
    expect((await house.officer().say('状況 令和9年度')).words).toContain(
      '令和9年度の記録はありません。見られるのは令和8年度です。',
    );
  });

  describe('once the next year has begun', () => {
    beforeAll(async () => {
      await house.officer().say('KPI報告 K0-03 38/40');
      await beginNextYear(house.service.store, new Date('2027-04-01T09:00:00+09:00'));
      house.at(APRIL);
    });

    it.each(['状況', '状況 令和9年度', '今年度の状況'])('%s is of this year', async (said) => {
      const { words } = await house.officer().say(said);
      expect(words).toContain('小海町の状況');
      expect(words).toContain('令和9年度に実施する項目');
      expect(words).not.toContain('（終了）');
    });

    it.each(['状況 令和8年度', '去年度の状況', 'R8の状況', '小海町の2026年度の進捗は?', '昨年度の状況を見せて'])(
      '%s is of the year that is over',
      async (said) => {
        const shown = await house.officer().say(said);
        expect(shown.words).toContain('令和8年度（終了）');
        expect(shown.words).toContain('令和8年度に実施する項目');
        expect(shown.words).not.toMatch(/報告する|報告をする|次の一歩/);
      },
    );

    it.each(['3/1と4/5を比べて', '先月と比べて', '3月からの変化', '変化 3/1 4/5'])(
      '「%s」 goes over the end of a year: nothing is compared, and it is said what can be',
      async (said) => {
        const prefecture = house.prefecture();
        const { words } = await prefecture.say(said);
        expect(words).toContain('年度をまたいでは比べられません');
        expect(words).toContain('令和9年4月1日（木）より前か、それからの2つの日を選んでください');
        expect(words).not.toContain('への変化');
        const [ofThisYear = '', ofLastYear = ''] = prefecture.buttons().filter((label) => /から\d/.test(label));
        expect([ofThisYear, ofLastYear]).toEqual([
          expect.stringMatching(/^4\/1\(木\)から/),
          expect.stringMatching(/^3\//),
        ]);
        expect((await prefecture.press(ofThisYear)).words).toContain('4/1(木)から');
        expect(prefecture.sees()).toContain('への変化');
        await prefecture.say(said);
        expect((await prefecture.press(ofLastYear)).words).toContain('への変化');
      },
    );

    it('goes on in that year by its buttons', async () => {
      const hanako = house.officer();
      await hanako.say('状況 令和8年度');
      const kpis = await hanako.press('KPIを見る');
      expect(kpis.words).toContain('令和8年度（終了）');
      expect(kpis.words).not.toContain('今週の報告をする');
    });

    it('tells the history of then, and of now', async () => {
      const hanako = house.officer();
      const then = await hanako.say('履歴 K0-03 令和8年度');
      expect(then.words).toContain('令和8年度（終了）');
      expect(then.words).toContain('95%（38/40）');
      expect(then.words).not.toContain('訂正');
      expect((await hanako.say('履歴 K0-03')).words).toContain('まだ報告がありません');
      expect((await hanako.say('項目 S1-3 令和8年度')).words).toContain('令和8年度（終了）');
    });

    it('tells the digest of then, as of its end', async () => {
      const shown = await house.prefecture().say('ダイジェスト 令和8年度');
      expect(shown.words).toContain('令和8年度（終了）');
      expect(shown.words).toContain('25団体のうち');
      expect((await house.prefecture().say('ダイジェスト')).words).not.toContain('（終了）');
    });

    it('takes what is reported late, and leaves this year alone', async () => {
      const hanako = house.officer();
      const before = await etagsOf(2027);
      await hanako.say('報告 S2-7 完了 令和8年度');
      const open = (await item(2026, 'S2-7'))?.versions.at(-1);
      if (open?.stage !== 'done') await hanako.press('はい、記録する');
      expect((await item(2026, 'S2-7'))?.versions.at(-1)).toMatchObject({ stage: 'done' });
      await hanako.say('KPI報告 K0-03 39/40 令和8年度');
      expect((await kpi(2026, 'K0-03'))?.entries.at(-1)).toMatchObject({ numerator: 39, denominator: 40 });
      expect(await etagsOf(2027)).toBe(before);
    });

    it('corrects it there, by its form too', async () => {
      const hanako = house.officer();
      const before = await etagsOf(2027);
      const form = await hanako.say('訂正 S2-7 令和8年度');
      expect(form.words).toContain('訂正');
      await hanako.say('訂正 S2-7 検討中 令和8年度 入力ミスのため');
      if ((await item(2026, 'S2-7'))?.versions.at(-1)?.stage !== 'considering') await hanako.press('はい、記録する');
      expect((await item(2026, 'S2-7'))?.versions.at(-1)).toMatchObject({ stage: 'considering' });
      await hanako.say('変更なし K1-03 令和8年度');
      expect((await kpi(2026, 'K1-03'))?.entries.at(-1)).toMatchObject({ kind: 'unchanged' });
      expect(await etagsOf(2027)).toBe(before);
    });

    it('takes it back again', async () => {
      await house.officer().say('取消');
      expect((await kpi(2026, 'K1-03'))?.entries.at(-1)?.undone).toBeDefined();
    });

    it('puts what is said of a week of then to that year', async () => {
      const office = house.secretariat();
      const before = await etagsOf(2027);
      await office.say('KPI報告 K1-04 3/42 2027-03-08 小海町');
      if ((await kpi(2026, 'K1-04'))?.entries.at(-1)?.numerator !== 3) await office.press('はい、記録する');
      expect((await kpi(2026, 'K1-04'))?.entries.at(-1)).toMatchObject({ week: '2027-03-08', numerator: 3 });
      expect(await etagsOf(2027)).toBe(before);
    });

    it('asks whether what was done on a day of then is of that year, before it writes anything', async () => {
      const hanako = house.officer();
      const before = await etagsOf(2027);
      const asked = await hanako.say('S2-6 3/31に完了しました');
      expect(asked.words).toContain('このことですか');
      expect(asked.words).toContain('令和8年度');
      expect((await item(2026, 'S2-6'))?.versions.at(-1)?.stage).not.toBe('done');
      await hanako.press('はい、報告');
      expect((await item(2026, 'S2-6'))?.versions.at(-1)).toMatchObject({ stage: 'done' });
      const late = await hanako.say('S2-5 令和8年度中に完了済み');
      expect(late.words).toContain('令和9年度にも続く項目です。終わっていれば「S2-5 完了」とも送ってください。');
      expect((await item(2026, 'S2-5'))?.versions.at(-1)).toMatchObject({ stage: 'done' });
      expect(await etagsOf(2027)).toBe(before);
    });

    it('says which year it shows, or that it cannot', async () => {
      const hanako = house.officer();
      expect((await hanako.say('昨年の状況')).words).toContain('令和8年度（終了）');
      expect((await hanako.say('来年度の状況')).words).toContain('令和10年度の記録はありません');
      const { words } = await house.secretariat().say('未報告 令和8年度');
      expect(words).toContain('「令和8年度」は使わずに表示しています。');
    });

    it('keeps what is reported now out of the year that is over', async () => {
      const before = await etagsOf(2026);
      await house.officer().say('KPI報告 K0-03 1/40');
      expect((await kpi(2027, 'K0-03'))?.entries.at(-1)).toMatchObject({ numerator: 1, denominator: 40 });
      expect(await etagsOf(2026)).toBe(before);
    });

    it('is answered with a sentence after 出納整理 has ended, and nothing is written', async () => {
      const hanako = house.officer();
      house.at('2027-05-31T23:50:00+09:00');
      await hanako.say('S2-4 完了 令和8年度');
      house.at('2027-06-01T10:00:00+09:00');
      const before = await etagsOf(2026);
      const said = await hanako.say('KPI報告 K0-03 40/40 令和8年度');
      const words = said.words.includes('締め切りました') ? said.words : (await hanako.press('はい、記録する')).words;
      expect(words).toContain('令和8年度の報告は5/31(月)で締め切りました。何も記録していません。');
      expect((await hanako.say('取消')).words).toContain('5/31(月)で締め切りました');
      expect((await hanako.say('報告 S2-2 令和8年度')).words).toContain('5/31(月)で締め切りました');
      const office = house.secretariat();
      expect((await office.say('小海町 訂正 K0-03 令和8年度 30/40 入力ミス')).words).toContain(
        '5/31(月)で締め切りました',
      );
      expect(await etagsOf(2026)).toBe(before);
      expect((await hanako.say('状況 令和8年度')).words).toContain('令和8年度（終了）');
    });
  });
});
