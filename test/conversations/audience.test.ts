import { HOME } from '../../demo/programme.ts';
import { onBothChats } from '../on-both-chats.ts';

onBothChats({}, (house) => {
  describe('someone the roster does not know', () => {
    it('gets a polite card with 登録, and registers with an invitation that works once', async () => {
      const stranger = house.someone('新任 太郎', 'someone@else.example.jp');
      expect((await stranger.say('状況')).words).toContain('名簿で確認できませんでした');
      const member = (await house.service.store.members.list('_members')).find(
        ({ value }) => value.role === 'expert',
      )?.value;
      await house.service.store.invitations.put(
        { code: 'ACDEFGHJ', member: member?.id ?? '', expires: '2026-12-08T00:00:00.000Z' },
        'absent',
      );
      await stranger.press('登録する');
      expect((await stranger.press('送る', { '招待コード（8文字）': 'ACDE-FGH' })).words).toContain('招待コードが違う');
      const done = await stranger.say('登録 ａｃｄｅ－ｆｇｈｊ');
      expect(done.words).toContain(`${member?.name}さん（派遣人材）として登録しました`);
      expect((await stranger.say('自分')).words).toContain('派遣人材');
      const other = house.someone('別 人', 'other@else.example.jp');
      expect((await other.say('登録 ACDEFGHJ')).words).toContain('すでに使われています');
    });
  });

  describe('a prefecture officer', () => {
    it('sees the digest with the states kept apart, and drills down', async () => {
      const officer = house.prefecture();
      await house.officer().say('KPI報告 K0-03 38/40');
      const digest = await officer.say('ダイジェスト');
      expect(digest.words).toContain('25団体のうち 報告 0・変更なし 0・一部 1・未報告 24');
      expect(digest.words).toContain('K0-03 DX基礎研修受講率');
      // What is to be done by the prefecture is pressed before what is only to be read.
      const order = officer.buttons().filter((label) => /期限を過ぎた項目|動きを見る/.test(label));
      expect(order.at(0)).toContain('期限を過ぎた項目');
      expect(order.at(-1)).toBe('動きを見る');
      await officer.press('動きを見る');
      const town = await officer.press('小海町');
      expect(town.words).toContain('小海町の1週間');
      expect((await officer.press('状況を見る')).words).toContain('小海町の状況');
    });

    it('reads of the quiet ones in 団体コード order, as of all others', async () => {
      const { words } = await house.prefecture().say('ダイジェスト');
      const line = /静かなところ: (.+)/.exec(words)?.[1] ?? '';
      const named = [...line.matchAll(/([^、（）\s]+)\u00a0\d+週/g)].map(([, name]) => name);
      const codes = named.map((name) => house.content.municipalities.find((town) => town.name === name)?.code);
      expect(codes.length).toBeGreaterThan(3);
      expect(codes).toEqual(codes.toSorted());
    });

    it('chooses among all municipalities, and cannot report', async () => {
      const officer = house.prefecture();
      await officer.say('状況');
      expect((await officer.press('表示する', { 市町村: '川上村（佐久）' })).words).toContain('川上村の状況');
      expect((await officer.say('報告 S1-3 実施中 川上村')).words).toContain('の方だけが行えます');
    });
  });

  describe('an expert', () => {
    it('sees the assigned municipalities only', async () => {
      const expert = house.person('expert-1@expert.example.jp');
      expect((await expert.say('状況 小海町')).words).toContain('小海町の状況');
      expect((await expert.say('状況 川上村')).words).toContain('担当していない団体');
    });
  });

  describe('the secretariat', () => {
    it('is not told that something is shown where something is done next', async () => {
      const office = house.secretariat();
      await office.say('工程表追加');
      if (house.chat === 'teams') expect(office.buttons()).toContain('次へ進む');
      expect(office.buttons()).not.toContain('表示する');
      await office.say('やめる');
    });

    it.each(['共有版', '閲覧記録', '名簿'])('「%s」 in a room is said to be for a chat of their own', async (said) => {
      const office = house.secretariat().in(house.room('事務局の部屋'));
      await office.ask('bind-room', { audience: 'secretariat', sure: 'yes' });
      const { words } = await office.say(said);
      expect(words).toContain(`1対1のチャットで「${said}」`);
      expect(words).not.toContain('ご本人');
    });

    it('what is of oneself is said to be so', async () => {
      const office = house.secretariat().in(house.room('事務局の部屋'));
      expect((await office.say('設定')).words).toContain('ご本人の情報');
    });
  });

  describe('an observer', () => {
    it('sees nothing of a municipality', async () => {
      const observer = house.person('observer-202011@city.example.jp');
      expect((await observer.say('状況')).words).toContain('の方だけが行えます');
      expect((await observer.say('ヘルプ')).words).not.toContain('今週のKPI');
    });
  });

  describe('a group room', () => {
    it('shows nothing until it is registered, and then what its audience may see', async () => {
      const room = house.room('小海町 DX連絡');
      const officer = house.officer().in(room);
      const office = house.secretariat().in(room);
      expect((await officer.say('状況')).words).toContain('まだ登録されていません');
      expect((await officer.say('部屋登録 小海町')).words).toContain('の方だけが行えます');
      expect((await office.say('部屋登録 小海町')).words).toContain('小海町の部屋です');
      expect((await officer.say('状況')).words).toContain('小海町の状況');
      expect((await office.say('状況 川上村')).words).toContain('この部屋では表示できません');
      expect((await office.say('ダイジェスト')).words).toContain('この部屋では表示できません');
    });

    it('names nobody where the room is a municipality’s, and posts what was pressed as a new message', async () => {
      const room = house.room('小海町 連絡');
      await house.secretariat().in(room).say(`部屋登録 ${HOME}`);
      const officer = house.officer().in(room);
      const history = await officer.say('履歴 K0-03');
      expect(history.words).toContain('担当者');
      expect(history.words).not.toContain('花子');
      const before = officer.got().length;
      await officer.press('KPIに戻る');
      expect(officer.got()).toHaveLength(before + 1);
    });

    it('does not hear what is not said to it', async () => {
      const officer = house.officer().in(house.room('雑談'));
      const turn = await officer.say('状況', { mention: false });
      expect([turn.words, officer.got()]).toEqual(['', []]);
    });
  });

  it('asks to register a room only from inside one', async () => {
    expect((await house.secretariat().say('部屋登録 県')).words).toContain('グループやチャネルの中で');
  });

  it('leaves an audit entry for every write, with etags and without names or texts', async () => {
    await house.officer().say('相談 秘密の悩み');
    const audit = await house.service.store.audit.list(`m-${HOME}-2026`);
    const chat = audit.map(({ value }) => value).filter(({ via }) => via === house.chat);
    expect(chat.map(({ command }) => command)).toEqual(expect.arrayContaining(['report-kpi', 'ask-help']));
    for (const entry of chat)
      expect(entry).toMatchObject({ by: expect.stringMatching(/^member-/), after: expect.any(String) });
    expect(JSON.stringify(chat)).not.toMatch(/秘密|花子/);
  });
});
