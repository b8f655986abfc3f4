import { readFileSync } from 'node:fs';
import { samples } from '../../cards/samples.ts';
import { closingYear } from '../../programme/programme.ts';
import { ANONYMOUS_FROM } from '../../programme/support/satisfaction.ts';
import type { Rating } from '../../programme/visits/rating.ts';
import { municipal, PROGRAMME, type Store } from '../../storage/collections.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';
import { supported } from '../operations/supported.ts';

const PEOPLE = { expert: 'member-expert', officer: 'member-officer', office: 'member-office' };
const [KOUMI, KAWAKAMI, MINAMIMAKI] = ['203033', '203041', '203050'] as const;

/** A second visit to 小海町 in October, online and not confirmed, and one in December that nobody has recorded. */
async function more(store: Store): Promise<void> {
  const [first] = await store.visitRecords.list(municipal(KOUMI), { from: 'visit-', below: 'visit.' });
  const version = first?.value.versions[0];
  if (!first || !version) throw new Error('nothing was planted');
  const content = { ...version.content, day: '2026-10-06', mode: 'online', online: 'weather' } as const;
  const versions = [{ ...version, at: '2026-11-20T01:00:00.000Z', ask: 'late', content }];
  const { answers: _, ...record } = first.value;
  const meeting = 'meeting-20261006T0430Z-203033';
  await store.visitRecords.put({ ...record, id: `visit-${meeting}`, meeting, versions }, 'absent');
  const planned = (await store.meetings.list(PROGRAMME)).find(({ value }) => value.visit !== undefined)?.value;
  if (!planned) throw new Error('no visit was planned');
  const forgotten = { ...planned, id: 'meeting-20261201T0430Z-203033', day: '2026-12-01', audience: [KOUMI] };
  await store.meetings.put(forgotten, 'absent');
  const called = { ...forgotten, id: 'meeting-20261201T0030Z-203033', status: 'cancelled' } as const;
  await store.meetings.put(called, 'absent');
}

async function rated(store: Store, code: string, score: number): Promise<void> {
  const [found] = await store.ratings.list(municipal(code), { from: 'rating-', below: 'rating.' });
  if (!found) throw new Error('nothing was rated');
  const versions = found.value.versions.map((version) => ({ ...version, score })) satisfies Rating['versions'];
  await store.ratings.put({ ...found.value, versions }, found.etag);
}

it('is told to whoever answers as it is: what the prefecture sees of the scores', () => {
  const told = `県には${ANONYMOUS_FROM}団体以上をまとめた分布だけ`;
  expect(JSON.stringify(samples['rate-visit']?.())).toContain(told);
  expect(readFileSync('docs/guide/municipal.md', 'utf8')).toContain(told);
});

