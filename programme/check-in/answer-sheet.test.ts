import fc from 'fast-check';
import type { ItemRecord } from '../progress/item-record.ts';
import type { KpiEntry, KpiRecord } from '../progress/kpi-record.ts';
import { progressOf } from '../progress/step-standing.ts';
import { answeredIn, answerRows } from './answer-sheet.ts';

const WEEK = '2026-11-23';
const told = (id: string, said: Parameters<typeof answeredIn>[1], filledIn?: number) => {
  const answered = answeredIn(id, said, filledIn);
  return answered && 'instead' in answered ? answered.instead : answered;
};

describe('what a row of a 週次回答表 says', () => {
  it.each(['K0-03', 'K0-01', 'K1-01', 'K1-02', 'K3-108', 'S1-3'])('%s: blank is no answer', (id) => {
    expect(told(id, {})).toBeUndefined();
  });

  it('nothing of what nobody knows', () => {
    expect(told('K9-999', { value: '1' })).toBeUndefined();
  });

  it.each(['○', '◯', '〇', '●', '1', '✓', 'レ'])('%s under 変更なし is what stood before', (same) => {
    expect(told('K0-03', { same })).toEqual({ kpi: 'K0-03', row: { same: 'true' }, note: undefined });
  });

  it.each([
    ['K0-03', { numerator: '12', denominator: '20' }, { numerator: '12', denominator: '20' }],
    ['K0-03', { value: '62%' }, { value: '62' }],
    ['K0-03', { value: '60', numerator: '12', denominator: '20' }, { numerator: '12', denominator: '20' }],
    ['K0-03', { value: '0.6', numerator: '12', denominator: '20' }, { numerator: '12', denominator: '20' }],
    ['K0-03', { value: '未実施（確認済）' }, { numerator: '0', denominator: '0' }],
    ['K0-01', { value: '0' }, { value: '0' }],
    ['K0-01', { value: '3回' }, { value: '3' }],
    ['K1-02', { value: '有' }, { value: '1' }],
    ['K1-01', { value: '素案（60％）' }, { value: '60' }],
    ['K1-01', { value: '素案' }, { value: '60' }],
    ['K1-01', { value: '60' }, { value: '60' }],
    ['K3-108', { value: '4.2', denominator: '31' }, { value: '4.2', denominator: '31' }],
    ['K3-804', { value: '1,200千円' }, { value: '1,200' }],
  ] as const)('%s %j is taken as the weekly card takes it', (kpi, said, row) => {
    expect(told(kpi, said)).toEqual({ kpi, row, note: undefined });
  });

  it.each([
    ['実施中・試行（50%）', 'inProgress'],
    ['実施中・試行', 'inProgress'],
    ['未実施（確認済）', 'confirmedNone'],
    ['未実施', 'confirmedNone'],
  ])('of an item, %s', (value, stage) => {
    expect(told('S1-3', { value, note: '庁議' })).toEqual({ item: 'S1-3', stage, evidence: '庁議' });
  });

  it.each([
    ['K0-03', { same: 'はい' }, '変わりがないときだけ、変更なしに ○ を付けてください'],
    ['K0-03', { same: '○', numerator: '3' }, '変更なしの ○ と、値の両方があります。どちらかを消してください'],
    ['K0-03', { denominator: '30' }, '修了者数も書いてください'],
    ['K0-03', { note: '研修あり' }, '値を書くか、変更なしに ○ を付けてください'],
    ['K0-03', { value: '90', numerator: '12', denominator: '20' }, /割合「90」と、分子・分母が合いません/],
    ['K0-03', { value: '未実施', numerator: '3' }, '「未実施」と分子の両方があります。どちらかを消してください'],
    ['K0-01', { value: '未実施' }, /にはできません。なければ 0 を書いてください/],
    ['K0-01', { numerator: '3' }, 'このKPIに分子はありません。今週の値の欄に書いてください'],
    ['K1-02', { value: 'たぶん' }, '「たぶん」は読み取れません。「有」「無」から選んでください'],
    ['K1-01', { value: '55' }, /「55」は読み取れません。「未着手（0%）」/],
    ['S1-3', { value: 'もうすぐ' }, '「もうすぐ」という段階はありません。一覧から選んでください'],
    ['S1-3', { note: '庁議' }, '今週の段階を選ぶか、根拠・ひとことを空にしてください'],
  ] as const)('%s %j is asked about', (id, said, instead) => {
    expect(told(id, said)).toEqual(typeof instead === 'string' ? instead : expect.stringMatching(instead));
  });

  it('the denominator that stood there when it went out is no answer, and no other one', () => {
    expect(told('K0-03', { denominator: '1,020' }, 1020)).toBeUndefined();
    expect(told('K0-03', { denominator: '1,020', same: '○' }, 1020)).toMatchObject({ row: { same: 'true' } });
    expect(told('K0-03', { denominator: '1,021', same: '○' }, 1020)).toBe('修了者数も書いてください');
  });

  it('never makes an answer of what has neither a value nor a mark, whatever else is written', () => {
    const said = fc.record({ note: fc.string(), denominator: fc.nat().map(String) }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.constantFrom('K0-03', 'K0-01', 'K3-108', 'S1-3'), said, fc.nat(), (id, row, filledIn) => {
        const answered = answeredIn(id, row, filledIn);
        expect(answered === undefined || 'instead' in answered).toBe(true);
      }),
    );
  });
});

describe('the rows of a 週次回答表', () => {
  const entry = (week: string, numerator: number): KpiEntry => ({
    ...{ by: 'somebody', at: `${week}T01:00:00.000Z`, via: 'teams', ask: week, number: 1, week },
    ...{ kind: 'value', value: (numerator / 20) * 100, numerator, denominator: 20 },
  });
  const kpi = (id: string, entries: readonly KpiEntry[] = []): KpiRecord => ({
    ...{ municipality: '203033', fiscalYear: 2026, kpi: id, weekly: true, baseline: undefined },
    ...{ target: undefined, due: undefined, entries: [...entries] },
  });
  const item: ItemRecord = { municipality: '203033', fiscalYear: 2026, item: 'S1-3', year: 'this', versions: [] };
  const rows = (...all: readonly KpiRecord[]) => answerRows(progressOf([item], all), WEEK);

  it('offer 変更なし only where something was said, and print the last denominator', () => {
    const [first, second] = rows(kpi('K0-03', [entry('2026-11-16', 12)]), kpi('K1-03'));
    expect(first).toMatchObject({ id: 'K0-03', denominator: 20, version: 1, before: expect.stringContaining('12/20') });
    expect(first?.takes).toContain('same');
    expect(second).toMatchObject({ id: 'K1-03', before: 'まだ値はありません', version: 0 });
    expect(second?.takes).not.toContain('same');
    expect(second?.denominator).toBeUndefined();
  });

  it('say that the week was reported already', () => {
    expect(rows(kpi('K0-03', [entry(WEEK, 12)]))[0]?.before).toContain('今週 報告済');
  });

  it('have what can be chosen of an item, every stage and 未実施（確認済）', () => {
    const last = rows().at(-1);
    expect(last).toMatchObject({ id: 'S1-3', takes: ['value', 'note'] });
    expect(last?.choices).toContain('未実施（確認済）');
  });
});
