import { HOME, OFFICE, OFFICER, PREFECTURE_OFFICER } from '../../demo/programme.ts';
import { onBothChats } from '../on-both-chats.ts';
import { initiated } from '../operations/initiated.ts';

const OBSERVER = 'observer-202011@city.example.jp';

onBothChats({}, (house) => {
  beforeAll(async () => {
    house.at('2026-11-25T10:00:00+09:00');
    await house.person(OFFICER).say('相談 電子申請の様式をどう分けるか決められません');
  });

  it('finds by a word, in every width, what the person may see, and each row opens it', async () => {
    const officer = house.person(OFFICER);
    await officer.say('検索 ＰＣ');
    expect(officer.sees()).toContain('検索');
    await officer.say('検索 電子申請の様式');
    expect(officer.sees()).toContain('相談: 電子申請の様式をどう分けるか決められません');
    await officer.press('相談: 電子申請の様式をどう分けるか決められません');
    expect(officer.sees()).toContain('電子申請の様式をどう分けるか決められません');
  });

  it('looks through one kind of thing where only that is meant', async () => {
    const office = house.person(OFFICE);
    for (const said of ['相談を検索 電子申請', '相談の中から電子申請を探して']) {
      await office.say(said);
      expect([said, office.sees()]).toEqual([
        said,
        expect.stringContaining('相談の中で「電子申請」が1件見つかりました'),
      ]);
      expect(office.sees()).not.toContain('届けますか');
    }
    await office.press('全ての種類を探す');
    expect(office.sees()).toMatch(/^(?!.*相談の中で)[\s\S]*「電子申請」が/);
    const prefecture = house.person(PREFECTURE_OFFICER);
    await prefecture.say('相談を検索 電子申請');
    expect(prefecture.sees()).toContain('相談の中で「電子申請」に当たるものは、まだありません');
  });

  it('shows nobody a 相談 that is not theirs to see', async () => {
    const prefecture = house.person(PREFECTURE_OFFICER);
    await prefecture.say('検索 電子申請の様式');
    expect(prefecture.sees()).toContain('「電子申請の様式」に当たるものは、まだありません');
    const observer = house.person(OBSERVER);
    await observer.say('検索 電子申請');
    expect(observer.sees()).not.toContain('様式をどう分けるか');
    const office = house.person(OFFICE);
    await office.say('検索 電子申請の様式');
    expect(office.sees()).toContain('1件見つかりました');
  });

  it('asks what is looked for where nothing is named', async () => {
    const officer = house.person(OFFICER);
    await officer.say('検索');
    expect(officer.sees()).toContain('探す言葉');
  });

  it('finds an item by another name of it, and says what to do where nothing is found', async () => {
    const officer = house.person(OFFICER);
    await officer.say('フロントヤードを検索');
    expect(officer.sees()).toContain('項目: S3-1');
    await officer.say('検索 宇宙旅行');
    expect(officer.sees()).toContain('ほかの言い方でも探せます');
  });

  it('finds what stands in 工程表 and 簡易計画, and 財源 by name', async () => {
    await initiated(house.service.store, HOME, OFFICER);
    const officer = house.person(OFFICER);
    await officer.say('検索 標準化の移行後');
    expect(officer.sees()).toContain('工程表: 書かない窓口の導入');
    await officer.press('工程表: 書かない窓口の導入');
    expect(officer.sees()).toContain('窓口で聞き取り1枚にまとめる');
    await officer.say('検索 役場に来なくてよい町');
    expect(officer.sees()).toContain('簡易計画: 簡易計画の基本理念・目指す姿');
    await officer.say('検索 FN-07');
    expect(officer.sees()).toContain('財源: FN-07');
  });

  it.each(['ﾏｲﾅﾝﾊﾞｰ', 'マイナンバー', 'まいなんばー', '　マイナンバー　'])(
    'finds the same however it is written: %s',
    async (words) => {
      const officer = house.person(OFFICER);
      await officer.say('検索 マイナンバー');
      const found = /(\d+)件見つかりました/.exec(officer.sees())?.[1];
      expect(Number(found)).toBeGreaterThan(0);
      await officer.say(`検索 ${words}`);
      expect(/(\d+)件見つかりました/.exec(officer.sees())?.[1]).toBe(found);
    },
  );

  it.each(['.*', '((?:', '[あ-ん]+', '\\', '%', '_', '$1', '😀', '👨‍👩‍👧', '<b>', '**'])(
    'takes signs for themselves: %s finds nothing here, and is said back',
    async (signs) => {
      const officer = house.person(OFFICER);
      await officer.say(`検索 ${signs}`);
      expect(officer.sees()).not.toContain('受付番号');
      expect(officer.sees()).not.toContain('件見つかりました');
      expect(officer.sees()).toMatch(/まだありません|探す言葉/);
    },
  );

  it('says how long a word may be where it is longer, and asks where there are only spaces', async () => {
    const officer = house.person(OFFICER);
    await officer.say(`検索 ${'窓'.repeat(200)}`);
    expect(officer.sees()).toContain('60文字');
    await officer.say('やめる');
    await officer.say('検索 　 　');
    expect(officer.sees()).toContain('探す言葉');
  });
});
