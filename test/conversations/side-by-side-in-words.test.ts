import { onBothChats } from '../on-both-chats.ts';

/** What is asked of all municipalities, of the roadmap and of a word, as people write it. */
onBothChats({ allInTeams: true }, (house) => {
  beforeAll(() => house.at('2026-11-24T10:00:00+09:00'));

  it.each([
    ['全体を Excelで', '全体の状況（Excel）'],
    ['全体をエクセルで', '全体の状況（Excel）'],
    ['佐久圏域の状況', '佐久の状況'],
    ['遅れている項目', '期限を過ぎた項目が'],
    ['期限を過ぎている項目を見せて', '期限を過ぎた項目が'],
    ['遅れている市町村は', '期限を過ぎた項目が'],
    ['先月から動いた市町村', '10/24(土)から11/24(火)への変化'],
    ['小海町で変わったこと', '小海町 10/24(土)から11/24(火)への変化'],
    ['K0-03を全市町村で並べて', 'K0-03 全市町村'],
    ['受講率を全市町村で見たい', 'どのKPIですか'],
  ])('the prefecture says 「%s」', async (said, expected) => {
    const prefecture = house.prefecture();
    const { words } = await prefecture.say(said);
    expect(words).toContain(expected);
    expect(words).not.toContain('どの市町村');
  });

  it.each([
    ['遅れている項目', '小海町の状況'],
    ['簡易計画の続きを書く', '簡易計画は、まだ作られていません'],
    ['来年度の取組を1件追加したい', '取組を加える'],
    ['「電子申請」を検索', '「電子申請」が1件見つかりました'],
    ['電子申請について調べて', '「電子申請」が1件見つかりました'],
  ])('a municipality says 「%s」', async (said, expected) => {
    const hanako = house.officer();
    expect((await hanako.say(said)).words).toContain(expected);
    await hanako.say('やめる');
  });

  it('an expert asks what is late in the municipalities they serve', async () => {
    const expert = house.person('expert-1@expert.example.jp');
    const { words } = await expert.say('担当の遅れている項目');
    expect(words).toContain('4団体');
    expect(words).toContain('期限を過ぎた項目が');
  });
});
