import { HOME } from '../../demo/programme.ts';
import { countingRule } from '../../programme/progress/counting-rule.ts';
import { lastReading } from '../../programme/progress/kpi-record.ts';
import { kpiAt } from '../../storage/progress.ts';
import type { Person } from '../fakes/person.ts';
import { onBothChats } from '../on-both-chats.ts';

onBothChats({}, (house) => {
  let hanako: Person;
  beforeEach(() => {
    house.at('2026-11-24T10:00:00+09:00');
    hanako = house.officer();
  });

  const kpi = async (id: string) => {
    const at = kpiAt(HOME, 2026, id);
    return (await house.service.store.kpis.get(at.partition, at.id))?.value;
  };

  it.each(['KPI K0-03 とは', 'K0-03とは', 'K0-03の定義', '定義 K0-03', 'K0-03の数え方は？'])(
    'says what a KPI means: %s',
    async (said) => {
      const { words } = await hanako.say(said);
      expect(words).toContain('DXの基礎研修を終えた職員の割合');
      for (const fact of ['修了者数', '対象職員数', '会計年度任用職員を含めるかどうかは、市町村が決めます'])
        expect(words).toContain(fact);
      expect(words).toMatch(/似た公表値.*この指標とは別のものです/s);
      expect(words).toMatch(/82\.9%.*調査時点: 令和5年度調査/s);
      expect(words).toContain('第1版');
    },
  );

  it('and so does the KPI’s own card, with the national figure in a line of its own', async () => {
    const { words } = await hanako.say('K0-03');
    expect(words).toContain('DXの基礎研修を終えた職員の割合');
    expect(words).toMatch(/全国の状況.*82\.9%/s);
  });

  it('the prefecture asks for no municipality to know what a KPI means', async () => {
    const { words } = await house.prefecture().say('K3-501とは');
    expect(words).toContain('令和6年10月版');
    expect((await house.prefecture().say('K0-03 数え方 常勤だけ')).words).toContain('市町村職員と事務局の方');
  });

  it('a way of counting is recorded once, shown beside the value, and taken back', async () => {
    const receipt = await hanako.say('K0-03 数え方 会計年度任用職員を含む（育休中は除く）');
    expect(receipt.words).toContain('数え方を記録しました');
    expect(countingRule((await kpi('K0-03')) ?? {})?.text).toBe('会計年度任用職員を含む（育休中は除く）');
    expect((await hanako.say('KPI')).words).toContain('数え方: 会計年度任用職員を含む');
    expect((await hanako.say('K0-03とは')).words).toContain('会計年度任用職員を含む（育休中は除く）');
    expect((await hanako.say('数え方 K0-03 常勤の職員だけ')).words).toContain('常勤の職員だけ');
    expect((await hanako.say('取消')).words).toContain('取り消しました');
    expect(countingRule((await kpi('K0-03')) ?? {})?.text).toBe('会計年度任用職員を含む（育休中は除く）');
  });

  it('asks for the rule where only the KPI was said', async () => {
    await hanako.say('数え方 K0-03');
    expect(countingRule((await kpi('K0-03')) ?? {})?.text).not.toBe('数え方');
    await hanako.say('やめる');
  });

  it.each(['受講率って何を数えるの', 'K0-03の分母には誰が入るの？', '受講率の数え方は', 'K0-03の数え方が分かりません'])(
    'answers with the definition: %s',
    async (said) => {
      const { words } = await hanako.say(said);
      expect(words).toContain('とは');
      expect(words).toContain('会計年度任用職員を含めるかどうかは、市町村が決めます');
      expect(words).not.toContain('直近8週');
    },
  );

  it('a way of counting is also said in a sentence, and taken away', async () => {
    const rule = async () => countingRule((await kpi('K0-03')) ?? {})?.text;
    house.at('2026-11-24T11:00:00+09:00');
    await hanako.say('K0-03の数え方は常勤だけにします');
    expect(await rule()).toBe('常勤だけ');
    expect((await hanako.say('K0-03の数え方を消して')).words).toContain('値の横には表示しません');
    expect(await rule()).toBeUndefined();
    await hanako.say('取消');
    expect(await rule()).toBe('常勤だけ');
    const asked = await hanako.say('受講率は育休中を除いて数えています');
    expect(asked.words).toContain('育休中を除いて数える');
    expect(await rule()).toBe('常勤だけ');
  });

  it.each([
    '数え方 K0-03 会計年度任用職員は含みますか？',
    '数え方 K0-03 来月から正職員だけにする予定',
    '数え方 K0-03 正職員だけ S1-3 実施中',
    '数え方を変えたい',
    'K0-03の数え方を変えたい',
  ])('writes down no way of counting that was not decided: %s', async (said) => {
    const before = JSON.stringify(await kpi('K0-03'));
    await hanako.say(said);
    expect(JSON.stringify(await kpi('K0-03'))).toBe(before);
    await hanako.say('やめる');
  });

  it('a mean is kept with the number of answers, which is asked for', async () => {
    const record = { municipality: HOME, fiscalYear: 2026, kpi: 'K3-108', weekly: false, entries: [] };
    await house.service.store.kpis.put(record, 'absent');
    expect((await hanako.say('K3-108 4.2')).words).toContain('回答数');
    await hanako.say('やめる');
    expect((await kpi('K3-108'))?.entries).toEqual([]);
    expect((await hanako.say('K3-108は4.1、回答数は30')).words).toContain('4.1点（回答数 30）');
    expect((await hanako.say('K3-108 回答28件で4.4点')).words).toContain('4.4点（回答数 28）');
    expect((await kpi('K3-108'))?.entries.at(-1)).toMatchObject({ value: 4.4, denominator: 28 });
  });

  it('a step is named in the specification’s words too', async () => {
    expect((await hanako.say('ステップ1')).words).toContain('DX推進に係る全体方針（簡易計画を含む。）の決定');
  });

  it('a report carries its evidence, which the history shows', async () => {
    const receipt = await hanako.say('K0-03 27/32 根拠 研修記録0917');
    expect(receipt.words).toContain('研修記録0917');
    const record = await kpi('K0-03');
    expect(record && lastReading(record)).toMatchObject({ numerator: 27, denominator: 32, evidence: '研修記録0917' });
    expect((await hanako.say('履歴 K0-03')).words).toContain('根拠: 研修記録0917');
    await hanako.press('値を報告する');
    if (house.chat === 'teams')
      await hanako.press('報告する', { numerator: '28', denominator: '32', evidence: '記録1001' });
    else for (const answer of ['28', '32', '根拠 記録1001']) await hanako.say(answer);
    const again = await kpi('K0-03');
    expect(again && lastReading(again)).toMatchObject({ numerator: 28, evidence: '記録1001' });
  });

  it('what is said to come is no evidence, and nothing is recorded unasked', async () => {
    const before = JSON.stringify(await kpi('K0-03'));
    for (const said of ['K0-03 20/32 根拠なし', 'K0-03 20/32 根拠は来週出します']) {
      expect((await hanako.say(said)).words).toContain('根拠は入れていません');
      expect(JSON.stringify(await kpi('K0-03'))).toBe(before);
    }
  });

  it('a correction carries its evidence', async () => {
    await hanako.say('K0-03 28/32');
    const receipt = await hanako.say('訂正 K0-03 29/32 理由 数え間違い 根拠 名簿1005');
    expect(receipt.words).toContain('根拠: 名簿1005');
    const record = await kpi('K0-03');
    expect(record && lastReading(record)).toMatchObject({ numerator: 29, evidence: '名簿1005' });
    expect((await hanako.say('履歴 K0-03')).words).toContain('根拠: 名簿1005');
  });

  it('why a 催促 did not come is answered, and KPI未設定 is no 設定', async () => {
    expect((await hanako.say('なぜ催促が来ないの')).words).toContain('お知らせの理由');
    expect((await hanako.say('どこがKPI未設定？')).words).toContain('小海町の状況');
  });

  it('says what it leaves out of a report of several', async () => {
    const asked = await hanako.say('今週は受講率が28/32、棚卸しが70/96です');
    expect(asked.words).toContain('「70/96」は、K1-03、K3-801 のどれか分からないため入れていません');
  });

  it('shows what a doubtful 取消 would take back', async () => {
    house.at('2026-11-24T12:00:00+09:00');
    await hanako.say('K0-03 30/32');
    const asked = await hanako.say('取り消したいのですが');
    expect(asked.words).toMatch(/K0-03 DX基礎研修受講率.*93\.8%（30\/32）\s*→/s);
    await hanako.press('はい、取消');
    const record = await kpi('K0-03');
    expect(record && lastReading(record)?.numerator).not.toBe(30);
  });

  it('休み of so many days ends with the last of them, and is what 休みを取り消す means', async () => {
    expect((await hanako.say('12/21から3日間休みます')).words).toContain('12/21(月)〜12/23(水)');
    expect((await hanako.say('休みを取り消します')).words).toContain('12/21(月)〜12/23(水)の休みを取り消しました');
    expect((await hanako.say('12/21-12/25休みます')).words).toContain('12/21(月)〜12/25(金)');
    await hanako.say('復帰');
  });

  it('定義 alone offers the KPIs there are, also to those without a municipality', async () => {
    const label = house.chat === 'teams' ? '送る' : 'K0-03 DX基礎研修受講率';
    for (const who of [hanako, house.prefecture()]) {
      await who.say('定義');
      const { words } = await who.press(label, house.chat === 'teams' ? { KPI: 'K0-03 DX基礎研修受講率' } : {});
      expect(words).toContain('DXの基礎研修を終えた職員の割合');
    }
  });
});
