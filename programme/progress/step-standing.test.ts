import fc from 'fast-check';
import { catalogue, findItem, findKpi, findStep, type Item, itemsOf, type Step } from '../catalogue.ts';
import type { ItemYear } from '../programme.ts';
import type { Provenance } from '../provenance.ts';
import { evidenceOf, type ItemRecord, itemPercent, withItemReport } from './item-record.ts';
import type { KpiRecord } from './kpi-record.ts';
import { type Gap, nextItem, progressOf, SETTLED, stepStanding, stepStandings } from './step-standing.ts';

let asked = 0;
const said = (): Provenance => ({ by: 'p1', at: '2024-09-20T06:00:00.000Z', via: 'teams', ask: `ask-${++asked}` });

function step(id: string): Step {
  const found = findStep(id);
  if (!found) throw new Error(id);
  return found;
}

function item(id: string, year: ItemYear, stage?: string, evidence?: string): ItemRecord {
  const record: ItemRecord = { municipality: '203033', fiscalYear: 2024, item: id, year, versions: [] };
  return stage === undefined || year === 'none' ? record : withItemReport(record, { stage, evidence }, said());
}

function kpi(id: string, target?: number, value?: number): KpiRecord {
  const entry = { ...said(), number: 1, week: '2024-09-16', kind: 'value' as const };
  const entries = value === undefined ? [] : [{ ...entry, value }];
  const record: KpiRecord = { municipality: '203033', fiscalYear: 2024, kpi: id, weekly: true, entries };
  return target === undefined ? record : { ...record, target };
}

/** A gap in one line: what is missing, and of what. */
const nameOf = (gap: Gap): string =>
  gap.kind === 'no-kpi'
    ? gap.kind
    : gap.kind === 'kpi'
      ? `kpi ${gap.kpi}`
      : `${gap.kind} ${gap.item.id}${gap.kind === 'stage' ? ` ${gap.percent}` : ''}`;

function standing(id: string, items: readonly ItemRecord[], kpis: readonly KpiRecord[] = []) {
  const { gaps, ...rest } = stepStanding(step(id), progressOf(items, kpis));
  return { ...rest, gaps: gaps.map(nameOf) };
}

const step0 = (changes: Partial<Record<string, ItemRecord>> = {}): ItemRecord[] =>
  itemsOf('STEP0').map(({ id }) => changes[id] ?? item(id, 'this', 'decided', '議事録'));

