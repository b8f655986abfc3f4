import { type FigureOf, type FigureReading, NationalFigure } from '../../programme/indicators/national-figure.ts';
import { onBothChats } from '../on-both-chats.ts';

const HOME = '203033';
const figure = (of: FigureOf, reading: FigureReading): NationalFigure =>
  NationalFigure.parse({
    ...of,
    versions: [
      {
        by: 'operator',
        at: '2026-11-19T07:00:00.000Z',
        via: 'cli',
        ask: 'national-1',
        reading,
        edition: '市区町村比較.csv',
      },
    ],
  });

onBothChats({ allInTeams: true }, (house) => {
  beforeAll(async () => {
    house.at('2026-11-25T10:00:00+09:00');
    const { nationalFigures } = house.service.store;
    const surveyedOn = '2023-04-01';
    await nationalFigures.put(figure({ municipality: HOME, indicator: 'NI-07', surveyedOn }, { value: 1 }), 'absent');
    await nationalFigures.put(figure({ municipality: HOME, indicator: 'NI-01', surveyedOn }, { value: 0 }), 'absent');
    await nationalFigures.put(
      figure({ municipality: '204811', indicator: 'NI-07', surveyedOn }, { unpublished: '…' }),
      'absent',
    );
  });

  it('shows a municipality its own figures, apart from what it reports, with their day', async () => {
    const hanako = house.officer();
    await hanako.say('全国指標');
    expect(hanako.sees()).toContain('小海町の全国指標');
    expect(hanako.sees()).toContain('公表値: 未実施・調査時点 令和5年4月1日（土）');
    expect(hanako.sees()).toContain('公表値と報告値は別の数です。');
    expect(hanako.sees()).toContain('公表値: 未取込');
    await hanako.say('全国指標 K0-03');
    expect(hanako.sees()).toContain('全職員対象研修の実施');
    expect(hanako.sees()).toContain('報告値（この事業）');
    expect(hanako.sees()).toContain('分母: 全国指標は「1団体に1つの答え」、報告値は「対象職員数」です。');
    expect(hanako.sees()).toContain('時点: 公表値は令和5年4月1日（土）の調査');
    expect(hanako.sees()).not.toContain('全市町村を並べる');
  });

  it('is opened by its number, which is no value of a KPI', async () => {
    const office = house.secretariat();
    for (const words of ['NI-07', 'NI-07とは']) {
      await office.say(words);
      expect([words, office.sees()]).toEqual([words, expect.stringContaining('1団体に1つの答え')]);
      expect(office.sees()).not.toContain('KPI報告');
    }
    for (const words of ['NI-07 全市町村', '全市町村のNI-07']) {
      await office.say(words);
      expect([words, office.sees()]).toEqual([words, expect.stringMatching(/NI-07|全職員対象研修の実施/)]);
      expect(office.sees()).toContain('小海町');
    }
  });

  it('stands in the definition of a KPI, which leads to it; where there is none, that is said', async () => {
    const hanako = house.officer();
    await hanako.say('K0-03とは');
    expect(hanako.sees()).toContain('NI-07 全職員対象研修の実施（似ていますが、別のものを数えます）・調査時点 未確認');
    await hanako.press('全国指標と並べる');
    expect(hanako.sees()).toContain('報告値（この事業）');
    await hanako.say('K0-04とは');
    expect(hanako.sees()).toContain('対応する指標なし');
    expect(hanako.sees()).not.toContain('全国指標と並べる');
    await hanako.say('全国指標 K0-04');
    expect(hanako.sees()).toContain('対応する指標なし');
  });

  it('stands beside each other for the prefecture by 団体コード, with no rank, no sum of both and no guess', async () => {
    const prefecture = house.prefecture();
    await prefecture.say('全市町村の全国指標');
    expect(prefecture.sees()).toContain('25団体');
    expect(prefecture.sees()).toContain('実施 0・未実施 1・公表なし 0・未取込 24');
    await prefecture.say('全国指標 K0-03 全市町村');
    expect(prefecture.sees()).toContain('NI-07 全市町村');
    expect(prefecture.sees()).toContain('実施 1・未実施 0・公表なし 1・未取込 23');
    expect(prefecture.sees()).not.toMatch(/1位|順位|合計/);
    const towns = ['小海町', '川上村', '南牧村'].map((name) => prefecture.sees().indexOf(`${name}\n`));
    expect(towns.toSorted((a, b) => a - b)).toEqual(towns);
    await prefecture.say('Excelで');
    expect(prefecture.sees()).toContain('NI-07 全職員対象研修の実施 全市町村（Excel）');
    await prefecture.say('全国指標 小海町');
    expect(prefecture.sees()).toContain('小海町の全国指標');
    await prefecture.press('Excelで受け取る');
    expect(prefecture.sees()).toContain('全国指標 小海町（Excel）');
  });

  it('keeps to the municipalities of an expert, and to its own of an officer', async () => {
    const expert = house.person('expert-1@expert.example.jp');
    await expert.say('全市町村の全国指標');
    expect(expert.sees()).not.toContain('25団体');
    const hanako = house.officer();
    await hanako.say('全市町村の全国指標');
    expect(hanako.sees()).toMatch(/ください|できます/);
    await hanako.say('全国指標 池田町');
    expect(hanako.sees()).not.toContain('池田町の全国指標');
  });

  it('is told by what is known of it, which the secretariat alone changes, before → after', async () => {
    const office = house.secretariat();
    await office.say('全国指標の定義');
    expect(office.sees()).toContain('K2-01と同じ');
    await office.say('全国指標の定義 NI-07');
    expect(office.sees()).toContain('未確認: 公表元の定義で確かめてください。');
    await office.say('全国指標の変更 NI-07 調査時点 2023/4/1');
    expect(office.sees()).toContain('令和5年4月1日（土）');
    expect(office.sees()).toContain('取り込んである公表値と、報告値は変わりません');
    expect(await house.service.store.indicatorTerms.list('_programme')).toHaveLength(0);
    await office.press('はい、変える');
    expect((await house.service.store.indicatorTerms.list('_programme')).map(({ value }) => value)).toMatchObject([
      { indicator: 'NI-07', year: 2023, surveyedOn: '2023-04-01' },
    ]);
    await office.say('取消');
    const hanako = house.officer();
    await hanako.say('全国指標の変更 NI-07 調査時点 2023/4/1');
    expect(hanako.sees()).not.toContain('はい、変える');
    expect(hanako.sees()).toMatch(/事務局/);
  });

  it('is never taken for a report', async () => {
    const hanako = house.officer();
    await hanako.say('全国指標 K0-03 62');
    expect(hanako.sees()).not.toMatch(/記録しました/);
  });
});
