import { municipal } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

const HOME = '203033';
const WORDS = '例規の改正の進め方が分かりません';

onBothChats({ allInTeams: true }, (house) => {
  let hanako: Person;
  let office: Person;
  let colleague: Person;
  beforeAll(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    hanako = house.officer();
    office = house.secretariat();
    colleague = house.person('office-2@office.example.jp');
    for (const person of [hanako, office, colleague]) await person.install();
  });

  const kept = async (words: string) => {
    const all = (await house.service.store.helpRequests.list(municipal(HOME))).map(({ value }) => value);
    const found = all.find(({ text, undone }) => text === words && undone === undefined);
    if (!found) throw new Error(`nobody asked about ${words}`);
    return found;
  };
  const did = async (words: string) => (await kept(words)).steps?.map((step) => step.did) ?? [];
  const about = async (words: string) => ({ request: (await kept(words)).id, municipality: HOME });
  const tickAt = async (moment: string) => {
    house.at(moment);
    for (const _ of [1, 2]) {
      await house.service.outbox.tick();
      await house.service.outbox.idle();
    }
  };
  const got = (person: Person, title: string, ...more: string[]) =>
    person.got().filter((words) => [title, ...more].every((each) => words.includes(each)));
  /** The form where the cards hold one, the question otherwise. */
  const answer = async (by: Person, words: string) => {
    await by.press('回答する');
    return house.chat === 'teams' ? by.press('回答する', { 回答: words }) : by.say(words);
  };

  describe('a 相談', () => {
    it('is shown with the own words, by when there is an answer, and its kind in one tap', async () => {
      const receipt = await hanako.say(`相談 ${WORDS}`);
      expect(receipt.words).toContain(`「${WORDS}」`);
      expect(receipt.words).toContain('11/27(金)までに');
      expect((await hanako.press('業務')).words).toContain('区分を「業務」にしました');
      expect((await kept(WORDS)).category).toBe('operations');
      expect((await hanako.say('相談一覧')).words).toContain('未着手・11/27(金)まで');
    });

    it('is taken and answered by the secretariat, and its answer comes back to whoever asked', async () => {
      await tickAt('2026-11-24T10:05:00+09:00');
      expect(got(office, '相談が届きました', WORDS)).toHaveLength(1);
      expect((await office.say('相談一覧')).words).toContain(WORDS);
      await office.ask('show-requests', await about(WORDS));
      expect((await office.press('受け持つ')).words).toContain('受け持ちました');
      await answer(office, 'ひな形をお送りします');
      expect(office.sees()).toContain('回答を記録しました');
      await tickAt('2026-11-24T10:10:00+09:00');
      const [arrived] = got(hanako, '相談に回答がありました');
      expect(arrived).toContain('ひな形をお送りします');
      expect(arrived).toContain('これで解決しましたか');
    });

    it.each(['相談の答えはまだ？', 'この前の相談どうなりましたか', '相談一覧'])(
      'is looked after by 「%s」',
      async (said) => {
        const { words } = await hanako.say(said);
        expect(words).toContain('確認待ち');
        expect(words).toContain('回答: ひな形をお送りします');
      },
    );

    it('ends after 「解決しました」 only by a press, and comes back with まだ for 14 days', async () => {
      expect((await hanako.say('解決しました')).words).toContain('この相談は解決しましたか');
      expect(await did(WORDS)).toEqual(['taken', 'answered']);
      expect((await hanako.say('はい')).words).toContain('解決として終えました');
      expect((await office.say('相談一覧')).words).not.toContain(WORDS);
      house.at('2026-12-08T10:00:00+09:00');
      expect((await hanako.press('まだ')).words).toContain('続けて対応します');
      expect((await kept(WORDS)).steps?.at(-1)).toMatchObject({ did: 'reopened', due: '2026-12-11' });
      await tickAt('2026-12-08T10:05:00+09:00');
      expect(got(office, '相談が続いています', WORDS)).toHaveLength(1);
      await hanako.ask('end-request', await about(WORDS));
      house.at('2026-12-23T10:00:00+09:00');
      const late = await hanako.ask('end-request', { ...(await about(WORDS)), back: 'yes' });
      expect(late.words).toContain('14日を過ぎた');
      expect(await did(WORDS)).toEqual(['taken', 'answered', 'solved', 'reopened', 'solved']);
      house.at('2026-11-24T10:20:00+09:00');
    });
  });

  describe('the secretariat', () => {
    const OTHER = '庁議での説明の仕方を相談したい';
    it('gives a 相談 to somebody, who is told, promises a day and waits', async () => {
      await hanako.say(`相談 ${OTHER}`);
      await office.ask('show-requests', await about(OTHER));
      expect((await office.press('割り当てる')).words).toContain('だれに割り当てますか');
      const name = colleague.account.name;
      expect((await office.press(name)).words).toContain(`${name}さんに割り当てました`);
      await tickAt('2026-11-24T10:25:00+09:00');
      expect(got(colleague, '相談を割り当てられました')).toHaveLength(1);
      const past = { ...(await about(OTHER)), state: 'promised', due: '2026-11-20', seen: 1 };
      expect((await colleague.ask('handle-request', past)).words).toContain('今日か、それよりあとの日');
      await colleague.ask('show-requests', await about(OTHER));
      await colleague.press('期限を決める');
      if (house.chat === 'teams') await colleague.press('送る', { 期限: '2026-12-04' });
      else await colleague.say('12/4');
      expect(colleague.sees()).toContain('12月4日');
      expect((await colleague.press('確認待ちにする')).words).toContain('確認待ちにしました');
      expect(await did(OTHER)).toEqual(['assigned', 'promised', 'waiting']);
    });

    it('is told who was faster, and nothing of what was to be said is lost', async () => {
      const before = { ...(await about(OTHER)), seen: 1 };
      const late = await office.ask('answer-request', { ...before, answer: '県の要綱をご覧ください' });
      expect(late.words).toContain(`${colleague.account.name}さん（確認待ち）`);
      expect(late.words).toContain('県の要綱をご覧ください');
      expect(await did(OTHER)).toHaveLength(3);
      expect((await office.press('それでも回答する')).words).toContain('回答を記録しました');
      expect((await kept(OTHER)).steps?.at(-1)).toMatchObject({ did: 'answered', text: '県の要綱をご覧ください' });
    });

    it('answers nothing to nothing, and asks before a number is kept that may be somebody’s own', async () => {
      house.at('2026-11-24T10:30:00+09:00');
      const seen = { ...(await about(OTHER)), seen: 4 };
      for (const nothing of ['', '  ', '特になし']) await office.ask('answer-request', { ...seen, answer: nothing });
      const number = await office.ask('answer-request', { ...seen, answer: '0267-92-2525 へお電話ください' });
      expect(number.words).toContain('電話番号が入っているようです');
      expect(await did(OTHER)).toHaveLength(4);
      expect((await office.press('はい、このまま記録する')).words).toContain('回答を記録しました');
      expect(await did(OTHER)).toHaveLength(5);
    });

    it('typed without a 相談 is asked which', async () => {
      const asked = await office.say('回答 来週の打合せで説明します');
      expect(asked.words).toContain('どの相談への回答ですか');
      expect(asked.words).toContain('来週の打合せで説明します');
      expect((await office.say('受け持つ')).words).toContain('どの相談を「受け持つ」にしますか');
      expect(await did(OTHER)).toHaveLength(5);
    });

    it('keeps whose it is where a colleague only promises a day, and takes what nobody has', async () => {
      const NEW = '議会への説明資料の作り方を相談したい';
      await hanako.say(`相談 ${NEW}`);
      const promise = async (who: Person, due: string, seen: number) =>
        who.ask('handle-request', { ...(await about(NEW)), state: 'promised', due, seen });
      expect((await promise(colleague, '2026-12-03', 0)).words).toContain('受け持ちました。期限は');
      const later = await promise(office, '2026-12-04', 1);
      expect(later.words).toMatch(/12月4日[\s\S]*対応中・担当 /);
      expect(later.words).not.toContain('受け持ちました');
      expect(later.words).toContain(`担当 ${colleague.account.name}さん・12/4(金)まで`);
      await office.ask('handle-request', { ...(await about(NEW)), state: 'taken', seen: 2 });
      expect(office.sees()).toContain(`担当 ${office.account.name}さん`);
      await hanako.ask('end-request', await about(NEW));
    });

    it.each([
      ['松川村の相談を依田さんに割り当てて', 'どの相談を「割り当てる」にしますか'],
      ['松川村の相談を受け持ちます', 'どの相談を「受け持つ」にしますか'],
      ['松川村の相談の期限を12/10にして', 'どの相談を「期限を決める」にしますか'],
      ['松川村の相談に回答します', '回答'],
    ])('is no 相談 of the secretariat’s own: %s', async (said, sentence) => {
      const { words } = await office.say(said);
      expect(words).toContain(sentence);
      expect(words).not.toMatch(/届けますか|困っていること|期限変更/);
      await office.say('やめる');
    });

    it('lists those of one municipality where it is named', async () => {
      expect((await office.say('相談一覧')).words).toContain('松川村');
      const { words } = await office.say('相談一覧 小海町');
      expect(words).toContain(OTHER);
      expect(words).not.toContain('松川村');
      expect((await hanako.say('相談一覧 松川村')).words).toContain('担当していない団体');
    });

    it('marks one as settled on an old card, and takes that back', async () => {
      const settled = await office.ask('answer-help', await about(OTHER));
      expect(settled.words).toContain('小海町の相談を対応済みにしました');
      expect(await did(OTHER)).toHaveLength(6);
      expect((await office.press('対応待ちに戻す')).words).toContain('対応待ちに戻しました');
      expect((await office.say('未対応')).words).toContain(OTHER);
      await office.ask('answer-help', await about(OTHER));
    });

    it('cannot answer what was taken back', async () => {
      await hanako.say('相談 やはり要らない相談です');
      const gone = await about('やはり要らない相談です');
      await hanako.say('取消');
      const refused = await office.ask('answer-request', { ...gone, seen: 0, answer: 'ひな形です' });
      expect(refused.words).toContain('取り下げられたため');
    });
  });

  it('nobody sees the 相談 of another municipality, and rooms show none', async () => {
    const other = house.person('lead-203041@town.example.jp');
    expect((await other.ask('show-requests', await about(WORDS))).words).toContain('担当していない団体');
    expect((await other.ask('end-request', await about(WORDS))).words).toContain('担当していない団体');
    expect((await other.say('相談一覧 完了')).words).not.toContain(WORDS);
    expect((await house.prefecture().say('相談一覧')).words).toContain('だけが行えます');
    const room = office.in(house.room('県・事務局'));
    await room.say('部屋登録 事務局');
    expect((await room.say('相談一覧')).words).toContain('1対1');
  });

  it('a number that may be somebody’s own is asked about once before it is kept', async () => {
    const asked = await hanako.say('相談 1234-5678-9012 の方の手続き');
    expect(asked.words).toContain('12桁の数字');
    await expect(kept('1234-5678-9012 の方の手続き')).rejects.toThrow();
    expect((await hanako.press('はい、このまま記録する')).words).toContain('相談を受け付けました');
    await hanako.say('取消');
    const weekly = await hanako.ask('check-in', { municipality: HOME, text: '電話は 0267-92-2525 です' });
    expect(weekly.words).toContain('電話番号が入っているようです');
    await expect(kept('電話は 0267-92-2525 です')).rejects.toThrow();
  });

  it('two open days after a promise has passed who leads the secretariat is told, once', async () => {
    house.at('2026-11-25T10:00:00+09:00');
    await hanako.say('相談 予算要求の進め方');
    await tickAt('2026-12-01T09:30:00+09:00');
    expect(got(office, '期限を過ぎた相談があります', '予算要求')).toHaveLength(0);
    await tickAt('2026-12-02T09:30:00+09:00');
    await tickAt('2026-12-03T09:30:00+09:00');
    expect(got(office, '期限を過ぎた相談があります', '予算要求')).toHaveLength(1);
    expect(got(colleague, '期限を過ぎた相談があります')).toHaveLength(0);
    const digest = (await house.prefecture().say('ダイジェスト')).words;
    expect(digest).toMatch(/終わっていない相談: 4件（期限を過ぎたもの 4件・最も古いもの \d+日前）/);
    expect((await office.say('相談一覧')).words).toContain('4件あります。うち4件は期限を過ぎています');
  });

  it('an item that three municipalities asked about is named without them', async () => {
    house.at('2026-12-03T10:00:00+09:00');
    const leads = ['203041', '203050'].map((code) => house.person(`lead-${code}@town.example.jp`));
    for (const person of [hanako, ...leads]) await person.say('相談 S1-3 の決め方が分かりません');
    const digest = (await house.prefecture().say('ダイジェスト')).words;
    expect(digest).toContain('3団体以上から相談のあった項目（60日以内）: S1-3');
  });

  describe('a 相談 about who comes', () => {
    const COMPLAINT = '派遣人材の山田美咲さんと進め方が合わないので、担当を替えてほしい';
    let expert: Person;
    beforeAll(async () => {
      expert = house.person('expert-1@expert.example.jp');
      await expert.install();
    });

    it('is read by the municipality and the secretariat, and nothing of it reaches whom it is about', async () => {
      house.at('2026-11-26T10:00:00+09:00');
      const [list, charge, digest] = ['相談一覧', '担当 小海町', 'ダイジェスト'];
      const before = [
        (await expert.say(list)).words,
        (await expert.say(charge)).words,
        (await expert.say(digest)).words,
      ];
      const receipt = await hanako.say(`相談 ${COMPLAINT}`);
      expect(receipt.words).toContain('派遣人材には出ません');
      expect((await hanako.say('相談一覧')).words).toContain(COMPLAINT);
      expect((await office.say('相談一覧')).words).toContain(COMPLAINT);
      const after = [
        (await expert.say(list)).words,
        (await expert.say(charge)).words,
        (await expert.say(digest)).words,
      ];
      expect(after).toEqual(before);
      const pressed = await expert.ask('show-requests', await about(COMPLAINT));
      expect(pressed.words).not.toContain('合わない');
      await hanako.say('取消');
    });

    it('is told apart by a press after 気になる and under 派遣, whatever it says, and by 事務局だけに', async () => {
      const WORRY = '進め方が早すぎます';
      await hanako.ask('ask-help', { municipality: HOME, aside: 'yes' });
      await (house.chat === 'teams' ? hanako.press('送る', { 困っていること: WORRY }) : hanako.say(WORRY));
      expect(hanako.sees()).toContain('派遣人材には出ません');
      expect((await expert.say('相談一覧')).words).not.toContain(WORRY);
      await hanako.say('取消');
      expect((await hanako.say('相談 事務局だけに 資料が足りません')).words).toContain('派遣人材には出ません');
      expect((await expert.say('相談一覧')).words).not.toContain('資料が足りません');
      expect((await office.say('相談一覧')).words).toContain('資料が足りません');
      expect((await hanako.say('相談 例規の表の作り方')).words).toContain('担当の派遣人材も見ます');
      expect((await expert.say('相談一覧')).words).toContain('例規の表の作り方');
    });

    it('is taken from the sentence that says it, and not asked for once more', async () => {
      for (const said of ['担当を交代してほしいです', '派遣人材を替えてほしいです']) {
        await hanako.say(said);
        expect(hanako.sees()).toContain(said);
        await hanako.say('やめる');
      }
    });
  });
});