describe('a step', () => {
  it('is achieved when every item of the year is at 80% with evidence and its KPIs meet their targets', () => {
    const kpis = [kpi('K0-01', 1, 1), kpi('K0-03', 80, 85), kpi('K0-04')];
    expect(standing('STEP0', step0(), kpis)).toMatchObject({
      achieved: true,
      gaps: [],
      items: 4,
      settled: 4,
      percent: 80,
    });
  });

  it('names exactly what is missing', () => {
    const items = step0({
      'S0-1': item('S0-1', 'this', 'inProgress', '議事録'),
      'S0-2': item('S0-2', 'this', 'done'),
      'S0-4': item('S0-4', 'this'),
    });
    const kpis = [kpi('K0-03', 80, 79), kpi('K0-04', 70), kpi('K0-01', 1, 1)];
    expect(standing('STEP0', items, kpis)).toMatchObject({
      achieved: false,
      gaps: ['stage S0-1 50', 'evidence S0-2', 'stage S0-4 undefined', 'kpi K0-03', 'kpi K0-04'],
      settled: 2,
      percent: Math.round((50 + 100 + 80 + 0) / 4),
      notReported: 1,
    });
  });

  it('does not wait for items of later years, nor for their KPIs', () => {
    const items = step0({ 'S0-4': item('S0-4', 'later'), 'S0-3': item('S0-3', 'none') });
    const kpis = [kpi('K0-04', 70, 0), kpi('K0-05', 70), kpi('K0-01', 1, 1)];
    expect(standing('STEP0', items, kpis)).toMatchObject({ achieved: true, items: 2, later: 1, notReported: 0 });
  });

  it('does not wait for KPIs without a target or that the municipality does not have', () => {
    expect(standing('STEP0', step0(), [kpi('K0-01', 1, 1), kpi('K0-03', undefined, 0)])).toMatchObject({
      achieved: true,
    });
  });

  it('without an item of the year is not achieved, and nothing is missing', () => {
    for (const items of [[], step0().map((record) => ({ ...record, year: 'later' as const }))]) {
      expect(standing('STEP0', items)).toMatchObject({ achieved: false, gaps: [], items: 0, percent: 0 });
    }
  });

  it('counts 未実施（確認済） as not settled, yet not as 未報告', () => {
    const items = step0({ 'S0-1': item('S0-1', 'this', 'confirmedNone'), 'S0-2': item('S0-2', 'this') });
    expect(standing('STEP0', items)).toMatchObject({
      achieved: false,
      gaps: ['stage S0-1 undefined', 'stage S0-2 undefined', 'no-kpi'],
      notReported: 1,
      settled: 2,
    });
  });

  it('without a KPI that has a target waits for one, and says so', () => {
    for (const kpis of [[], [kpi('K0-03')], [kpi('K1-03', 80, 90)]])
      expect(standing('STEP0', step0(), kpis)).toMatchObject({ achieved: false, gaps: ['no-kpi'] });
  });

  it('with a KPI of two items names it once', () => {
    expect(standing('STEP0', step0(), [kpi('K0-02', 90, 10)]).gaps).toEqual(['kpi K0-02']);
  });

  it('takes a lower value for a better one where the KPI says so', () => {
    const only = [item('S3-1', 'this', 'decided', '手続一覧')];
    expect(standing('STEP3', only, [kpi('K3-106', 15, 14.5)])).toMatchObject({ achieved: true });
    expect(standing('STEP3', only, [kpi('K3-106', 15, 15.5)])).toMatchObject({ achieved: false, gaps: ['kpi K3-106'] });
  });

  it('takes zero for a value and not for silence', () => {
    expect(standing('STEP0', step0(), [kpi('K0-01', 0, 0)])).toMatchObject({ achieved: true });
    expect(standing('STEP0', step0(), [kpi('K0-01', 0)]).gaps).toEqual(['kpi K0-01']);
  });
});

const years = fc.constantFrom<ItemYear>('this', 'this', 'later', 'none');
const stageIds = catalogue.stages.map(({ id }) => id);
const stage = fc.constantFrom(undefined, 'confirmedNone', 'decided', ...stageIds);
const evidence = fc.constantFrom(undefined, '議事録', '決裁文書');
const itemRecords = fc
  .array(fc.option(fc.tuple(years, stage, evidence), { nil: undefined, freq: 6 }), { minLength: 25, maxLength: 25 })
  .map((all) => all.flatMap((one, i) => (one ? [item(catalogue.items[i]?.id ?? '', ...one)] : [])));
const amount = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined });
const kpiRecords = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...catalogue.kpis), amount, amount), {
    selector: ([{ id }]) => id,
    maxLength: 8,
  })
  .map((all) => all.map(([{ id }, target, value]) => kpi(id, target, value)));

