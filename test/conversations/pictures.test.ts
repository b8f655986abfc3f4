import { HOME } from '../../demo/programme.ts';
import { pictureIn } from '../fakes/picture-in.ts';
import { onBothChats } from '../on-both-chats.ts';

onBothChats({ allInTeams: true }, (house) => {
  beforeAll(() => house.at('2026-11-25T10:00:00+09:00'));
  const lastPicture = () => pictureIn(house.pictures().at(-1) ?? new Uint8Array());

  it('shows a KPI as a graph, with its figures in words and the way on', async () => {
    const officer = house.officer();
    const before = house.pictures().length;
    await officer.say('グラフ K0-03');
    expect(house.pictures()).toHaveLength(before + 1);
    expect(lastPicture()).toMatchObject({ type: 'image/png', width: 800 });
    expect(officer.sees()).toContain('K0-03 のグラフ');
    for (const fact of ['最新', '計画線', '目標', '基準', '報告済', '未報告']) expect(officer.sees()).toContain(fact);
    await officer.press('履歴');
    await officer.press('グラフ');
    expect(house.pictures()).toHaveLength(before + 2);
  });

  it('asks which KPI where none is named, and says so where there is none of that name', async () => {
    const officer = house.officer();
    const before = house.pictures().length;
    expect((await officer.say('グラフ')).words).toContain('KPI');
    await officer.say('やめる');
    expect((await officer.say('グラフ K9-99')).words).toContain('KPI');
    await officer.say('やめる');
    expect((await officer.say('グラフ KP-01')).words).toContain('事業全体の指標');
    expect(house.pictures()).toHaveLength(before);
  });

  it('shows all municipalities in one picture, with the KPI that was named', async () => {
    const prefecture = house.prefecture();
    const before = house.pictures().length;
    await prefecture.say('全体図');
    expect(prefecture.sees()).toContain('25団体');
    expect(prefecture.sees()).toContain('期限を過ぎた項目');
    expect(prefecture.sees()).toMatch(/件 ほか\d+団体/);
    expect(prefecture.sees()).not.toMatch(/1位|順位/);
    await prefecture.say('全体図 K1-03');
    expect(prefecture.sees()).toContain('K1-03 の値');
    expect(house.pictures()).toHaveLength(before + 2);
    expect(lastPicture()?.height).toBeLessThanOrEqual(1024);
    await prefecture.press('一覧で見る');
    expect(prefecture.sees()).toContain('全体の状況');
    await prefecture.press('図で見る');
    expect(house.pictures()).toHaveLength(before + 3);
  });

  it('shows an expert their own municipalities, and who serves one none of it', async () => {
    const expert = house.person('expert-1@expert.example.jp');
    await expert.say('全体図');
    expect(expert.sees()).toContain('全体図');
    expect(expert.sees()).not.toContain('25団体');
    const before = house.pictures().length;
    expect((await house.officer().say('全体図')).words).toMatch(/ください|できます|だけが/);
    await house.officer().say('グラフ K0-03 川上村');
    expect(house.officer().sees()).not.toContain('川上村　');
    expect(house.pictures()).toHaveLength(before);
  });

  it('gives nothing of what a graph is drawn from to who may not see it: no figure, no table, no file', async () => {
    const hanako = house.officer();
    await hanako.say('グラフ K0-03');
    const [, latest = ''] = /最新[:：\s]*\S+?（(\d+\/\d+)/.exec(hanako.sees()) ?? [];
    expect(latest).toMatch(/\d/);
    const pictures = house.pictures().length;
    const others = house.content.members.find(
      ({ role, municipalities }) => role === 'municipal' && municipalities.length === 1 && municipalities[0] !== HOME,
    );
    const expert = house.content.members.find(
      ({ role, municipalities }) => role === 'expert' && municipalities.length > 0 && !municipalities.includes(HOME),
    );
    if (!others || !expert) throw new Error('nobody else');
    for (const email of [others.email ?? '', expert.email ?? '', 'observer@town.example.jp']) {
      const person = house.person(email);
      for (const said of [
        'グラフ K0-03 小海町',
        '小海町のK0-03の履歴をExcelで',
        'KPI 小海町 Excelで',
        '全体図 K0-03',
      ]) {
        const { words } = await person.say(said);
        expect([email, said, words]).not.toEqual([email, said, expect.stringContaining(latest)]);
        expect([email, said, words]).not.toEqual([email, said, expect.stringMatching(/小海町\s*K0-03|小海町.*xlsx/)]);
        await person.say('やめる');
      }
    }
    const own = house.pictures().length - pictures;
    expect(own).toBeLessThanOrEqual(1);
  });

  it('shows it in a room of the prefecture, and in no room that nobody has registered', async () => {
    const there = house.prefecture().in(house.room('立ち話'));
    const before = house.pictures().length;
    await there.say('全体図');
    await there.say('グラフ K0-03 小海町');
    expect(house.pictures()).toHaveLength(before);
    const room = house.room('県DX 定例');
    await house.secretariat().in(room).say('部屋登録 県');
    await house.prefecture().in(room).say('全体図');
    expect(house.pictures()).toHaveLength(before + 1);
  });

  it('says that a KPI has no value yet, and draws that too; a zero is a value', async () => {
    const { kpis } = house.service.store;
    const [kept] = (await kpis.list(`m-${HOME}`)).filter(({ value }) => value.weekly && value.kpi === 'K0-03');
    if (!kept) throw new Error('no K0-03');
    await kpis.put({ ...kept.value, entries: [] }, kept.etag);
    const before = house.pictures().length;
    const officer = house.officer();
    expect((await officer.say('グラフ K0-03')).words).toContain('まだ値がありません');
    expect(house.pictures()).toHaveLength(before + 1);
    await officer.say('K0-03 0/40');
    await officer.say('グラフ K0-03');
    expect(officer.sees()).toContain('0%');
    expect(officer.sees()).not.toContain('まだ値がありません');
    expect(house.pictures()).toHaveLength(before + 2);
  });

  it('puts one picture into the digest', async () => {
    const prefecture = house.prefecture();
    const before = house.pictures().length;
    await prefecture.say('ダイジェスト');
    expect(house.pictures()).toHaveLength(before + 1);
    expect(prefecture.sees()).toContain('ダイジェスト');
  });
});
