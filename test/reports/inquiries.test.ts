import { openConsultations } from '../../bot/features/reports/read-consultations.ts';
import type { Duty } from '../../programme/member.ts';
import { INQUIRIES } from '../../programme/reports/inquiry.ts';
import { MEMBERS, PROGRAMME } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

const WORDS = '小海町の標準化';

onBothChats({ allInTeams: true }, (house) => {
  let prefecture: Person;
  let office: Person;
  let colleague: Person;
  let officer: Person;
  beforeAll(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    prefecture = house.prefecture();
    office = house.secretariat();
    colleague = house.person('office-2@office.example.jp');
    officer = house.officer();
    for (const person of [prefecture, office, colleague, officer]) await person.install();
    await duty(office, 'pm');
    await duty(colleague, 'responsible');
  });

  const duty = async ({ account }: Person, held: Duty) => {
    const { members } = house.service.store;
    const found = (await members.list(MEMBERS)).find(({ value }) => value.name === account.name);
    if (!found) throw new Error(`no ${account.name}`);
    await members.put({ ...found.value, duties: [held] }, found.etag);
  };
  const kept = async (words: string) => {
    const all = (await house.service.store.inquiries.list(PROGRAMME, INQUIRIES)).map(({ value }) => value);
    return all.filter(({ text }) => text === words);
  };
  const one = async (words: string) => {
    const [found] = await kept(words);
    if (!found) throw new Error(`nobody asked ${words}`);
    return found;
  };
  const did = async (words: string) => (await one(words)).steps?.map((step) => step.did) ?? [];
  const count = async () => (await house.service.store.inquiries.list(PROGRAMME, INQUIRIES)).length;
  const tickAt = async (moment: string) => {
    house.at(moment);
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
  };
  const got = (person: Person, title: string, ...more: string[]) =>
    person.got().filter((words) => [title, ...more].every((each) => words.includes(each)));
  /** The form where the cards hold one, the questions otherwise. */
  const fill = async (by: Person, button: string, fields: Readonly<Record<string, string>>) => {
    if (house.chat === 'teams') return by.press(button, fields);
    for (const said of Object.values(fields)) await by.say(said);
    return { words: by.sees() };
  };

  describe('a 臨時報告', () => {
    it.each([
      ['臨時報告 取り下げる', '09:10'],
      ['臨時報告を取り下げる', '09:20'],
      ['臨時報告の取り下げ', '09:30'],
      ['臨時報告 取消', '09:40'],
    ])('is withdrawn by 「%s」 once it was chosen, and no new one is asked for', async (said, time) => {
      house.at(`2026-11-24T${time}:00+09:00`);
      const words = `${said}ための報告`;
      await prefecture.ask('special-report', { text: words, sure: 'yes' });
      const before = await count();
      expect((await prefecture.say(said)).words).toContain('どれを取り下げますか');
      expect(await count()).toBe(before);
      await prefecture.press(prefecture.buttons().find((label) => label.startsWith('臨時報告　')) ?? '');
      expect(prefecture.sees()).toContain('取り下げました');
      expect(await did(words)).toEqual(['solved']);
      expect(await count()).toBe(before);
    });

    it('is withdrawn only where there is one', async () => {
      house.at('2026-11-24T10:00:00+09:00');
      expect((await prefecture.say('臨時報告 取り下げる')).words).toContain('当てはまる臨時報告・協議はありません');
    });

    it('is asked by the prefecture with its municipality and its day', async () => {
      const { words } = await prefecture.say(`臨時報告 ${WORDS} 11/30まで`);
      expect(words).toContain('臨時報告を求めました');
      expect(words).toContain('11/25(水)までに受領し、11/30(月)までに回答します');
      expect(await kept(WORDS)).toEqual([
        expect.objectContaining({ direction: 'special', municipality: '203033', due: '2026-11-30' }),
      ]);
      expect((await prefecture.say(`臨時報告 ${WORDS} 11/30まで`)).words).toContain('すでに事務局に届けています');
      expect(await kept(WORDS)).toHaveLength(1);
    });

    it('reaches the PM at once, who confirms 受領 in one tap', async () => {
      await tickAt('2026-11-24T10:05:00+09:00');
      expect(got(office, '臨時報告が届きました', WORDS)).toHaveLength(1);
      expect(got(colleague, '臨時報告が届きました')).toEqual([]);
      await office.ask('show-inquiries', { inquiry: (await one(WORDS)).id });
      expect((await office.press('受領')).words).toContain('11月30日（月）までに回答してください');
      await office.ask('receive-inquiry', { inquiry: (await one(WORDS)).id });
      expect(await did(WORDS)).toEqual(['taken']);
    });

    it('is answered, and its answer comes back to whoever asked', async () => {
      await office.ask('show-inquiries', { inquiry: (await one(WORDS)).id });
      await office.press('回答する');
      const { words } = await fill(office, '回答する', { 回答: '移行の計画を出し直します' });
      expect(words).toContain('回答を記録しました');
      await tickAt('2026-11-24T10:10:00+09:00');
      expect(got(prefecture, '臨時報告に回答がありました', '移行の計画を出し直します')).toHaveLength(1);
    });

    it('is asked on with what is missing, and ended by whoever asked, and by nobody else', async () => {
      await prefecture.ask('show-inquiries', { inquiry: (await one(WORDS)).id });
      await prefecture.press('まだ');
      const on = await fill(prefecture, '送る', { 足りないところ: '遅れの理由' });
      expect(on.words).toContain('11/27(金)までに回答が届きます');
      await tickAt('2026-11-24T10:15:00+09:00');
      expect(got(office, '臨時報告が続いています', '足りないところ: 遅れの理由')).toHaveLength(1);
      // What comes to mind behind it is added, and is due on the same day.
      await prefecture.ask('show-inquiries', { inquiry: (await one(WORDS)).id });
      await prefecture.press('まだ');
      expect(prefecture.sees()).toContain('臨時報告を続ける');
      expect(prefecture.sees()).not.toContain('完了');
      const more = await fill(prefecture, '送る', { 足りないところ: '残り8業務の時期' });
      expect(more.words).toContain('11/27(金)までに回答が届きます');
      expect(more.words).toContain('残り8業務の時期');
      await prefecture.press('まだ');
      await fill(prefecture, '送る', { 足りないところ: 'やっぱりいい' });
      expect(prefecture.sees()).toContain('まだ記録していません');
      await prefecture.say('やめる');
      expect((await did(WORDS)).at(-1)).toBe('reopened');
      expect((await one(WORDS)).steps?.at(-1)).toMatchObject({ text: '残り8業務の時期', due: '2026-11-27' });
      await office.say('臨時報告回答 人手が足りないためです');
      expect(office.sees()).toContain('どれへの回答ですか');
      await office.ask('answer-inquiry', { inquiry: (await one(WORDS)).id, answer: '人手が足りないためです' });
      const { id } = await one(WORDS);
      expect((await office.ask('end-inquiry', { inquiry: id })).words).toContain('県の方だけが行えます');
      expect((await prefecture.ask('end-inquiry', { inquiry: id })).words).toContain('終えました');
      expect(await did(WORDS)).toEqual(['taken', 'answered', 'reopened', 'reopened', 'answered', 'solved']);
      expect((await prefecture.say('臨時報告一覧')).words).toContain('終わっていない臨時報告はありません');
    });

    it('is due on the open day before a closed one, and on no day that is over', async () => {
      house.at('2026-11-24T10:20:00+09:00');
      const moved = await prefecture.say('臨時報告 研修の参加者数 11/29まで');
      expect(moved.words).toContain('11/29(日)は閉庁日のため、その前の開庁日を期限にしました');
      expect((await one('研修の参加者数')).due).toBe('2026-11-27');
      const past = await prefecture.ask('special-report', { text: '過ぎた日', by: '2026-11-20' });
      expect(past.words).toContain('過ぎた日のため');
      expect((await prefecture.ask('special-report', { text: '無い町', municipality: '無い町' })).words).toContain(
        '見つかりません',
      );
      house.at('2026-11-24T10:22:00+09:00');
      await prefecture.say('臨時報告 予算の執行状況');
      expect((await one('予算の執行状況')).due).toBe('2026-11-27');
      expect(await kept('過ぎた日')).toEqual([]);
      expect(await kept('無い町')).toEqual([]);
    });

    it('without its words asks for them and for its day', async () => {
      house.at('2026-11-24T10:24:00+09:00');
      await prefecture.say('臨時報告');
      const { words } = await fill(prefecture, '報告を求める', {
        報告してほしいこと: '体制の見直し',
        '期限（なければ3開庁日）': '2026-12-04',
      });
      expect(words).toContain('12/4(金)までに回答します');
      expect((await one('体制の見直し')).due).toBe('2026-12-04');
      for (const taken of ['研修の参加者数', '体制の見直し']) {
        const { id } = await one(taken);
        const { words: ended } = await prefecture.ask('end-inquiry', { inquiry: id });
        expect(ended).toContain('取り下げました');
        expect(ended).toContain('取下げ');
        expect(ended).not.toContain('完了');
        expect(prefecture.buttons()).not.toContain('まだ');
        const on = await prefecture.ask('end-inquiry', { inquiry: id, back: 'yes', more: '遅れの理由' });
        expect(on.words).toContain('取り下げたものは続けられません');
        expect((await did(taken)).at(-1)).toBe('solved');
      }
    });
  });

  describe('a 協議', () => {
    const QUESTION = '仕様書に定めのない費用の扱い';
    it('is asked by the secretariat, and waits for the prefecture', async () => {
      expect((await office.say(`協議 ${QUESTION}`)).words).toContain('県に協議しました');
      await tickAt('2026-11-24T10:35:00+09:00');
      expect(got(prefecture, '協議が届きました', QUESTION)).toHaveLength(1);
      const open = await openConsultations(house.service.store);
      expect(open.map(({ text }) => text)).toEqual([QUESTION]);
      expect((await prefecture.say('承認待ち')).words).toContain(QUESTION);
    });

    it('is answered by the prefecture, with the number of its letter', async () => {
      const { id } = await one(QUESTION);
      expect((await office.ask('answer-inquiry', { inquiry: id, answer: 'よい' })).words).toContain('県の方だけ');
      await prefecture.ask('answer-inquiry', { inquiry: id, answer: '委託料に含めてよい', document: '8DX推第12号' });
      expect(prefecture.sees()).toContain('文書番号 8DX推第12号');
      await tickAt('2026-11-24T10:40:00+09:00');
      expect(got(office, '協議に回答がありました', '委託料に含めてよい', '8DX推第12号')).toHaveLength(1);
      expect(await openConsultations(house.service.store)).toEqual([]);
      await office.ask('show-inquiries', { inquiry: id });
      expect((await office.press('足りました')).words).toContain('終えました');
      expect(await did(QUESTION)).toEqual(['answered', 'solved']);
    });

    it('that was ended meanwhile takes no answer', async () => {
      const { id } = await one(QUESTION);
      const late = await prefecture.ask('answer-inquiry', { inquiry: id, answer: '遅れた回答' });
      expect(late.words).toContain('もう終えています');
      expect(await did(QUESTION)).toHaveLength(2);
    });
  });

  describe('nothing is asked of anybody without a yes', () => {
    it.each([
      '臨時で小海町の標準化の状況を金曜までに',
      '臨時で県内の進捗を11/30までに出してもらいたい',
      '臨時報告を出すように言われました',
      '臨時報告 は必要でしょうか',
      '臨時報告 「標準化の状況」と課長が言っていた',
      '臨時報告 今回は不要です',
    ])('by the prefecture: %s', async (said) => {
      const before = await count();
      const { words } = await prefecture.say(said);
      expect(words).toContain('まだ送っていません');
      expect(await count()).toBe(before);
      await prefecture.press('やめる');
    });

    it.each([
      '県に確認したいことがあります。研修の会場費は委託料に入りますか',
      '県と協議したいのですが、再委託の届出の時期について',
      '協議 再委託は認められないと言われました',
    ])('by the secretariat: %s', async (said) => {
      const before = await count();
      const { words } = await office.say(said);
      expect(words).toContain('まだ送っていません');
      expect(await count()).toBe(before);
      await office.press('やめる');
    });

    it('and is what was read, once somebody says yes', async () => {
      house.at('2026-11-24T10:45:00+09:00');
      await prefecture.say('臨時で川上村の標準化の状況を金曜までに');
      expect((await prefecture.press('はい、求める')).words).toContain('11/27(金)までに回答します');
      expect(await kept('標準化の状況')).toEqual([
        expect.objectContaining({ municipality: '203041', due: '2026-11-27' }),
      ]);
      await prefecture.press('取り下げる');
    });

    it('by those who may not: a word is no report of anything', async () => {
      const before = await count();
      for (const said of ['臨時報告', '臨時報告 標準化の状況', '協議 費用の扱い'])
        expect((await officer.say(said)).words).toContain('方だけが行えます');
      expect((await officer.say('臨時報告一覧')).words).toContain('方だけが行えます');
      expect((await office.say('S1-3 検討中 協議')).words).not.toContain('県に協議しました');
      expect(await count()).toBe(before);
    });
  });

  describe('a 臨時報告', () => {
    it('that is late is told to the 業務責任者, once for 受領 and once for the answer', async () => {
      await tickAt('2026-11-26T09:05:00+09:00');
      await tickAt('2026-11-26T11:05:00+09:00');
      expect(got(colleague, '受領していない臨時報告があります')).toHaveLength(1);
      await tickAt('2026-11-30T09:05:00+09:00');
      await tickAt('2026-11-30T11:05:00+09:00');
      expect(got(colleague, '期限を過ぎた臨時報告があります')).toHaveLength(1);
      expect(got(office, '受領していない臨時報告があります')).toEqual([]);
      expect((await prefecture.say('臨時報告一覧')).words).toContain('うち1件は期限を過ぎています');
      expect((await prefecture.say('ダイジェスト')).words).toMatch(/臨時報告（1件）[\s\S]*回答の期限を過ぎたもの\s1/);
    });
  });
});
