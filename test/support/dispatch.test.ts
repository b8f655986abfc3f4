import { HOME } from '../../demo/programme.ts';
import type { Member } from '../../programme/member.ts';
import { currentAssignment } from '../../programme/support/assignment.ts';
import { MEMBERS, municipal } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

/** 派遣: who is where, who could be, and what the secretariat decides of it. */
onBothChats({}, (house) => {
  let office: Person;
  let minute = 0;
  const say = (words: string, who = office) => {
    minute += 1;
    house.at(new Date(Date.parse('2026-11-24T10:00:00+09:00') + minute * 60_000).toISOString());
    return who.say(words);
  };
  const yes = () => office.press('はい、変える');
  const store = () => house.service.store;
  const member = async (email: string): Promise<Member> => {
    const found = (await store().members.list(MEMBERS)).find(({ value }) => value.email === email);
    if (!found) throw new Error(`nobody has ${email}`);
    return found.value;
  };
  const email = (at: number) => `expert-${at}@expert.example.jp`;
  const here = async () => (await store().assignments.list(municipal(HOME))).map(({ value }) => value);

  beforeAll(() => {
    minute = 0;
    office = house.secretariat();
  });

  it('is seen as a list, and of one municipality with candidates and facts', async () => {
    expect((await say('派遣')).words).toMatch(/支援対象\d+団体のうち[\s\S]*小海町/);
    const town = await say('派遣 小海町');
    expect(town.words).toMatch(/担当[\s\S]*候補[\s\S]*点数や優劣は付けていません/);
    expect(town.words).toMatch(/今月の訪問予定 \d+日・ここへの訪問 \d+回/);
  });

  it('is decided: shown before, confirmed, written in both places, and taken back', async () => {
    const expert = await member(email(2));
    const before = await here();
    const shown = await say(
      `派遣決定 小海町 ${expert.name} 12/1-3/14 計画 12 協議 11/20 理由 希望に沿うため テーマ S1-3、S2-1`,
    );
    expect(shown.words).toMatch(/期間[\s\S]*12\/1\(火\)〜3\/14\(日\)[\s\S]*計画日数[\s\S]*12日[\s\S]*S1-3、S2-1/);
    expect(shown.words).toContain('まだ変えていません');
    expect(await here()).toEqual(before);
    expect((await yes()).words).toContain('変えました');
    const [made] = (await here()).filter(({ id }) => !before.some((each) => each.id === id));
    expect(made && currentAssignment(made)).toMatchObject({ from: '2026-12-01', until: '2027-03-14', planned: 12 });
    expect(await member(email(2))).toMatchObject({
      municipalities: [...expert.municipalities, HOME],
      terms: [{ municipality: HOME, from: '2026-12-01', until: '2027-03-14' }],
    });
    expect((await office.press('取消')).words).toContain('取り消しました');
    expect(await member(email(2))).toEqual(expert);
    expect((await here()).find(({ id }) => id === made?.id)).toMatchObject({ active: false });
  });

  const decide = async (who: Member, term: string, more = '') => {
    await say(`派遣決定 小海町 ${who.name} ${term} 計画 12 協議 11/20 理由 希望に沿うため ${more}`);
    return yes();
  };

  it('gives access from 0:00 of the first day to 24:00 of the last, to the minute', async () => {
    const expert = await member(email(3));
    await decide(expert, '12/1-12/4');
    const person = house.person(email(3));
    const at = async (moment: string) => {
      house.at(moment);
      return (await person.say('状況 小海町')).words;
    };
    expect(await at('2026-11-30T23:58:00+09:00')).toContain('担当していない団体');
    expect(await at('2026-12-01T00:00:00+09:00')).toContain('小海町の状況');
    expect(await at('2026-12-04T23:58:00+09:00')).toContain('小海町の状況');
    expect(await at('2026-12-05T00:00:00+09:00')).toContain('担当していない団体');
  });

  it('is extended and shortened as it stands, and says so in words too', async () => {
    const expert = await member(email(3));
    const shown = await say(`小海町の${expert.name}さんの派遣を12月18日まで延ばしたい`);
    expect(shown.words).toMatch(/県と協議した日/);
    await say('やめる');
    await say(`派遣決定 小海町 ${expert.name} 終了 12/18 協議 11/24 理由 訪問が延びたため`);
    expect(office.sees()).toMatch(/〜12\/4\(金\)\s+→ 12\/1\(火\)〜12\/18\(金\)/);
    expect(office.sees()).not.toContain('計画日数');
    await yes();
    const own = (await here()).filter((each) => each.expert === expert.id);
    expect(own).toHaveLength(1);
    expect(own[0]?.versions.map(({ until }) => until)).toEqual(['2026-12-04', '2026-12-18']);
    expect((await member(email(3))).terms).toEqual([{ municipality: HOME, from: '2026-12-01', until: '2026-12-18' }]);
    expect((await say(`派遣決定 小海町 ${expert.name} 終了 12/18 協議 11/24 理由 訪問が延びたため`)).words).toContain(
      'すでに',
    );
  });

  it.each([
    ['派遣決定 小海町 {4} 12/10-12/1 計画 3 協議 11/20 理由 希望', '終了日は、開始日の'],
    ['派遣決定 小海町 {4} 12/10-2030/1/10 計画 3 協議 11/20 理由 希望', '期間'],
    ['派遣決定 小海町 {4} 12/12-12/13 計画 8 協議 11/20 理由 希望', '計画日数の8日は、期間の2日より多く'],
    ['派遣決定 小海町 {3} 12/10-12/25 計画 3 協議 11/20 理由 希望', 'と重なります'],
    ['派遣決定 小海町 {4} 12/10-12/25 計画 3 協議 12/20 理由 希望', 'まだ来ていません'],
    ['派遣決定 小海町 {4} 12/10-12/25 計画 3 協議 11/20 理由 希望 テーマ S9-9', 'という項目はありません'],
    ['派遣決定 小海町 存在 しない 12/10-12/25 計画 3 協議 11/20 理由 希望', '名簿にいません'],
    ['派遣決定 小海町 {office} 12/10-12/25 計画 3 協議 11/20 理由 希望', '派遣人材ではありません'],
    ['派遣決定 小海町 {5} 12/10-12/25 計画 3 協議 11/20 理由 希望', '名簿から外れている'],
    ['派遣決定 小海町 {4} 12/10-12/25 計画 3 協議 11/20 理由 希望 前任 {5}', '名簿から外れている'],
    ['派遣決定 小海町 {4} 12/10-12/25 計画 3 協議 11/20 理由 希望 前任 {6}', '担当ではありません'],
  ])('refuses in a sentence, and writes nothing: %s', async (words, sentence) => {
    const gone = await member(email(5));
    const found = await store().members.get(MEMBERS, gone.id);
    if (found && gone.active) await store().members.put({ ...gone, active: false }, found.etag);
    const names = new Map<string, string>();
    for (const at of [3, 4, 5, 6]) names.set(String(at), (await member(email(at))).name);
    names.set('office', (await member('office-2@office.example.jp')).name);
    const before = [await here(), await member(email(4))];
    const said = words.replace(/\{(\w+)\}/g, (_, who) => names.get(who) ?? '');
    expect((await say(said)).words).toContain(sentence);
    await say('やめる');
    expect([await here(), await member(email(4))]).toEqual(before);
  });

  it.each([
    ['派遣決定 小海町 鈴木 一郎', '「鈴木 一郎」さんは派遣人材の名簿にいません'],
    ['派遣決定 小海町 {4} 12/10-12/1', '終了日は、開始日の12/10(木)かそのあとの日'],
    ['{4}さんを12/10から小海町に派遣して', '派遣決定'],
    ['小海町の派遣を決めたい', '派遣決定'],
    ['だれが小海町に行ってるの？', '派遣 小海町'],
    ['小海町の所見を見せて', '訪問一覧'],
    ['所見 小海町', '訪問一覧'],
    ['満足度', '訪問の記録と満足度は「訪問一覧」'],
    ['派遣状況 令和2年度', '見られるのは令和8年度です'],
  ])('says at once what it has understood, and what cannot be: %s', async (words, sentence) => {
    const { name } = await member(email(4));
    const { words: seen } = await say(words.replace('{4}', name));
    expect(seen).toContain(sentence);
    expect(seen).not.toContain('小海町の状況');
    if (words.includes('{4}')) expect(seen).toContain(`小海町　${name}さん`);
    await say('やめる');
  });

  it('says whose place is taken while it is asked who comes, and does not offer them', async () => {
    const [former, next] = [await member(email(1)), await member(email(4))];
    const asked = await say(`派遣決定 小海町 前任 ${former.name}`);
    expect(asked.words).toContain(`前任: ${former.name}さん`);
    if (house.chat === 'line-works') {
      expect(office.buttons().some((label) => label.startsWith(next.name))).toBe(true);
      expect(office.buttons().some((label) => label.startsWith(former.name))).toBe(false);
    }
    await say('やめる');
    const same = await say(`派遣決定 小海町 ${former.name} 前任 ${former.name}`);
    expect(same.words).toContain(`${former.name}さんは前任の方と同じです`);
    await say('やめる');
  });

  it('reads what the form calls its fields', async () => {
    const { name } = await member(email(4));
    const { words } = await say(
      `派遣決定 小海町 ${name} 開始日 12/10 終了日 3/14 計画日数 12 県と協議した日 11/20 理由 希望に沿うため`,
    );
    expect(words).toMatch(/12\/10\(木\)〜3\/14\(日\)[\s\S]*12日[\s\S]*令和8年11月20日/);
    await office.press('やめる');
  });

  it.each([
    '小海町に誰が行っていますか',
    '派遣の期間を3月末まで延ばしたい',
    '派遣はいつまでですか',
    '派遣を延ばすかもしれません',
    '派遣決定はまだです',
  ])('writes nothing for: %s', async (words) => {
    const before = [await here(), await store().members.list(MEMBERS)];
    await say(words);
    expect([await here(), await store().members.list(MEMBERS)]).toEqual(before);
    await say('やめる');
  });

  it('asks one by one, or in a form, for what is lacking', async () => {
    const expert = await member(email(4));
    expect((await say(`派遣決定 小海町 ${expert.name}`)).words).toMatch(/開始日/);
    await office.press('確かめる', {
      ...{ 開始日: '2026-12-14', 終了日: '2027-01-29', 計画日数: '5', 県と協議した日: '2026-11-20' },
      ...{
        理由: '体制の専門が合うため',
        'テーマ（任意）': 'S2-1',
        '支援方針の出典（任意）': '前年度の報告書',
      },
    });
    expect(office.sees()).toMatch(/12\/14\(月\)〜1\/29\(金\)[\s\S]*5日[\s\S]*S2-1[\s\S]*前年度の報告書/);
    await yes();
    expect((await here()).find((each) => each.expert === expert.id)?.versions).toMatchObject([
      { from: '2026-12-14', until: '2027-01-29', planned: 5, themes: ['S2-1'], sources: '前年度の報告書' },
    ]);
  });

  describe('for those it concerns', () => {
    it('tells a municipality who serves it, and never who could', async () => {
      for (const words of ['派遣', '派遣 小海町']) {
        const answer = await say(words, house.officer());
        expect(answer.words).toMatch(/小海町の派遣[\s\S]*事務局が決めます/);
        expect(answer.words).not.toContain('候補');
        expect(house.officer().buttons()).toEqual(expect.arrayContaining(['派遣の希望', '派遣人材に見せずに相談']));
      }
      expect((await say('派遣 川上村', house.officer())).words).toContain('担当していない');
    });

    it('shows the prefecture where people are, and neither candidates nor what waits for the secretariat', async () => {
      expect((await say('派遣', house.prefecture())).words).toContain('支援対象');
      expect((await say('派遣 小海町', house.prefecture())).words).not.toContain('候補');
      for (const words of ['派遣', '派遣 小海町']) {
        await house.prefecture().say(words);
        for (const label of house.prefecture().buttons()) {
          await house.prefecture().say(words);
          expect((await house.prefecture().press(label)).words).not.toContain('だけが行えます');
        }
      }
      expect((await say('派遣決定 小海町', house.prefecture())).words).toContain('事務局の方だけ');
    });

    it('says names of people 1:1 and in the secretariat’s room, and in no municipality’s', async () => {
      const room = office.in(house.room('小海町の部屋'));
      await room.say('部屋登録 小海町');
      expect((await room.say('派遣')).words).toContain('1対1のチャット');
      const own = office.in(house.room('事務局の部屋'));
      await own.say('部屋登録 事務局');
      expect((await own.say('派遣 小海町')).words).toContain('候補');
    });

    it('asks a municipality for its wishes in a form, or one by one', async () => {
      const lead = house.person('lead-203041@town.example.jp');
      await say('派遣の希望', lead);
      await lead.press('事務局に届ける', {
        ...{ 支援希望テーマ: 'S2-1', '現状・課題': '体制が決まらない', 今年度内に達成したいこと: '要綱を作る' },
        ...{ '希望形態（対面／オンライン・頻度・曜日）': '月1回、火曜' },
        ...{ '求めるスキル・経験（自治体実務経験等）': '実務経験' },
        '制約（LGWAN・チャット可否・会議室等）（任意）': 'LGWANのみ',
      });
      expect(lead.sees()).toContain('派遣の希望を記録しました');
      const kept = (await store().supportNeeds.list(municipal('203041'))).map(({ value }) => value);
      expect(kept[0]?.versions).toMatchObject([{ themes: ['S2-1'], goal: '要綱を作る', limits: 'LGWANのみ' }]);
    });

    it('keeps the wishes of a municipality in versions, and shows them beside the candidates', async () => {
      const officer = house.officer();
      await say(
        '派遣の希望 テーマ S1-3、S2-1 課題 体制が決まらない 達成 要綱を作る 形態 月1回、火曜に対面 スキル 実務経験 制約 LGWANのみ',
        officer,
      );
      expect(officer.sees()).toMatch(/派遣の希望を記録しました[\s\S]*S1-3[\s\S]*LGWANのみ/);
      await say('派遣の希望 制約 会議室は2階', officer);
      const kept = (await store().supportNeeds.list(municipal(HOME))).map(({ value }) => value);
      expect(kept[0]?.versions.map(({ limits, goal }) => [limits, goal])).toEqual([
        ['LGWANのみ', '要綱を作る'],
        ['会議室は2階', '要綱を作る'],
      ]);
      const town = await say('派遣 小海町');
      expect(town.words).toMatch(/支援希望テーマ[\s\S]*S1-3[\s\S]*会議室は2階/);
    });
  });
});
