import { findItem } from '../catalogue.ts';
import type { ItemRecord } from '../progress/item-record.ts';
import type { KpiRecord } from '../progress/kpi-record.ts';
import { progressOf } from '../progress/step-standing.ts';
import { caseCandidates } from './case-candidate.ts';
import { withNomination } from './nomination.ts';

const from = (day: string) => ({ by: 'member-a', at: `${day}T01:00:00.000Z`, via: 'teams', ask: day });
const item = (
  id: string,
  stages: readonly (readonly [string, string])[],
  more: Partial<ItemRecord> = {},
): ItemRecord => ({
  ...{ municipality: '203033', fiscalYear: 2026, item: id, year: 'this' },
  versions: stages.map(([day, stage], at) => ({ ...from(day), number: at + 1, stage, evidence: '議事録' })),
  ...more,
});
const kpi = (values: readonly (readonly [string, number])[], due: string): KpiRecord => ({
  ...{ municipality: '203033', fiscalYear: 2026, kpi: 'K1-03', target: 50, due, weekly: true },
  entries: values.map(([day, value], at) => ({
    ...{ ...from(day), number: at + 1, week: day, kind: 'value', value, numerator: value, denominator: 100 },
  })),
});
const of = (municipality: string, records: ReturnType<typeof progressOf>) => ({
  municipality,
  records,
  nominations: [],
});
const signs = (records: ReturnType<typeof progressOf>) =>
  caseCandidates([of('203033', records)]).flatMap((each) => each.signs);

describe('what may become a case', () => {
  it('two stages at once, and no first report, correction or single stage', () => {
    const leap = item('S1-3', [
      ['2026-09-01', 'considering'],
      ['2026-10-01', 'decided'],
    ]);
    expect(signs(progressOf([leap], []))).toEqual([
      '一度に2段階以上進んだ（検討中・準備中（25%） → 決定・導入済（80%））',
    ]);
    const slow = item('S1-3', [
      ['2026-09-01', 'decided'],
      ['2026-10-01', 'done'],
    ]);
    expect(signs(progressOf([slow], []))).toEqual([]);
    const none = item('S1-3', [
      ['2026-09-01', 'confirmedNone'],
      ['2026-10-01', 'done'],
    ]);
    expect(signs(progressOf([none], []))).toEqual([]);
  });

  it('a target that was met before its day and has held since, with what it was divided from', () => {
    expect(signs(progressOf([], [kpi([['2026-09-07', 60]], '2027-02-26')]))).toEqual([
      '業務棚卸し完了課の割合が期限の前に目標に届いた（60%（60/100））',
    ]);
    expect(signs(progressOf([], [kpi([['2026-09-07', 60]], '2026-09-07')]))).toEqual([]);
    const lost = [['2026-09-07', 60] as const, ['2026-09-14', 40] as const];
    expect(signs(progressOf([], [kpi(lost, '2027-02-26')]))).toEqual([]);
  });

  it('stands in the order of the days, those that were nominated first, whatever they reached', () => {
    const leapOn = (day: string) =>
      item('S1-3', [
        ['2026-04-01', 'notStarted'],
        [day, 'inProgress'],
      ]);
    const [early, late] = [progressOf([leapOn('2026-09-01')], []), progressOf([leapOn('2026-10-01')], [])];
    const order = caseCandidates([of('203033', early), of('203041', late)]).map(({ municipality }) => municipality);
    expect(order).toEqual(['203041', '203033']);
    const town = { municipality: '203050', item: 'S0-1' };
    const nominations = [withNomination(undefined, town, 'よかった', from('2026-05-01'))];
    const all = caseCandidates([of('203041', late), { ...of('203050', progressOf([], [])), nominations }]);
    expect(all.map(({ municipality, nominated }) => [municipality, nominated])).toEqual([
      ['203050', ['よかった']],
      ['203041', []],
    ]);
    expect(Object.keys(all[0] ?? {})).not.toContain('score');
  });

  it('a step that was achieved is at the item that came last to it', () => {
    const done = ['S0-1', 'S0-2'].map((id, at) => item(id, [[`2026-09-0${at + 1}`, 'done']]));
    const [first] = findItem('S0-1')?.kpis ?? [];
    const met: KpiRecord = { ...kpi([['2026-09-07', 1]], '2026-09-07'), kpi: first ?? '', target: 1 };
    expect(caseCandidates([of('203033', progressOf(done, [met]))])).toMatchObject([
      { item: 'S0-2', day: '2026-09-02', signs: ['ステップ0を達成'] },
    ]);
  });
});
