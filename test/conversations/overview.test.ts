import { onBothChats } from '../on-both-chats.ts';

onBothChats({ allInTeams: true }, (house) => {
  beforeAll(() => house.at('2026-11-25T10:00:00+09:00'));

  it('shows all municipalities beside each other, in the order of their codes, and opens one', async () => {
    const prefecture = house.prefecture();
    await prefecture.say('全体');
    expect(prefecture.sees()).toContain('全体の状況');
    expect(prefecture.sees()).toMatch(/25団体/);
    expect(prefecture.sees()).not.toMatch(/1位|順位/);
    await prefecture.say('全市町村の状況');
    expect(prefecture.sees()).toContain('全体の状況');
    await prefecture.say('全体の状況 佐久');
    expect(prefecture.sees()).toContain('佐久の状況');
    await prefecture.say('全体の状況 佐久市');
    expect(prefecture.sees()).not.toContain('佐久の状況');
  });

  it('shows one KPI everywhere, with its sum and who has not reported, and never takes it for a report', async () => {
    const office = house.secretariat();
    for (const said of ['K0-03 全市町村', 'K0-03みんな', '全市町村のK0-03']) {
      await office.say(said);
      expect(office.sees()).toContain('K0-03 全市町村');
      expect(office.sees()).toContain('未報告');
    }
    await office.say('K0-03 全市町村 62');
    expect(office.sees()).toContain('まだ記録していません');
    await office.say('やめる');
    await office.say('KPI 全市町村');
    expect(office.sees()).toContain('KPI 全市町村');
  });

  it('gives what was shown as a workbook, by the button, by the word, and by the word alone behind it', async () => {
    const office = house.secretariat();
    await office.say('全体 Excelで');
    expect(office.sees()).toContain('全体の状況（Excel）');
    await office.say('K0-03 全市町村');
    await office.press('Excelで受け取る');
    expect(office.sees()).toContain('K0-03');
    expect(office.sees()).toContain('（Excel）');
    await office.say('KPI 全市町村');
    await office.say('Excelで');
    expect(office.sees()).toContain('KPI 全市町村（Excel）');
    await office.say('全体');
    await office.say('Excelで');
    expect(office.sees()).toContain('全体の状況（Excel）');
  });

  it('is not for who serves one municipality, who is told what to do instead', async () => {
    const officer = house.officer();
    await officer.say('全体');
    expect(officer.sees()).toMatch(/ください|できます/);
    await officer.say('K0-03 全市町村');
    expect(officer.sees()).not.toMatch(/25団体|川上村/);
  });

  it('shows an expert their own municipalities only', async () => {
    const expert = house.person('expert-1@expert.example.jp');
    await expert.say('全体');
    expect(expert.sees()).toContain('全体の状況');
    expect(expert.sees()).not.toContain('25団体');
  });
});
