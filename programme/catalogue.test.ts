import { editionFiles } from './catalogue/editions.ts';
import {
  catalogue,
  dueIn,
  editionName,
  editionOf,
  editions,
  findItem,
  findKpi,
  findStage,
  findStep,
  itemsOf,
} from './catalogue.ts';
import { readEditions } from './edition.ts';

const { steps, stages, items, kpis } = catalogue;
const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
const idsWhere = (holds: (kpi: (typeof kpis)[number]) => boolean) => ids(kpis.filter(holds));

describe('the catalogue', () => {
  it('has 4 steps, 5 stages, 25 items and 76 KPIs, each with an id of its own', () => {
    expect([steps.length, stages.length, items.length, kpis.length]).toEqual([4, 5, 25, 76]);
    const all = [steps, stages, items, kpis].flatMap(ids);
    expect(new Set(all).size).toBe(all.length);
    expect(kpis.filter(({ step }) => step === 'PROGRAM')).toHaveLength(14);
  });

  it('finds every entry by its id, and nothing by another', () => {
    expect(items.filter((item) => findItem(item.id) !== item)).toEqual([]);
    expect(kpis.filter((kpi) => findKpi(kpi.id) !== kpi)).toEqual([]);
    expect(stages.filter((stage) => findStage(stage.id) !== stage)).toEqual([]);
    expect(steps.filter((step) => findStep(step.id) !== step)).toEqual([]);
    for (const none of ['', 'S9-9', 'constructor', '__proto__', 's1-3']) {
      expect([findItem(none), findKpi(none), findStage(none), findStep(none)]).toEqual(Array(4).fill(undefined));
      expect(itemsOf(none)).toEqual([]);
    }
  });
});

describe('steps and stages', () => {
  it('come in their order', () => {
    expect(steps.map(({ order }) => order)).toEqual([0, 1, 2, 3]);
    expect(stages.map(({ name, percent }) => `${name} ${percent}`)).toEqual([
      '未着手 0',
      '検討中・準備中 25',
      '実施中・試行 50',
      '決定・導入済 80',
      '完了・定着 100',
    ]);
  });

  it('share the items among the steps: 4, 5, 7 and 9', () => {
    expect(steps.map(({ id }) => itemsOf(id).length)).toEqual([4, 5, 7, 9]);
    expect(steps.flatMap(({ id }) => itemsOf(id))).toEqual(items);
  });
});

describe('items', () => {
  it('belong to a step that exists and carry its number', () => {
    expect(items.filter(({ step }) => findStep(step) === undefined)).toEqual([]);
    expect(items.filter(({ id, step }) => !id.startsWith(`S${findStep(step)?.order}-`))).toEqual([]);
  });

  it('name the evidence that proves them and KPIs that exist', () => {
    expect(items.filter(({ evidence }) => evidence.length === 0)).toEqual([]);
    expect(items.flatMap((item) => item.kpis).filter((id) => findKpi(id) === undefined)).toEqual([]);
    expect(items.filter((item) => new Set(item.kpis).size !== item.kpis.length)).toEqual([]);
  });

  it('of 標準化・共通化 say on screen that only BPR is supported', () => {
    expect(findItem('S3-2')?.onScreen).toContain('業務の見直し（BPR）だけが支援の対象');
    expect(ids(items.filter(({ name }) => name.includes('標準化')))).toEqual(['S3-2']);
  });
});

describe('KPIs', () => {
  it('belong to an item that lists them, except those of the programme', () => {
    const strays = kpis.filter(({ id, item, step }) =>
      item === null ? step !== 'PROGRAM' : !findItem(item)?.kpis.includes(id) || findItem(item)?.step !== step,
    );
    expect(strays).toEqual([]);
  });

  it('are of these types', () => {
    const count = (type: string) => kpis.filter((kpi) => kpi.type === type).length;
    const types = ['percent', 'count', 'boolean', 'stage', 'score', 'hours', 'minutes', 'yen1000'];
    expect(types.map(count)).toEqual([30, 29, 9, 2, 2, 2, 1, 1]);
  });

  it('that divide name both parts, and every rate divides', () => {
    expect(idsWhere(({ numerator, denominator }) => (numerator === undefined) !== (denominator === undefined))).toEqual(
      [],
    );
    expect(idsWhere(({ type, denominator }) => type === 'percent' && denominator === undefined)).toEqual([]);
    expect(idsWhere(({ type, total }) => type === 'percent' && total !== 'weighted')).toEqual([]);
  });

  it('are better when higher, but for these', () => {
    expect(idsWhere(({ better }) => better === 'lower')).toEqual(['K3-106', 'KP-06', 'KP-09', 'KP-12', 'KP-13']);
  });

  it('asked of municipalities every week are these eight', () => {
    const weekly = idsWhere(({ weekly, step }) => weekly && step !== 'PROGRAM');
    expect(weekly).toEqual(['K0-03', 'K1-01', 'K1-03', 'K1-04', 'K1-06', 'K2-10', 'K3-201', 'K3-801']);
  });

  it('with grades have rising ones from 0 to 100, and their target is one of them', () => {
    const grades = (id: string) => findKpi(id)?.grades?.map(([at]) => at);
    expect(grades('K1-01')).toEqual([0, 20, 40, 60, 80, 100]);
    expect(grades('K3-302')).toEqual([0, 25, 50, 75, 100]);
    expect(idsWhere((kpi) => (kpi.type === 'stage') !== (kpi.grades !== undefined))).toEqual([]);
    const off = kpis.filter((kpi) => kpi.grades && !kpi.grades.some(([at]) => at === kpi.suggested?.target));
    expect(off).toEqual([]);
  });
});

