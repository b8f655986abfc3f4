import { onBothChats } from '../on-both-chats.ts';

onBothChats({ allInTeams: true }, (house) => {
  beforeEach(() => house.at('2026-11-25T10:00:00+09:00'));

  it('compares two days however they are said, and says which ones', async () => {
    const prefecture = house.prefecture();
    const said: readonly (readonly [words: string, title: string])[] = [
      ['先月と比べて', '10/25(日)から11/25(水)への変化'],
      ['9月からの変化', '9/1(火)から11/25(水)への変化'],
      ['9/1と10/1を比べて', '9/1(火)から10/1(木)への変化'],
      ['9/1から10/1までの変化', '9/1(火)から10/1(木)への変化'],
      ['9月から10月までの変化を見せて', '9/1(火)から10/31(土)への変化'],
      ['9/1〜10/1の変化', '9/1(火)から10/1(木)への変化'],
      ['令和8年9月1日と令和8年10月1日を比べてください', '9/1(火)から10/1(木)への変化'],
      ['全体 先月と比べて', '10/25(日)から11/25(水)への変化'],
      ['変化 9/1 10/1', '9/1(火)から10/1(木)への変化'],
      ['変化', '10/25(日)から11/25(水)への変化'],
      ['先週と比べて', '11/18(水)から11/25(水)への変化'],
      ['R8.9.1からの変化', '9/1(火)から11/25(水)への変化'],
      ['令和8.9.1と令和8.10.1を比べて', '9/1(火)から10/1(木)への変化'],
      ['9月から何が変わった？', '9/1(火)から11/25(水)への変化'],
      ['9月から小海町はどう変わりましたか', '小海町 9/1(火)から11/25(水)への変化'],
      ['小海町は9月からどう変わった', '小海町 9/1(火)から11/25(水)への変化'],
      ['小海町 9月から', '小海町 9/1(火)から11/25(水)への変化'],
      ['9月から 小海町', '小海町 9/1(火)から11/25(水)への変化'],
      ['全市町村 9月から', '9/1(火)から11/25(水)への変化'],
      ['9月からの変化 小海町', '小海町 9/1(火)から11/25(水)への変化'],
      ['9/1からの変化 小海町', '小海町 9/1(火)から11/25(水)への変化'],
      ['9/1と10/1を比べて 小海町', '小海町 9/1(火)から10/1(木)への変化'],
      ['小海町の件、9月からの変化を見せて', '小海町 9/1(火)から11/25(水)への変化'],
      ['先月と比べて 佐久', '佐久 10/25(日)から11/25(水)への変化'],
      ['佐久圏域の9月からの変化', '佐久 9/1(火)から11/25(水)への変化'],
      ['今週の変化', '11/22(日)から11/25(水)への変化'],
      ['今週変わったこと', '11/22(日)から11/25(水)への変化'],
      ['9月の変化', '9/1(火)から9/30(水)への変化'],
    ];
    for (const [words, title] of said) {
      await prefecture.say(words);
      expect([words, prefecture.sees()]).toEqual([words, expect.stringContaining(title)]);
    }
    expect(prefecture.sees()).not.toMatch(/1位|順位|さん/);
  });

  it('puts days that were said the other way round in order, and says so', async () => {
    const office = house.secretariat();
    await office.say('10/1と9/1を比べて');
    expect(office.sees()).toContain('9/1(火)から10/1(木)への変化');
    expect(office.sees()).toContain('日付の順に並べ替えました');
  });

  it('says what to do about days that cannot be compared', async () => {
    const office = house.secretariat();
    const said: readonly (readonly [words: string, answer: RegExp])[] = [
      ['9/31と比べて', /「9\/31」は暦にない日です/],
      ['12/1からの変化', /令和8年12月1日（火）はまだ来ていません。今日か、それより前の日/],
      ['12月からの変化 小海町', /令和8年12月1日（火）はまだ来ていません/],
      ['変化 2026-12-24', /まだ来ていません。今日か、それより前の日/],
      ['10/1と10/1を比べて', /どちらも令和8年10月1日/],
      ['去年の9月からの変化', /事業の始まり（.+）より前です/],
    ];
    for (const [words, answer] of said) {
      await office.say(words);
      expect([words, office.sees()]).toEqual([words, expect.stringMatching(answer)]);
      await office.say('やめる');
    }
  });

  it('shows those of a 圏域 by its name, all the way to its workbook', async () => {
    const prefecture = house.prefecture();
    await prefecture.say('佐久の9月からの変化');
    expect(prefecture.sees()).toContain('佐久 9/1(火)から11/25(水)への変化');
    expect(prefecture.sees()).not.toContain('25団体');
    await prefecture.say('Excelで');
    expect(prefecture.sees()).toContain('佐久 令和8年9月1日（火）から令和8年11月25日（水）への変化（Excel）');
    expect(prefecture.sees()).toContain('変化 佐久 2026-09-01から2026-11-25.xlsx');
  });

  it('opens one municipality, and gives it and all of them as a workbook', async () => {
    const prefecture = house.prefecture();
    await prefecture.say('小海町の9月からの変化');
    expect(prefecture.sees()).toContain('小海町 9/1(火)から11/25(水)への変化');
    await prefecture.say('Excelで');
    expect(prefecture.sees()).toContain('小海町 令和8年9月1日（火）から令和8年11月25日（水）への変化（Excel）');
    expect(prefecture.sees()).toContain('変化 小海町 2026-09-01から2026-11-25.xlsx');
    await prefecture.say('小海町の9月からの変化');
    await prefecture.press('次へ（2/4）');
    await prefecture.press('次へ（3/4）');
    expect(prefecture.sees()).toContain('計画線');
    await prefecture.say('9月からの変化 Excelで');
    expect(prefecture.sees()).toContain('令和8年9月1日（火）から令和8年11月25日（水）への変化（Excel）');
    await prefecture.say('9月からの変化');
    await prefecture.say('Excelで');
    expect(prefecture.sees()).toContain('令和8年9月1日（火）から令和8年11月25日（水）への変化（Excel）');
  });

  it('shows everybody the municipalities they see, and no other one', async () => {
    const officer = house.officer();
    for (const said of ['変化 9/1 10/1', '先月と比べて', '9月からの変化']) {
      await officer.say(said);
      expect([said, officer.sees()]).toEqual([said, expect.stringContaining('小海町 ')]);
      expect(officer.sees()).toContain('への変化');
    }
    expect(officer.buttons()).not.toContain('ほかの市町村も見る');
    await officer.say('川上村 9月から');
    expect(officer.sees()).toContain('担当していない');
    const expert = house.person('expert-1@expert.example.jp');
    await expert.say('9月からの変化');
    expect(expert.sees()).toContain('9/1(火)から11/25(水)への変化');
    expect(expert.sees()).not.toContain('25団体');
    const own = house.content.members.find(({ email }) => email === 'expert-1@expert.example.jp')?.municipalities;
    const other = house.content.municipalities.find(({ code, supported }) => supported && !own?.includes(code));
    await expert.say(`変化 9/1 10/1 ${other?.name}`);
    expect(expert.sees()).toContain('担当していない');
    const observer = house.person('observer@town.example.jp');
    await observer.say('9月からの変化');
    expect(observer.sees()).not.toContain('への変化');
  });

  it('gives 状況, KPI and 履歴 of one municipality as a workbook, and says what else there is', async () => {
    const prefecture = house.prefecture();
    await prefecture.say('状況 小海町 Excelで');
    expect(prefecture.sees()).toContain('小海町の状況（Excel）');
    await prefecture.say('小海町の状況');
    await prefecture.press('Excelで受け取る');
    expect(prefecture.sees()).toContain('小海町の状況（Excel）');
    await prefecture.say('KPI 小海町');
    await prefecture.say('Excelで');
    expect(prefecture.sees()).toContain('小海町のKPI（Excel）');
    await prefecture.say('履歴 K0-03 小海町');
    await prefecture.say('Excelで');
    expect(prefecture.sees()).toMatch(/小海町 K0-03 .+ の履歴（Excel）/);
    const officer = house.officer();
    await officer.say('Excelで');
    expect(officer.sees()).toContain('どの表をExcelで受け取りますか');
    expect(officer.sees()).not.toContain('全体の状況');
    await officer.press('状況');
    expect(officer.sees()).toContain('小海町の状況（Excel）');
  });

  it('shows the KPIs of the programme where its KPI is asked of all municipalities', async () => {
    const office = house.secretariat();
    for (const said of ['KP-01 全市町村', '全市町村のKP-01', 'KP-01みんな']) {
      await office.say(said);
      expect([said, office.sees()]).toEqual([said, expect.stringContaining('事業KPI')]);
      expect(office.sees()).not.toContain('KP-01とは');
    }
  });

  it('shows no municipality to a room of another one', async () => {
    const room = house.room('小海町の部屋');
    const office = house.secretariat().in(room);
    await office.ask('bind-room', { audience: '203033', sure: 'yes' });
    for (const who of [office, house.officer().in(room)]) {
      await who.say('変化');
      expect(who.sees()).not.toContain('への変化');
    }
  });

  it('counts what moved on the page from the day that is said', async () => {
    const prefecture = house.prefecture();
    for (const said of ['1枚で 9月', '1枚で 9月から', '9月からの1枚']) {
      await prefecture.say(said);
      expect([said, prefecture.sees()]).toEqual([said, expect.stringContaining('令和8年9月1日（火）から')]);
    }
    await prefecture.say('1枚で 9/31');
    expect(prefecture.sees()).toContain('暦にない日');
    await prefecture.say('やめる');
    await prefecture.say('1枚で 去年の9月');
    expect(prefecture.sees()).toContain('より前です');
  });

  it.each([
    ['受講率 全市町村', 'K3-502 情報セキュリティ研修受講率'],
    ['全市町村の受講率', 'K3-502 情報セキュリティ研修受講率'],
    ['DX基礎研修受講率 全市町村', 'K0-03 全市町村'],
    ['DX基礎研修受講率を全市町村で見たい', 'K0-03 全市町村'],
  ])('「%s」 is a KPI of all of them, by its name', async (said, expected) => {
    const prefecture = house.prefecture();
    await prefecture.say(said);
    expect(prefecture.sees()).toContain(expected);
    expect(prefecture.sees()).not.toContain('どの市町村');
  });
});