describe('what always holds', () => {
  it('a step is achieved exactly when it has items of the year and no gap, and no gap is of another item', () => {
    fc.assert(
      fc.property(itemRecords, kpiRecords, (items, kpis) => {
        const records = progressOf(items, kpis);
        for (const { step, gaps, achieved, items: count, settled, percent, later } of stepStandings(records)) {
          const own = itemsOf(step.id).filter(({ id }) => records.items.get(id)?.year === 'this');
          const isSettled = ({ id }: Item) => (itemPercent(records.items.get(id)) ?? 0) >= SETTLED;
          const isDone = (one: Item) => isSettled(one) && evidenceOf(records.items.get(one.id)).length > 0;
          const ofItems = gaps.flatMap((gap) => ('item' in gap ? [gap.item] : []));
          expect(ofItems).toEqual(own.filter((one) => !isDone(one)));
          expect(gaps.every((gap) => gap.kind !== 'kpi' || own.some((one) => one.kpis.includes(gap.kpi)))).toBe(true);
          expect(achieved).toBe(own.length > 0 && gaps.length === 0);
          expect([count, settled]).toEqual([own.length, own.filter(isSettled).length]);
          expect(count + later).toBeLessThanOrEqual(itemsOf(step.id).length);
          expect(percent).toBeGreaterThanOrEqual(0);
          expect(percent).toBeLessThanOrEqual(100);
        }
      }),
    );
  });

  it('evidence or a higher stage never takes an achieved step back, nor adds a gap', () => {
    fc.assert(
      fc.property(
        itemRecords,
        kpiRecords,
        fc.nat({ max: 24 }),
        fc.nat({ max: 4 }),
        evidence,
        (items, kpis, at, up, more) => {
          const chosen = items[at % items.length];
          fc.pre(chosen !== undefined && chosen.year !== 'none');
          const now = catalogue.stages.findLastIndex(({ percent }) => percent <= (itemPercent(chosen) ?? 0));
          const higher = stageIds[Math.min(4, now + up)] ?? 'done';
          const raised = withItemReport(chosen, { stage: higher, evidence: more }, said());
          const before = stepStandings(progressOf(items, kpis));
          const after = stepStandings(progressOf(items.with(items.indexOf(chosen), raised), kpis));
          after.forEach(({ gaps, achieved, percent }, i) => {
            expect(gaps.length).toBeLessThanOrEqual(before[i]?.gaps.length ?? 0);
            expect(percent).toBeGreaterThanOrEqual(before[i]?.percent ?? 0);
            if (before[i]?.achieved) expect(achieved).toBe(true);
          });
        },
      ),
    );
  });

  it('a better KPI value never takes an achieved step back', () => {
    fc.assert(
      fc.property(
        itemRecords,
        fc.constantFrom(...catalogue.kpis),
        amount,
        amount,
        fc.nat(),
        (items, one, target, value, more) => {
          fc.pre(value !== undefined);
          const better = one.better === 'higher' ? (value ?? 0) + more : (value ?? 0) - more;
          const achieved = (reached: number | undefined) =>
            stepStandings(progressOf(items, [kpi(one.id, target, reached)])).map((standing) => standing.achieved);
          const [before, after] = [achieved(value), achieved(better)];
          expect(before.filter((was, i) => was && !after[i])).toEqual([]);
        },
      ),
    );
  });
});

describe('what to do next', () => {
  it('is the first open item of the first step that is not achieved', () => {
    const records = progressOf(
      [...step0(), item('S1-1', 'later'), item('S1-3', 'this', 'done'), item('S2-1', 'this')],
      [],
    );
    expect(nextItem(stepStandings(records))?.id).toBe('S1-3');
  });

  it('is nothing when all is achieved or nothing is planned', () => {
    expect(nextItem(stepStandings(progressOf(step0(), [kpi('K0-01', 1, 1)])))).toBeUndefined();
    expect(nextItem(stepStandings(progressOf([], [])))).toBeUndefined();
  });

  it('skips a step that only waits for its KPIs, or for one to be set', () => {
    expect(nextItem(stepStandings(progressOf(step0(), [])))).toBeUndefined();
    const records = progressOf([...step0(), item('S1-1', 'this')], [kpi('K0-03', 80, 10)]);
    expect(nextItem(stepStandings(records))?.id).toBe('S1-1');
  });

  it('is always an item of the year that is not done', () => {
    fc.assert(
      fc.property(itemRecords, kpiRecords, (items, kpis) => {
        const records = progressOf(items, kpis);
        const next = nextItem(stepStandings(records));
        if (next === undefined) return;
        const record = records.items.get(next.id);
        expect(findItem(next.id)).toBe(next);
        expect(record?.year).toBe('this');
        expect((itemPercent(record) ?? 0) >= SETTLED && evidenceOf(record).length > 0).toBe(false);
      }),
    );
  });

  it('every KPI a gap may name has a name to show', () => {
    const [gap] = stepStanding(step('STEP0'), progressOf(step0(), [kpi('K0-03', 80, 10)])).gaps;
    expect(gap).toMatchObject({ kind: 'kpi', name: findKpi('K0-03')?.name });
  });
});