describe('what a KPI says so that it can be judged', () => {
  it('a definition, and sources that the edition names', () => {
    for (const { kpis, sources } of editions) {
      const known = new Set(sources.map(({ id }) => id));
      const named = kpis.flatMap((kpi) => [...kpi.sources, ...(kpi.national ? [kpi.national.source] : [])]);
      expect(named.filter((id) => !known.has(id))).toEqual([]);
      expect(kpis.filter(({ definition }) => !/。$/.test(definition))).toEqual([]);
    }
  });

  it('what is published is the same figure or another that is like it, never both', () => {
    expect(idsWhere(({ published, publishedNear }) => published !== undefined && publishedNear !== undefined)).toEqual(
      [],
    );
    expect(findKpi('K0-03')).toMatchObject({ certainty: 'proposed', publishedNear: expect.any(String) });
  });

  it('what is counted up says what becomes of it in a next year', () => {
    expect(idsWhere(({ total, acrossYears }) => (total === 'sum') !== (acrossYears !== undefined))).toEqual([]);
    expect([findKpi('K0-06')?.acrossYears, findKpi('K3-601')?.acrossYears]).toEqual(['restart', 'runOn']);
  });

  it('means are weighed by how many answered', () => {
    expect(idsWhere(({ answers }) => answers !== undefined)).toEqual(['K3-108', 'KP-03']);
    expect(idsWhere(({ type, answers }) => (type === 'score') !== (answers !== undefined))).toEqual([]);
  });

  it('complaints have no target, so that nobody holds them back', () => {
    expect(findKpi('KP-12')?.suggested).toBeUndefined();
  });

  it('what records tell is named, and some KPIs of the programme are worked out from them', () => {
    const computed = idsWhere(({ computedFrom }) => computedFrom !== undefined).filter((id) => !id.startsWith('KP'));
    expect(computed).toEqual(['K1-05', 'K1-06', 'K2-10', 'K2-11']);
    const since = idsWhere(({ computedFrom }) => computedFrom?.since !== undefined);
    expect(since).toEqual(['KP-01', 'KP-02', 'KP-03', 'KP-05', 'KP-06', 'KP-12', 'KP-13']);
    expect(idsWhere(({ step, computedFrom }) => step === 'PROGRAM' && computedFrom === undefined)).toEqual([]);
  });
});

describe('editions', () => {
  it('come in the order of their years, each with an id of its own', () => {
    expect(editions.map(({ fiscalYear }) => fiscalYear)).toEqual([...editions].map((e) => e.fiscalYear).sort());
    expect(new Set(ids(editions)).size).toBe(editions.length);
    expect(editions.map(editionName)).toEqual(['令和6年度第1版', '令和7年度第1版']);
  });

  it('the one a programme names counts, else the newest of its year or before', () => {
    const of = (fiscalYear: number, edition?: string) => editionOf({ fiscalYear, edition }).id;
    expect([of(2023), of(2024), of(2025), of(2031)]).toEqual(['2024-1', '2024-1', '2025-1', '2025-1']);
    expect(of(2025, '2024-1')).toBe('2024-1');
  });

  it('that follow another say what they have otherwise; the rest is carried over and not looked at again', () => {
    const [first, second] = readEditions([
      editionFiles[0],
      {
        ...{ id: 'next', fiscalYear: 2030, version: '第1版', asOf: '2030-04-01' },
        ...{ follows: '2024-1', carriedOver: 'unverified', gone: ['K0-01', 'S0-1'] },
        kpis: [
          { id: 'K0-03', unit: '％', suggested: null },
          { ...findKpi('K0-06'), id: 'K9-01' },
        ],
      },
    ]);
    expect(findKpi('K0-01', second)).toBeUndefined();
    expect(findItem('S0-1', second)).toBeUndefined();
    expect(findKpi('K0-03', second)).toMatchObject({ unit: '％', certainty: 'proposed' });
    expect(findKpi('K0-03', second)).not.toHaveProperty('suggested');
    expect(findKpi('K9-01', second)?.name).toBe(findKpi('K0-06')?.name);
    expect(findKpi('K1-02', second)).toEqual({ ...findKpi('K1-02', first), certainty: 'unverified' });
    expect(findKpi('KP-04', second)?.item).toBeNull();
  });

  it('that follow an edition which does not come before them are no editions', () => {
    expect(() => readEditions([{ id: 'x', follows: 'y', carriedOver: 'unverified' }])).toThrow(/no edition y/);
  });

  it('the newest entry is what is recognised; a year has its own', () => {
    const [first, second] = editions;
    expect(findKpi('K3-603')?.national?.asOf).toBe('令和6年12月末');
    expect(findKpi('K3-603', first)?.national?.asOf).toBe('令和5年12月末');
    expect(findKpi('K3-603', second)).toBe(findKpi('K3-603'));
  });

  it('suggested dates lie within the programme’s year, whatever it is', () => {
    expect([dueIn(2024, '03-14'), dueIn(2026, '03-14'), dueIn(2026, '12-27')]).toEqual([
      '2025-03-14',
      '2027-03-14',
      '2026-12-27',
    ]);
    const dues = editions.flatMap((edition) => edition.kpis.flatMap(({ suggested }) => suggested?.due ?? []));
    expect(dues.filter((due) => due > '03-31' && due < '09-01')).toEqual([]);
  });
});