onBothChats({ now: '2026-12-02T10:00:00+09:00', allInTeams: true }, (house) => {
  let prefecture: Person;
  let office: Person;
  const said = async (person: Person, words: string) => (await person.say(words)).words.replace(/\s+/g, ' ');
  beforeAll(async () => {
    const { store } = house.service;
    for (const code of [KOUMI, KAWAKAMI, MINAMIMAKI]) await supported(store, code, PEOPLE);
    await more(store);
    await rated(store, KAWAKAMI, 2);
    [prefecture, office] = [house.prefecture(), house.secretariat()];
    for (const each of [prefecture, office, house.officer()]) await each.install();
  });

  it('counts the year by municipality, with what is not confirmed and what was not recorded apart', async () => {
    const words = await said(prefecture, '派遣状況');
    expect(words).toMatch(/回数:? 4回/);
    expect(words).toMatch(/日数:? 4日/);
    expect(words).toMatch(/時間:? 10時間/);
    expect(words).toMatch(/対面:? 75%（3\/4）/);
    expect(words).toMatch(/未確認:? 1回（確認待ち|未確認:? 1回（未確認のまま確定 1）/);
    expect(words).toMatch(/未報告:? 1回/);
    expect(words).toMatch(/計画の消化:? 6\.7%（4\/60日）/);
    expect(words).toMatch(/ミスマッチ:? \d件/);
    expect(words).toMatch(/交代:? 0件/);
    expect(words).toContain('2回・2日・5時間・対面 1/2');
    expect(words).toContain('計画 2/20日');
  });

  it('shows what was thought of the visits as a distribution of all together, and of no municipality', async () => {
    expect(await said(prefecture, '派遣状況')).toMatch(/5点 0件・4点 2件・3点 0件・2点 1件・1点 0件（回答 3件）/);
    expect(await said(prefecture, '派遣状況 川上村')).not.toMatch(/満足度|点 \d|評価/);
  });

  it.each(['派遣状況 10月', '10月の派遣状況', '派遣状況 令和8年10月', '派遣状況 2026/10'])(
    '%s is that month alone',
    async (words) => {
      const shown = await said(prefecture, words);
      expect(shown).toContain('令和8年10月');
      expect(shown).toMatch(/回数:? 1回/);
      expect(shown).toMatch(/対面:? 0%（0\/1）/);
      // Two months beside each other would tell a single answer.
      expect(shown).toContain('（回答 3件）');
    },
  );

  it('先月 is the month before, and a month that has not come is not a month without visits', async () => {
    expect(await said(prefecture, '派遣状況 先月')).toContain('令和8年11月');
    for (const words of ['派遣状況 2月', '派遣状況 小海町 2月']) {
      const ahead = await said(office, words);
      expect(ahead).toContain('まだ来ていない月です');
      expect(ahead).not.toMatch(/訪問の記録はありません|計画|川上村/);
    }
    await said(office, '派遣状況 2月');
    expect(office.buttons()).toEqual(['12月を見る', '年度の全体を見る']);
    expect((await office.press('12月を見る')).words).toContain('令和8年12月');
  });

  it.each(['令和7年11月の派遣状況', '2025年11月の派遣状況を見せて', '去年の11月の派遣状況', '2026年2月の派遣状況'])(
    '%s is no month of this year',
    async (words) => {
      expect(await said(prefecture, words)).toContain('令和7年度の記録はありません');
    },
  );

  it.each(['令和8年11月の派遣状況', '2026年11月の派遣状況を見せて'])('%s is', async (words) => {
    expect(await said(prefecture, words)).toContain('令和8年11月');
  });

  it('shows the last page where an old card asks for one that there is no more', async () => {
    const { words } = await prefecture.ask('show-support-figures', { page: 99 });
    expect(words).toContain('市町村別（3/3）');
  });

  it('says where that is seen which others do: the scores to a municipality, the answers to the secretariat', async () => {
    expect(await said(prefecture, '満足度')).toContain('全体の満足度は「派遣状況」');
    expect((await prefecture.ask('answer-help', {})).words).toContain('相談の件数は「ダイジェスト」');
    expect((await prefecture.ask('answer-help', {})).words).not.toContain('未報告');
    expect(await said(prefecture, '相談一覧')).toContain('相談の件数は「ダイジェスト」');
  });

  it.each(['派遣状況 小海町', '小海町の派遣状況'])('%s is one municipality, month by month', async (words) => {
    const shown = await said(office, words);
    expect(shown).toContain('小海町の派遣状況');
    expect(shown).toMatch(/10月 1回・1日・2時間30分・対面 0\/1/);
    expect(shown).toMatch(/11月 1回・1日・2時間30分・対面 1\/1/);
    expect(shown).toMatch(/12月 未報告 1回/);
    expect(shown).toMatch(/9月 訪問の記録はありません/);
  });

  it('小海町の10月の派遣状況 is both', async () => {
    const shown = await said(office, '派遣状況 小海町 10月');
    expect(shown).toMatch(/小海町の派遣状況/);
    expect(shown).toMatch(/令和8年10月/);
    expect(shown).toMatch(/回数:? 1回/);
  });

  it('goes on from page to page, by the codes and by nothing else', async () => {
    const words = await said(prefecture, '派遣状況');
    const towns = ['小海町', '川上村', '南牧村', '南相木村', '佐久穂町'];
    expect(towns.map((name) => words.indexOf(name)).toSorted((a, b) => a - b)).toEqual(
      towns.map((name) => words.indexOf(name)),
    );
    const next = prefecture.buttons().find((label) => label.startsWith('次へ')) ?? '';
    const { words: second } = await prefecture.press(next);
    expect(second).toContain('市町村別（2/3）');
    expect(second).not.toContain('満足度');
  });

  it('shows the rooms of those who steer the same, without a name', async () => {
    for (const [person, audience] of [
      [office, '事務局'],
      [office, '県'],
    ] as const) {
      const here = person.in(house.room(`${audience}の部屋`));
      await here.say(`部屋登録 ${audience}`);
      const { words } = await here.say('派遣状況');
      expect(words).toContain('小海町');
      expect(words).not.toMatch(/さん|member-/);
      expect((await here.say('事業KPI')).words).toContain('KP-01');
    }
  });

  it('tells nobody else, and says where they may look', async () => {
    const officer = house.officer();
    for (const words of ['派遣状況', '派遣状況 小海町', '事業KPI'])
      expect(await said(officer, words)).toContain('この操作は事務局と県の方だけが行えます');
    const here = office.in(house.room('小海町の部屋'));
    await here.say('部屋登録 小海町');
    expect((await here.say('派遣状況')).words).toContain('1対1のチャットで「派遣状況」');
  });

  it('says what is unknown', async () => {
    const unknown = await said(office, '派遣状況 令和元年度');
    expect(unknown).toContain('令和元年度の記録はありません');
    // 状況 is another thing than what was asked for.
    expect(unknown).not.toContain('「状況');
    expect(await said(office, '派遣状況 軽井沢町')).toContain('見つかりません');
  });

  it('works the KPIs of the programme out from the records, with their parts', async () => {
    const words = await said(prefecture, '事業KPI');
    expect(words).toContain('記録から計算しています');
    expect(words).toContain('実施回数 4・対面率 75%（3/4）');
    expect(words).toContain('6.7%（4/60）');
    expect(words).toMatch(/3\.3点（回答数 3） 合計 10点/);
    expect(words).toMatch(/KP-13 交代対応日数.{0,20}まだ計算できる記録がありません/);
    expect(words).toMatch(/まだ計算していない指標: KP-04/);
  });

  it.each(['KP-01', 'KP-01とは', '小海町のKP-01'])('%s says what it is, and leads to its value', async (words) => {
    const { words: shown } = await prefecture.say(words);
    expect(shown).toContain('訪問記録から計算します。報告はいりません');
    expect((await prefecture.press('計算した値を見る')).words).toContain('対面率 75%（3/4）');
  });

  it('asks nobody for one: a municipality reads what it means, and can report none', async () => {
    const officer = house.officer();
    expect(await said(officer, 'KP-01')).toContain('報告はいりません');
    expect(officer.buttons()).not.toContain('計算した値を見る');
    await officer.say('KP-01 60');
    await officer.say('やめる');
    const { store } = house.service;
    const kept = await store.kpis.list(municipal(KOUMI));
    expect(kept.filter(({ value }) => value.kpi.startsWith('KP-'))).toEqual([]);
    const towns = house.content.kpis.filter(({ kpi }) => kpi.startsWith('KP-'));
    expect(towns).toEqual([]);
  });

  it('leads there from the KPIs of a municipality', async () => {
    await prefecture.say('小海町のKPI');
    expect((await prefecture.press('事業KPIを見る')).words).toContain('KP-02');
  });

  it('a year that is over is read as it was', async () => {
    const { store } = house.service;
    const found = await store.programmes.get(PROGRAMME, 'programme');
    if (!found) throw new Error('no programme');
    const over = closingYear(found.value, new Date('2027-04-01T00:00:00Z'));
    const next = { ...found.value, fiscalYear: 2027, start: '2027-04-15', end: '2028-03-14', closed: [over] };
    await store.programmes.put(next, found.etag);
    house.at('2027-05-11T10:00:00+09:00');
    expect(await said(prefecture, '派遣状況')).toMatch(/令和9年度（5\/11\(火\)まで） 回数:? 訪問の記録はありません/);
    const shown = await said(prefecture, '派遣状況 令和8年度');
    expect(shown).toContain('令和8年度（終了）');
    expect(shown).toMatch(/回数:? 4回/);
    expect(await said(prefecture, '派遣状況 10月 令和8年度')).toContain('令和8年10月');
    expect(await said(prefecture, '事業KPI 令和8年度')).toContain('対面率 75%（3/4）');
  });
});
