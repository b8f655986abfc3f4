import { jobs } from '../../bot/features/jobs.ts';
import { readEverything } from '../../bot/hand-over/everything.ts';
import { exportFiles } from '../../bot/hand-over/export.ts';
import { EXPERT } from '../../demo/programme.ts';
import { addDays, type Day, fullDate, shortDate } from '../../programme/day.ts';
import { weekOfDay } from '../../programme/week.ts';
import { MEMBERS, municipal, PROGRAMME } from '../../storage/collections.ts';
import { itemAt, kpiAt } from '../../storage/progress.ts';
import type { Person } from '../fakes/person.ts';
import { type Came, cameAt, lookAt, looksFrom } from '../looks.ts';
import { onBothChats } from '../on-both-chats.ts';
import { NEIGHBOUR, PROGRAMMES } from '../programmes.ts';

/** What people of any prefecture say in any year, on both chats; each programme comes from its own workbook. */
describe.each(PROGRAMMES)('$called', (programme) => {
  const { home, beside, today, reiwa, year } = programme;
  const [theirs, place] = [`${programme.prefecture}${home.district}${home.name}`, `${home.district}の${home.name}`];

  onBothChats({ now: `${today}T10:00:00+09:00`, rows: programme.rows, history: false }, (house) => {
    const officer = () => house.officer();
    const office = () => house.secretariat();
    const expert = () => house.person(EXPERT);
    const neighbour = () => house.person(NEIGHBOUR);
    /** Nobody hears of another prefecture or year, and nothing is a fault of ours. */
    const heard = (words: string): string => {
      expect(words).not.toMatch(programme.elsewhere);
      expect(words).not.toContain('受付番号');
      return words;
    };
    const say = async (who: Person, text: string) => heard((await who.say(text)).words);
    const press = async (who: Person, label: string, filled?: Parameters<Person['press']>[1]) =>
      heard((await who.press(label, filled)).words);
    const item = async (id: string) =>
      (await house.service.store.items.get(municipal(home.code), itemAt(home.code, year, id).id))?.value;
    const kpi = async (id: string) =>
      (await house.service.store.kpis.get(municipal(home.code), kpiAt(home.code, year, id).id))?.value;
    const members = async () => (await house.service.store.members.list(MEMBERS)).map(({ value }) => value);
    const settings = async () => (await house.service.store.programmes.get(PROGRAMME, 'programme'))?.value;

    beforeAll(async () => {
      for (const who of [officer(), neighbour(), office()]) await who.install();
    });

    describe('a municipality', () => {
      it.each([
        `${home.read[0]}の状況`,
        `${home.read[1]}の状況`,
        `${home.name.slice(0, -1)}の状況`,
        `${theirs}の状況`,
        `${place} 状況`,
      ])('is found however it is called: %s', async (text) => {
        expect(await say(expert(), text)).toContain(`${home.name}の状況`);
      });

      it('is found by others as people there call it', async () => {
        expect(await say(office(), `${beside.read[1]}の状況`)).toContain(`${beside.name}の状況`);
        expect(await say(office(), `${beside.district}${beside.name}のK0-03の履歴`)).toContain(beside.name);
      });

      it('is one’s own where nothing is said, or うち', async () => {
        expect(await say(officer(), '状況')).toContain(`令和${reiwa}年度に実施する項目`);
        expect(await say(officer(), 'うちの状況')).toContain(`${home.name}の状況`);
      });
    });

    describe('an item', () => {
      it('belongs to this year, to a later one, or to none', async () => {
        const card = await say(officer(), '項目 S1-3');
        expect(card).toContain(`令和${reiwa}年度に実施`);
        expect(card).toContain(fullDate(`${year + 1}-01-29`));
        expect(await say(officer(), '項目 S3-3')).toContain(`令和${reiwa + 1}年度以降`);
        expect(await say(officer(), '項目 S3-7')).toContain('対象外');
      });

      it('is reported in a sentence, taken back, and looked up', async () => {
        expect(await say(officer(), 'S1-3は決定しました。根拠は方針の決裁です')).toContain('決定・導入済（80%）');
        expect(await say(officer(), '取消')).toContain('取り消しました');
        expect((await item('S1-3'))?.versions).toMatchObject([{ undone: {} }]);
        expect(await say(officer(), '履歴 S1-3')).toContain(`${shortDate(today)} 10:00 本田 花子`);
      });

      it('is reported on its form, or one question after the other', async () => {
        await say(officer(), '項目 S2-1');
        const filled = { 段階: '実施中・試行（50%）', '根拠（資料名・URL。任意）': '要綱案' };
        expect(await press(officer(), '報告する', filled)).toContain('根拠: 要綱案');
        expect((await item('S2-1'))?.versions).toMatchObject([{ stage: 'inProgress', evidence: '要綱案' }]);
      });
    });

    describe('a KPI', () => {
      it('is reported in a sentence that begins with whose it is, and taken back', async () => {
        const words = await say(officer(), `${home.read[0]}です。K0-03は40人中38人でした`);
        expect(words).toContain('38/40');
        if (words.includes('まだ記録していません')) await say(officer(), 'はい、記録する');
        expect(await say(officer(), '取消')).toContain('取り消しました');
        expect((await kpi('K0-03'))?.entries).toMatchObject([{ numerator: 38, undone: {} }]);
      });

      it('is reported, corrected, looked at and explained', async () => {
        expect(await say(officer(), 'KPI報告 K0-03 12/40')).toContain('30%（12/40）');
        expect(await say(officer(), '訂正 K0-03 13/40 数え直し')).toContain('32.5%（13/40）');
        expect(await say(officer(), '履歴 K0-03')).toContain('訂正の理由: 数え直し');
        expect(await say(officer(), 'K0-03 数え方 会計年度任用職員を含む')).toContain('数え方を記録しました');
        expect(await say(officer(), 'K0-03とは')).toContain('会計年度任用職員を含む');
        expect(await say(officer(), 'KPI')).toContain(`目標 80%（${shortDate(`${year + 1}-02-26`)}まで）`);
      });

      it('has a weekly report, of which others see who lacks', async () => {
        expect(await say(officer(), '週次報告')).toMatch(/K0-03[\s\S]*K1-03/);
        await say(officer(), 'K1-03 2/10');
        expect(await say(officer(), '変更なし')).toContain('すでに記録されています');
        expect(await say(office(), '未報告')).toContain(beside.name);
        expect(await say(office(), `催促 ${beside.name}`)).toContain(`${beside.name}に催促を送ります`);
        expect(await say(house.prefecture(), 'ダイジェスト')).toMatch(/2団体のうち 報告 1・変更なし 0・未報告 1/);
      });

      it('has help asked for, without its words reaching the digest', async () => {
        expect(await say(neighbour(), '相談 例規の改正で止まっています')).toContain('相談を受け付けました');
        expect(await say(office(), '未対応')).toMatch(`${beside.name}`);
        const digest = await say(house.prefecture(), 'ダイジェスト');
        expect(digest).toContain(`相談あり: ${beside.name}`);
        expect(digest).not.toContain('例規');
      });
    });

    describe('a meeting', () => {
      it('is of whom the workbook says', async () => {
        expect(await say(house.prefecture(), '会議')).toContain('県、事務局');
        expect(await say(officer(), '会議')).not.toContain('進捗状況確認会議');
      });

      it('is called for a set, answered, and given a topic', async () => {
        const day = '10/9';
        const made = await say(
          office(),
          `会議作成 調整会議 ${day} 10:00-11:00 オンライン 県、${home.read[1]}、隣 太郎`,
        );
        expect(made).toContain('会議を作成しました');
        expect(made).toContain(`県、${home.name}、隣 太郎`);
        expect(made).toContain(fullDate(`${year}-10-09`));
        const named = (await members()).find(({ name }) => name === '隣 太郎');
        const all = (await house.service.store.meetings.list(PROGRAMME)).map(({ value }) => value);
        expect(all.map(({ audience }) => audience)).toContainEqual(['prefecture', home.code, named?.id]);
        expect(await say(officer(), `出席 ${day}`)).toContain('出席で受け付けました');
        expect(await say(neighbour(), `欠席 ${day}`)).toContain('欠席で受け付けました');
        expect(await say(officer(), '議題 共同調達について')).toContain('どの会議ですか');
        expect(await say(officer(), '議題 調整会議 共同調達について')).toContain('議題に加えました');
      });
    });

    describe('one’s own times', () => {
      it('are taken, given back, set and explained', async () => {
        expect(await say(officer(), '休み 10/1-10/2')).toContain('本田 次郎さんにお聞きします');
        expect(await say(officer(), '復帰')).toMatch(/10\/1.*の休みを取り消しました/);
        expect(await say(officer(), '設定')).toMatch(/次の予定\s*[:：]?\s*\d+\/\d+\(.\) 09:00/);
        expect(await say(officer(), 'なぜ')).toContain('あなたから報告がありました');
        expect(await say(officer(), '設定 火 10:00')).toContain('毎週火曜日 10:00');
        expect(await say(officer(), '設定 標準')).toContain('毎週月曜日 09:00');
      });
    });

    describe('the secretariat', () => {
      it('looks at the roster and at what was agreed', async () => {
        expect(await say(office(), '名簿')).toContain(`県・${programme.prefecture} ${programme.division}`);
        expect(await say(office(), `名簿 ${home.name}`)).toContain('本田 花子（主担当）');
        expect(await say(office(), `取組 ${home.name}`)).toContain(`令和${reiwa}年度に実施・期限`);
        expect(await say(office(), '締め')).toContain('毎週月曜日 09:00');
        await say(office(), 'やめる');
      });

      it('changes targets, plans and closures, and takes them back', async () => {
        const [target, plan, closed] = [await kpi('K0-03'), await item('S1-3'), (await settings())?.closures];
        expect(await say(office(), `KPI設定 K0-03 目標 95 ${home.name}`)).toMatch(/80%[\s\S]*95%/);
        await press(office(), 'はい、変える');
        expect(await kpi('K0-03')).toMatchObject({ target: 95 });
        await press(office(), '取消');
        expect(await kpi('K0-03')).toEqual(target);
        const words = await say(office(), `期限変更 S1-3 12/18 合意 9/1 理由 議会の日程 ${home.name}`);
        expect(words).toContain(fullDate(`${year}-12-18`));
        await press(office(), 'はい、変える');
        expect(await item('S1-3')).toMatchObject({ due: `${year}-12-18` });
        await press(office(), '取消');
        expect(await item('S1-3')).toEqual(plan);
        await say(office(), `閉庁日 12/24 理由 停電 ${home.name}`);
        await press(office(), 'はい、変える');
        expect((await settings())?.closures).toContainEqual({ day: `${year}-12-24`, whom: home.code, reason: '停電' });
        await press(office(), '取消');
        expect((await settings())?.closures).toEqual(closed);
      });

      it('is helped in words of its own programme', async () => {
        expect(await say(officer(), 'ヘルプ')).toContain('できること');
        expect(await say(office(), 'ヘルプ 会議作成')).toContain('県、事務局');
        expect(await say(office(), 'ヘルプ 催促')).toContain('催促');
        for (const word of ['取組', '名簿', 'KPI設定', '期限変更', '閉庁日', '担当変更', '名簿追加', '市町村追加'])
          await say(office(), `ヘルプ ${word}`);
      });

      it('registers the room of the prefecture, which is called by its name', async () => {
        const room = office().in(house.room('県・事務局'));
        expect((await room.say('部屋登録 県')).words).toContain(
          `この部屋は${programme.prefecture} ${programme.division}の部屋です`,
        );
      });
    });

    describe('the clock, over two weeks of holidays', () => {
      let came: readonly Came[] = [];
      beforeAll(async () => {
        const room = office().in(house.room('県・事務局'));
        const all = { officer: officer(), neighbour: neighbour(), office: office(), room };
        await lookAt(house, `${today} 17:30`);
        came = [];
        for (const moment of looksFrom(addDays(today, 1), 17)) {
          const now = await cameAt(house, moment, all);
          came = [...came, ...now];
          if (now.some(({ who, words }) => who === 'officer' && words.includes('の週の報告')))
            await say(officer(), '変更なし');
        }
      });

      it('says nothing that is of elsewhere', () => {
        for (const { words } of came) heard(words);
      });

      /** From the Monday after: what the first days bring is of a week that had begun before. */
      const momentsOf = (whom: string, what: RegExp) =>
        came
          .filter(({ at, who, words }) => at > addDays(today, 4) && who === whom && what.test(words))
          .map(({ at }) => at);
      const at = (time: string) => (day: Day) => `${day} ${time}`;

      it('asks once a week, on the first open day', () => {
        expect(momentsOf('officer', /の週の報告/)).toEqual(programme.weeks.map(({ asked }) => `${asked} 09:00`));
        for (const { asked } of programme.weeks)
          expect(
            came.find((each) => each.at === `${asked} 09:00` && each.words.includes('の週の報告'))?.words,
          ).toContain(`${shortDate(weekOfDay(asked))}の週の報告`);
      });

      it('reminds once who has not answered, and nobody else', () => {
        const nudges = /まだ報告をいただいていません/;
        expect(momentsOf('neighbour', nudges)).toEqual(programme.weeks.map(({ nudged }) => `${nudged} 09:00`));
        expect(momentsOf('officer', nudges)).toEqual([]);
      });

      it('tells the secretariat and the prefecture’s room every week', () => {
        expect(momentsOf('room', /県の対応が要ること/)).toEqual(
          [8, 15].map((count) => addDays(today, count)).map(at('16:00')),
        );
        expect(momentsOf('office', /未報告です/)).toEqual(
          [7, 14].map((count) => addDays(today, count)).map(at('15:00')),
        );
      });

      it('reminds of a meeting a week before, on the open day before, and in the last hour', () => {
        expect(momentsOf('officer', /第1回 市町村連絡会議/)).toEqual(
          ['18', '24', '25'].map((day) => `${year}-09-${day} 09:00`),
        );
      });

      it('is followed by minutes, whose homework is due on an open day', async () => {
        await say(office(), '議事録 第1回');
        await press(office(), '第1回 進捗状況確認会議');
        const filled = {
          '決まったこと（1行に1つ）': '次回は書面で行う',
          'actions.0.what': 'ひな形を配る',
          'actions.0.who': '事務局',
          'actions.0.by': `${year}-12-31`,
        };
        const words = await press(office(), '議事録を記録する', filled);
        expect(words).toContain('次回は書面で行う');
        expect(words).toContain(
          `${shortDate(programme.lastOpenDay)}まで（${shortDate(`${year}-12-31`)}は閉庁日のため前の開庁日）`,
        );
      });

      it('leaves a record for people, in their words', async () => {
        const all = await readEverything(house.service.store, new Date(`${today}T10:00:00+09:00`));
        const { files, counts } = await exportFiles(
          all,
          { programme: 'x' },
          { members: all.members, municipalities: all.municipalities, jobs },
        );
        expect(counts['items']).toBe(8);
        for (const { value } of [...all.items, ...all.kpis]) expect(value.fiscalYear).toBe(year);
        expect(files.map(({ name }) => name)).toContain('programmes.json');
      });
    });
  });
});
