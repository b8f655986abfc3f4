import type { ItemRecord } from '../progress/item-record.ts';
import type { KpiRecord } from '../progress/kpi-record.ts';
import { type VisitContent, withVisitVersion } from '../visits/visit-record.ts';
import { caseDraft } from './case-draft.ts';

const from = (day: string) => ({ by: 'member-a', at: `${day}T01:00:00.000Z`, via: 'teams', ask: day });
const item: ItemRecord = {
  ...{ municipality: '203033', fiscalYear: 2026, item: 'S1-1', year: 'this' },
  versions: [
    { ...from('2026-09-01'), number: 1, stage: 'considering', note: '山田さんが担当' },
    { ...from('2026-09-08'), number: 2, stage: 'considering', evidence: '議事録' },
    { ...from('2026-09-15'), number: 3, stage: 'done', undone: from('2026-09-15') },
    { ...from('2026-10-01'), number: 4, stage: 'decided' },
  ],
};
const content: VisitContent = {
  ...{ day: '2026-09-17', start: '13:30', end: '16:00', mode: 'in-person', items: ['S1-1'], text: '山田さんと話した' },
};
const visit = (items: readonly string[], day: string) =>
  withVisitVersion(
    undefined,
    { meeting: `m-${day}`, municipality: '203033', expert: 'member-e' },
    { content: { ...content, items: [...items], day } },
    from(day),
  );
const kpi = (more: Partial<KpiRecord>): KpiRecord => ({
  ...{ municipality: '203033', fiscalYear: 2026, kpi: 'K1-03', weekly: true },
  entries: [
    { ...from('2026-09-07'), number: 1, week: '2026-09-07', kind: 'value', value: 10, numerator: 3, denominator: 30 },
    { ...from('2026-10-05'), number: 2, week: '2026-10-05', kind: 'value', value: 60, numerator: 18, denominator: 30 },
  ],
  ...more,
});
const facts = { item: 'S1-1', items: [item], kpis: [kpi({})], visits: [], offices: ['総務課', '企画係'] };

describe('a draft of a case', () => {
  it('says how the stages went and what support came between, day by day', () => {
    const visits = [visit(['S1-1'], '2026-09-17'), visit(['S3-1'], '2026-09-18')];
    expect(caseDraft({ ...facts, visits }).schedule?.split('\n')).toEqual([
      '令和8年9月1日（火） 検討中・準備中（25%）',
      '令和8年9月17日（木） 派遣人材の訪問支援（対面）',
      '令和8年10月1日（木） 決定・導入済（80%）',
    ]);
    expect(caseDraft({ ...facts, visits }).structure).toContain('派遣人材の訪問支援 1回');
  });

  it('keeps what a rate was divided from, before and after', () => {
    expect(caseDraft(facts).effect).toMatch(/10%（3\/30）（9\/7\(月\)の週） → 60%（18\/30）（10\/5\(月\)の週）$/);
    expect(caseDraft({ ...facts, kpis: [kpi({ baseline: 5 })] }).effect).toMatch(/: 5%（基準値） → 60%（18\/30）/);
  });

  it('says nothing where only one of before and after is known, and leaves blank what no record says', () => {
    const [first] = kpi({}).entries;
    const once = caseDraft({ ...facts, kpis: [kpi({ entries: first ? [first] : [] })] });
    expect(once.effect).toBeUndefined();
    expect(Object.keys(once).toSorted()).toEqual(['contact', 'schedule', 'structure', 'title']);
  });

  it('takes over nothing that somebody wrote freely', () => {
    const visits = [visit(['S1-1'], '2026-09-17')];
    expect(JSON.stringify(caseDraft({ ...facts, visits }))).not.toMatch(/山田|議事録/);
  });
});
