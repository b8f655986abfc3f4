import { HOME } from '../../demo/programme.ts';
import { closingYear } from '../../programme/programme.ts';
import { MEMBERS, municipal, PROGRAMME } from '../../storage/collections.ts';
import { itemAt, kpiAt } from '../../storage/progress.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

/** What the secretariat changes in the middle of the year: shown, confirmed, undone, and for nobody else. */
onBothChats({}, (house) => {
  let office: Person;
  let minute = 0;
  /** Each at a minute of its own: what is taken back is the last of them. */
  const say = (words: string, who = office) => {
    minute += 1;
    house.at(new Date(Date.parse('2026-11-24T10:00:00+09:00') + minute * 60_000).toISOString());
    return who.say(words);
  };
  const yes = () => office.press('はい、変える');
  const store = () => house.service.store;
  const programme = async () => (await store().programmes.get(PROGRAMME, 'programme'))?.value;
  const item = async (id: string) => (await store().items.get(...placed(itemAt(HOME, 2026, id))))?.value;
  const kpi = async (id: string) => (await store().kpis.get(...placed(kpiAt(HOME, 2026, id))))?.value;
  const placed = ({ partition, id }: { partition: string; id: string }) => [partition, id] as const;
  const people = async () => (await store().members.list(MEMBERS)).map(({ value }) => value);
  const person = async (name: string) => (await people()).find((one) => one.name === name);
  const changes = async () => (await store().settingChanges.list(PROGRAMME)).map(({ value }) => value);

  beforeAll(() => {
    minute = 0;
    office = house.secretariat();
  });

  describe('a target of a KPI', () => {
    it('is shown before → after, changed when confirmed, and taken back', async () => {
      const before = await kpi('K0-03');
      const shown = await say('KPI設定 K0-03 目標 95 小海町');
      expect(shown.words).toMatch(/小海町[\s\S]*K0-03 目標値[\s\S]*95/);
      expect(shown.words).toContain('まだ変えていません');
      expect(await kpi('K0-03')).toEqual(before);
      expect((await yes()).words).toContain('変えました');
      expect(await kpi('K0-03')).toMatchObject({ target: 95, entries: before?.entries });
      expect((await office.press('取消')).words).toContain('取り消しました');
      expect(await kpi('K0-03')).toEqual(before);
    });

    it.each([
      'KPI設定 K0-03 目標値 95% 小海町',
      '小海町 K0-03 目標:95 KPI設定',
      'ＫＰＩ設定　Ｋ０－０３　９５　小海町',
    ])('is read however it is typed: %s', async (words) => {
      expect((await say(words)).words).toMatch(/K0-03 目標値[\s\S]*80%[\s\S]*95%/);
      expect(office.sees()).not.toContain('基準値');
      await say('やめる');
    });

    it('lies in the other direction: said so before it is taken', async () => {
      expect((await say('KPI設定 K0-03 目標 10 基準 50 小海町')).words).toMatch(
        /目標値が基準値より低く[\s\S]*高いほどよい/,
      );
      expect((await office.press('やめる')).words).toContain('何も');
    });

    it('is none of that KPI: said so, and asked again', async () => {
      const before = await kpi('K0-03');
      expect((await say('KPI設定 K0-03 目標 180 小海町')).words).toContain('値にできません');
      await say('やめる');
      expect(await kpi('K0-03')).toEqual(before);
    });

    it('can be looked at with those of the municipality', async () => {
      expect((await say('KPI設定 小海町')).words).toMatch(/K0-03[\s\S]*目標/);
    });
  });

  describe('the plan of an item', () => {
    it('asks for the reason and the day it was agreed, then is shown, changed, explained and taken back', async () => {
      const before = await item('S1-3');
      expect((await say('期限変更 S1-3 12/18 小海町')).words).toContain('変更の理由');
      await say('やめる');
      // Why, without its marker, is the reason: it need not be named.
      expect((await say('閉庁日 12/28 小海町 議会のため')).words).toMatch(/開庁 → 閉庁（議会のため）/);
      const shown = await say('期限変更 S1-3 12/18 合意 11/20 理由 議会の日程が変わったため 小海町');
      expect(shown.words).toMatch(/S1-3 期限[\s\S]*12月18日[\s\S]*議会の日程が変わったため[\s\S]*11月20日/);
      expect(await item('S1-3')).toEqual(before);
      await yes();
      expect(await item('S1-3')).toMatchObject({ due: '2026-12-18', versions: before?.versions });
      expect((await say('取組 小海町')).words).toMatch(
        /S1-3[\s\S]*11\/24\(火\) 変更: 議会の日程が変わったため・県と11\/20\(金\)に合意/,
      );
      expect((await say('取消')).words).toMatch(/この変更を取り消しますか[\s\S]*S1-3 期限/);
      expect((await office.press('はい、取り消す')).words).toContain('取り消しました');
      expect(await item('S1-3')).toEqual(before);
    });

    it('is refused where the day cannot be, and nothing is written', async () => {
      const before = await item('S1-3');
      expect((await say('期限変更 S1-3 2030/1/10 合意 11/20 理由 延期 小海町')).words).toContain('日付ではありません');
      await say('やめる');
      expect((await say('期限変更 S1-3 12/18 合意 11/30 理由 延期 小海町')).words).toContain('まだ来ていません');
      await say('やめる');
      expect(await item('S1-3')).toEqual(before);
    });

    it('becomes 対象外 without a deadline, and comes back with another', async () => {
      const before = await item('S1-4');
      await say('期限変更 S1-4 対象外 合意 11/20 理由 県が代わりに行うため 小海町');
      expect(office.sees()).toMatch(/実施年度[\s\S]*対象外/);
      await yes();
      expect(await item('S1-4')).toMatchObject({ year: 'none' });
      expect((await item('S1-4'))?.due).toBeUndefined();
      await office.press('取消');
      expect(await item('S1-4')).toEqual(before);
    });

    it('is taken back with the municipality named too, and is then no report that is taken back', async () => {
      const before = await item('S1-3');
      await say('期限変更 S1-3 12/22 合意 11/20 理由 延期 小海町');
      await yes();
      expect((await say('取消 小海町')).words).toMatch(/取り消しました[\s\S]*S1-3 期限/);
      expect(await item('S1-3')).toEqual(before);
    });
  });

  describe('the roster', () => {
    it('is shown in pages, and by municipality and name', async () => {
      const all = await say('名簿');
      expect(all.words).toMatch(/\d+人/);
      expect(office.buttons().some((label) => label.startsWith('次へ'))).toBe(true);
      expect((await say('名簿 小海町')).words).toContain('山田 花子（主担当）');
      expect((await say('名簿 山田 花子')).words).toMatch(/メール[\s\S]*yamada@town.example.jp/);
    });

    it('takes somebody in with an invitation to send, and takes that back', async () => {
      const shown = await say(
        '名簿追加 新井 一郎 市町村職員 小海町 Teams 所属 小海町 税務課 メール arai@town.example.jp',
      );
      expect(shown.words).toMatch(/新井 一郎[\s\S]*小海町 税務課[\s\S]*まだ変えていません/);
      expect(await person('新井 一郎')).toBeUndefined();
      const done = await yes();
      expect(done.words).toMatch(/変えました[\s\S]*登録 [A-Z0-9]{4}-[A-Z0-9]{4}/);
      expect(await person('新井 一郎')).toMatchObject({ active: true, municipalities: [HOME], role: 'municipal' });
      await office.press('取消');
      expect(await person('新井 一郎')).toMatchObject({ active: false });
    });

    it('asks for what somebody lacks', async () => {
      expect((await say('名簿追加 新井 次郎 市町村職員 Teams 所属 小海町 税務課')).words).toContain('担当市町村');
      await say('やめる');
      expect(await person('新井 次郎')).toBeUndefined();
    });

    it('asks which of several is meant', async () => {
      expect((await say('名簿変更 山田 メール new@town.example.jp')).words).toContain('どの方ですか');
      await say('やめる');
    });

    it('keeps the person where the e-mail and the name change', async () => {
      const before = await person('山田 花子');
      await say('名簿変更 山田 花子 メール hanako@town.example.jp');
      expect(office.sees()).toMatch(/yamada@town.example.jp[\s\S]*hanako@town.example.jp/);
      await yes();
      expect(await person('山田 花子')).toEqual({ ...before, email: 'hanako@town.example.jp' });
      await say('名簿変更 山田 花子 氏名 小海 花子');
      await yes();
      expect(await person('小海 花子')).toEqual({ ...before, email: 'hanako@town.example.jp', name: '小海 花子' });
      await say('取消');
      await office.press('はい、取り消す');
      await say('取消');
      await office.press('はい、取り消す');
      expect(await person('山田 花子')).toEqual(before);
    });

    it('does not take an address that somebody else has, nor one that is none', async () => {
      expect((await say('名簿変更 山田 花子 メール office-2@office.example.jp')).words).toContain('のメールです');
      expect((await say('名簿変更 山田 花子 メール hanako@')).words).toContain('メールアドレスとして読めません');
      await say('やめる');
      expect(await person('山田 花子')).toMatchObject({ email: 'yamada@town.example.jp' });
    });

    it('gives a municipality another lead, who may be on leave, and nobody else’s', async () => {
      const second = (await people()).find(({ email }) => email === `second-${HOME}@town.example.jp`);
      await say('休み 12/1 12/3', house.person(`second-${HOME}@town.example.jp`));
      const shown = await say(`担当変更 小海町 ${second?.name} (主担当)`);
      expect(shown.words).toMatch(/主担当[\s\S]*休みです/);
      await yes();
      expect(await person('山田 花子')).toMatchObject({ lead: false });
      expect(await person(second?.name ?? '')).toMatchObject({ lead: true });
      await office.press('取消');
      expect(await person('山田 花子')).toMatchObject({ lead: true });
      expect((await say('担当変更 川上村 山田 花子')).words).toContain('川上村の職員として名簿にありません');
    });

    it('lets nobody go on whom others still depend, and says what to do first', async () => {
      expect((await say('名簿から外す 山田 花子')).words).toContain('担当変更 小海町');
      const me = (await people()).find(({ email }) => email === 'office-1@office.example.jp');
      expect((await say(`名簿から外す ${me?.name}`)).words).toContain('ご自身を事務局から外すことはできません');
      const alone = (await people()).find(({ email }) => email === 'lead-203041@town.example.jp');
      expect((await say(`名簿から外す ${alone?.name} `)).words).toContain('1人もいなくなります');
      expect(await people()).toEqual(expect.arrayContaining([expect.objectContaining({ id: me?.id, active: true })]));
    });

    it('ends access at once when somebody goes, and gives it back', async () => {
      const second = (await people()).find(({ email }) => email === `second-${HOME}@town.example.jp`);
      const who = house.person(`second-${HOME}@town.example.jp`);
      expect((await say('状況', who)).words).toContain('小海町');
      expect((await say(`名簿から外す ${second?.name}`)).words).toContain('使えなくなります');
      await yes();
      expect((await say('状況', who)).words).toContain('名簿で確認できませんでした');
      await say('取消');
      await office.press('はい、取り消す');
      expect((await say('状況', who)).words).toContain('小海町');
    });
  });

  it('homework of who goes is shown with who takes it over, and goes back with them', async () => {
    const [hanako, second] = await Promise.all([
      person('山田 花子'),
      people().then((all) => all.find(({ email }) => email === `second-${HOME}@town.example.jp`)),
    ]);
    const recorded = { by: 'office', at: '2026-11-20T01:00:00.000Z', via: 'teams', ask: 'minutes' };
    const homework = {
      meeting: 'meeting-x',
      what: '規程の素案を送る',
      due: '2026-12-18',
      municipality: HOME,
      recorded,
    };
    await store().actionItems.put({ id: 'action-x', owner: second?.id ?? '', ...homework }, 'absent');
    const owner = async () => (await store().actionItems.get(municipal(HOME), 'action-x'))?.value.owner;
    expect((await say(`名簿から外す ${second?.name}`)).words).toMatch(/宿題「規程の素案を送る」の担当[\s\S]*山田 花子/);
    await yes();
    expect(await owner()).toBe(hanako?.id);
    await office.press('取消');
    expect(await owner()).toBe(second?.id);
  });

  describe('what belongs to the programme', () => {
    it('a closure of one municipality: added, listed, taken off, taken back', async () => {
      const before = (await programme())?.closures;
      expect((await say('閉庁日 12/28 小海町')).words).toMatch(/12\/28\(月\)（小海町）[\s\S]*まだ変えていません/);
      await yes();
      expect((await programme())?.closures).toContainEqual({ day: '2026-12-28', whom: HOME, reason: '閉庁日' });
      expect((await say('閉庁日')).words).toMatch(/12月28日（月）[\s\S]*小海町/);
      await say('閉庁日取消 12/28 小海町');
      await yes();
      expect((await programme())?.closures).toEqual(before);
      await office.press('取消');
      expect((await programme())?.closures).toHaveLength((before?.length ?? 0) + 1);
      await say('閉庁日取消 12/28 小海町');
      await yes();
    });

    it('a closure of all, and what is none', async () => {
      expect((await say('閉庁日 12/25 理由 仕事納め')).words).toMatch(/全体[\s\S]*仕事納め/);
      await say('やめる');
      expect((await say('閉庁日 12/30')).words).toContain('もともと閉庁日です');
      expect((await say('閉庁日 2026/11/2')).words).toContain('過ぎています');
    });

    it('the weekly moments', async () => {
      const before = (await programme())?.nudge;
      expect((await say('締め')).words).toMatch(/週次報告[\s\S]*催促[\s\S]*ダイジェスト/);
      await say('やめる');
      expect((await say('締め 催促 木 10:00')).words).toMatch(/毎週水曜日 09:00[\s\S]*毎週木曜日 10:00/);
      await yes();
      expect((await programme())?.nudge).toEqual({ weekday: 4, time: '10:00' });
      await office.press('取消');
      expect((await programme())?.nudge).toEqual(before);
    });

    describe('出納整理 of a year that is over', () => {
      const lateUntil = async () => (await programme())?.closed?.at(-1)?.lateUntil;
      const closeLastYear = async () => {
        const found = await store().programmes.get(PROGRAMME, 'programme');
        if (!found) throw new Error('no programme');
        const last = closingYear({ ...found.value, fiscalYear: 2025, name: '前年の事業' }, new Date('2026-04-01'));
        await store().programmes.put({ ...found.value, closed: [{ ...last, lateUntil: '2026-12-25' }] }, found.etag);
      };

      it('needs a year that is over', async () => {
        expect((await say('出納整理 12/20')).words).toContain('終わった年度はまだありません');
      });

      it('is shown, made shorter or longer when confirmed, and taken back', async () => {
        await closeLastYear();
        expect((await say('出納整理')).words).toMatch(/令和7年度（前年の事業）[\s\S]*12月25日[\s\S]*まで受け付けます/);
        expect((await say('出納整理 12/18')).words).toMatch(
          /令和7年度（前年の事業）[\s\S]*12月25日[\s\S]*12月18日[\s\S]*まだ変えていません/,
        );
        expect(await lateUntil()).toBe('2026-12-25');
        await yes();
        expect(await lateUntil()).toBe('2026-12-18');
        await office.press('取消');
        expect(await lateUntil()).toBe('2026-12-25');
        await say('出納整理 令和7年度 2027/1/15');
        await yes();
        expect(await lateUntil()).toBe('2027-01-15');
        await office.press('取消');
      });

      it('ends today when told to', async () => {
        expect((await say('出納整理 終了')).words).toMatch(/12月25日[\s\S]*11月24日[\s\S]*明日からは受け付けません/);
        await yes();
        expect(await lateUntil()).toBe('2026-11-24');
        expect((await say('出納整理 終了')).words).toContain('すでにそのとおりです');
        await say('取消');
        await office.press('はい、取り消す');
        expect(await lateUntil()).toBe('2026-12-25');
      });

      it.each([
        ['出納整理 2026/11/2', '過ぎています'],
        ['出納整理 2028/4/1', '3月31日（水）までの日付'],
        ['出納整理 令和5年度 12/20', '令和5年度は、この事業の終わった年度ではありません'],
      ])('is refused where it cannot be: %s', async (words, answer) => {
        expect((await say(words)).words).toContain(answer);
        expect(await lateUntil()).toBe('2026-12-25');
        await say('やめる');
      });
    });

    it('a municipality joins, and is 支援対象外 again when taken back', async () => {
      expect((await say('市町村追加 203211 軽井沢町 圏域 佐久')).words).toMatch(/軽井沢町[\s\S]*支援対象/);
      await yes();
      const joined = async () => (await store().municipalities.get(PROGRAMME, 'municipality-203211'))?.value;
      expect(await joined()).toEqual({ code: '203211', name: '軽井沢町', area: '佐久', supported: true });
      expect((await say('取組 軽井沢町')).words).toContain('未確認');
      await say('取消');
      await office.press('はい、取り消す');
      expect(await joined()).toMatchObject({ supported: false });
      expect((await say('市町村追加 203212 軽井沢村 圏域 佐久')).words).toContain('検査数字');
      await say('やめる');
      expect((await say('市町村追加 131016 千代田区 圏域 東京')).words).toContain('都道府県');
    });
  });

  it('what somebody else changed since is not written over by 取消', async () => {
    await say('KPI設定 K0-03 目標 91 小海町');
    await yes();
    const colleague = house.person('office-2@office.example.jp');
    await say('KPI設定 K0-03 目標 92 小海町', colleague);
    await colleague.press('はい、変える');
    expect((await say('取消 小海町')).words).toContain('そのあとに同じところが変えられている');
    expect(await kpi('K0-03')).toMatchObject({ target: 92 });
    expect((await say('変更の記録')).words).toMatch(/K0-03 目標値[\s\S]*91[\s\S]*92/);
  });

  it('what changed while somebody was looking is shown once more', async () => {
    await say('KPI設定 K1-04 目標 40 小海町');
    const colleague = house.person('office-2@office.example.jp');
    await say('KPI設定 K1-04 目標 45 小海町', colleague);
    await colleague.press('はい、変える');
    expect((await yes()).words).toMatch(/今の内容が変わりました[\s\S]*45/);
    expect(await kpi('K1-04')).toMatchObject({ target: 45 });
    await say('やめる');
  });

  it('said again it is already so, and pressed twice it is one change', async () => {
    await say('KPI設定 K1-03 目標 44 小海町');
    await yes();
    const count = (await changes()).length;
    expect((await say('KPI設定 K1-03 目標 44 小海町')).words).toContain('すでにそのとおりです');
    expect(await changes()).toHaveLength(count);
  });

  it.each([
    '名簿',
    '名簿追加 新井 三郎 市町村職員 小海町 Teams 所属 小海町 税務課',
    '名簿変更 山田 花子 メール x@town.example.jp',
    '名簿から外す 山田 花子',
    '担当変更 小海町 山田 花子',
    '取組 小海町',
    '期限変更 S1-3 12/20 合意 11/20 理由 延期 小海町',
    'KPI設定 K0-03 目標 95 小海町',
    '閉庁日 12/28 小海町',
    '閉庁日取消 12/28 小海町',
    '締め 催促 木 10:00',
    '出納整理 終了',
    '市町村追加 203211 軽井沢町 圏域 佐久',
    '変更の記録',
    '変更の取消',
  ])('is the secretariat’s alone: %s', async (words) => {
    const before = await changes();
    for (const who of [house.officer(), house.prefecture(), house.person('expert-1@expert.example.jp')])
      expect((await say(words, who)).words).toContain('事務局の方だけが行えます');
    expect(await changes()).toEqual(before);
  });

  it('leaves an audit entry with every change, under the command that made it', async () => {
    const all = [
      ...(await store().audit.list(`${PROGRAMME}-2026`)),
      ...(await store().audit.list(`${municipal(HOME)}-2026`)),
    ];
    const commands = new Set(
      all.filter(({ value }) => value.record.startsWith('settingChanges/')).map(({ value }) => value.command),
    );
    expect([...commands].toSorted()).toEqual([
      'add-member',
      'add-municipality',
      'assign-lead',
      'change-item-plan',
      'change-late-reports',
      'change-member',
      'change-slots',
      'close-office',
      'open-office',
      'remove-member',
      'set-kpi-target',
      'undo',
      'undo-change',
    ]);
  });
});
