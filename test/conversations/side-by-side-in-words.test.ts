import { OFFICER } from '../../demo/programme.ts';
import { onBothChats } from '../on-both-chats.ts';
import { initiated } from '../operations/initiated.ts';

/** 川上村 */
const NEIGHBOUR = '203041';

/** What is asked of all municipalities, of the roadmap and of a word, as people write it. */
onBothChats({ allInTeams: true }, (house) => {
  beforeAll(async () => {
    house.at('2026-11-24T10:00:00+09:00');
    await initiated(house.service.store, NEIGHBOUR, OFFICER);
  });

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
    ['佐久の状況', '佐久の状況'],
    ['佐久はどうなっていますか', '佐久の状況'],
    ['状況 上田', '上田の状況'],
    ['動いていない市町村', '変化のない団体'],
    ['動きのない町村はどこですか', '変化のない団体'],
    ['全国指標 K2-01', 'NI-01 全市町村'],
    ['全国指標 K0-03', 'NI-07 全市町村'],
    ['報告書をWordで', '月次報告'],
    ['今週動いたところを教えて', '11/22(日)から11/24(火)への変化'],
    ['先月より悪くなったところ', '10/24(土)から11/24(火)への変化'],
    ['遅れている市町村を圏域ごとに', '期限を過ぎた項目が'],
    ['静かな市町村はありますか', '静かなところ'],
    ['県がすることはありますか', '県の対応が要ること'],
    ['K0-03の全体の推移を見せて', 'K0-03 全市町村'],
    ['小海町の財源はどうなっていますか', '小海町'],
    ['目安のままの財源', '財源の一覧'],
    ['要件書を見たい 小海町', '要件書がまだありません'],
    ['全国指標の表をExcelで', '全国指標 全市町村（Excel）'],
    ['知事に見せる資料', '現在の状況'],
    ['窓口のことを探したい', '「窓口」が'],
    ['業務報告書の納品はいつですか', '令和8年度 業務報告書'],
  ])('the prefecture says 「%s」', async (said, expected) => {
    const prefecture = house.prefecture();
    const { words } = await prefecture.say(said);
    expect(words).toContain(expected);
    expect(words).not.toContain('どの市町村');
  });

  it.each([
    '工程表 全市町村',
    '工程表を全市町村で並べて',
    '簡易計画ができている市町村',
    '簡易計画がまだの市町村はどこですか',
    '工程表を庁内決定した市町村は',
    '簡易計画の全市町村の一覧',
  ])('「%s」 puts 工程表 and 簡易計画 of all municipalities beside each other', async (said) => {
    const prefecture = house.prefecture();
    const seen = (await prefecture.say(said)).words.replace(/\s+/g, ' ');
    expect(seen).toContain('工程表と簡易計画 全市町村');
    expect(seen).toMatch(/全て庁内決定 1・一部 0・未決定 0・取組なし 24/);
    expect(seen).toMatch(/庁内決定 0・作成中 1・未作成 24/);
    expect(seen).toMatch(/取組1件（令和9〜11年度）・庁内決定 1件 11\/10\(火\)/);
    expect(seen).toMatch(/第1版（案）・80%/);
    expect(seen).not.toMatch(/1位|順位|さん/);
    const opened = await prefecture.press('川上村');
    expect(opened.words).toContain(said.includes('簡易計画') ? '意見照会' : '書かない窓口の導入');
  });

  it('gives them as a workbook, and an expert those they serve', async () => {
    const prefecture = house.prefecture();
    await prefecture.say('全市町村の工程表');
    expect((await prefecture.say('Excelで')).words).toContain('工程表と簡易計画 全市町村（Excel）');
    expect((await prefecture.say('全市町村の簡易計画をExcelで')).words).toContain('工程表と簡易計画 全市町村（Excel）');
    const expert = house.person('expert-1@expert.example.jp');
    expect((await expert.say('工程表 全市町村')).words).toContain('4団体');
    const hanako = house.officer();
    expect((await hanako.say('工程表 全市町村')).words).not.toContain('未作成');
  });

  it.each([
    ['KPI 小海町', 'KPI 全市町村'],
    ['小海町の9月からの変化', '9/1(火)から11/24(火)への変化'],
    ['全国指標 小海町', '全国指標 全市町村'],
    ['小海町の状況', '全ての市町村の、何を並べますか'],
  ])('behind 「%s」 the others are asked for by 「ほかの町は」', async (shown, expected) => {
    const prefecture = house.prefecture();
    await prefecture.say(shown);
    const { words } = await prefecture.say('ほかの町は');
    expect(words).toContain(expected);
    expect(words).not.toContain('どの市町村');
  });

  it.each([
    ['夏から', '6/1(月)から', '6/1(月)から11/24(火)への変化'],
    ['前回から何が変わった', '先週（11/17(火)）から', '11/17(火)から11/24(火)への変化'],
    ['前回の会議からの変化', '前の進捗状況確認会議（9/24(木)）から', '9/24(木)から11/24(火)への変化'],
    ['小海町は夏からどう変わった', '8/1(土)から', '小海町 8/1(土)から11/24(火)への変化'],
  ])('「%s」 is no single day: it is asked which', async (said, day, expected) => {
    const prefecture = house.prefecture();
    expect((await prefecture.say(said)).words).toContain('どの日か決まりません');
    expect((await prefecture.press(day)).words).toContain(expected);
  });

  it('a day alone goes on from what was shown', async () => {
    const prefecture = house.prefecture();
    await prefecture.say('変化');
    expect((await prefecture.say('9月から')).words).toContain('9/1(火)から11/24(火)への変化');
  });

  it.each(['報告書をWordで', '報告書をワードでください', 'Wordで'])('「%s」 asks which paper', async (said) => {
    for (const who of [house.prefecture(), house.secretariat()]) {
      const { words } = await who.say(said);
      expect(words).toContain('どの書類をWordで受け取りますか');
      expect(words).toContain('業務報告書');
      expect(words).toContain('月次報告');
    }
    const hanako = house.officer();
    const { words } = await hanako.say(said);
    expect(words).toContain('簡易計画');
    expect(words).not.toContain('業務報告書');
    await house.prefecture().say('報告書をWordで');
    expect((await house.prefecture().press('会議資料')).words).toContain('会議資料');
  });

  it.each(['足りないものをお願いする', '足りないものをまとめて聞いて', '不足しているものを依頼して'])(
    'the secretariat says 「%s」, and is asked before anybody is',
    async (said) => {
      const office = house.secretariat();
      expect((await office.say(said)).words).toMatch(/\d+人に、足りないものをたずねますか/);
      await office.say('やめる');
    },
  );

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
