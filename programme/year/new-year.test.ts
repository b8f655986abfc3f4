import fc from 'fast-check';
import { digestOf, digestPeriod } from '../digest/digest.ts';
import { closingYear, type Programme } from '../programme.ts';
import { type ItemRecord, itemStandingName } from '../progress/item-record.ts';
import type { KpiRecord } from '../progress/kpi-record.ts';
import { progressOf, stepStandings } from '../progress/step-standing.ts';
import { type ItemDecision, isToDecide } from './going-on.ts';
import { type ClosingYear, type NextWorkbook, newYearFrom, recordsOfNewYear } from './new-year.ts';
import type { NextEdition } from './next-edition.ts';

const CODES = ['203033', '203041', '203050'];
const ITEMS = ['S0-1', 'S1-3', 'S2-1', 'S3-7'];
const KPIS = ['K0-03', 'K0-06', 'K1-01'];
const AT = new Date('2025-03-31T12:00:00+09:00');
const from = { by: 'member-1', at: '2024-10-01T00:00:00.000Z', via: 'teams', ask: 'ask-1', number: 1 };
const whole: NextEdition = { hasItem: () => true, hasKpi: () => true, acrossYears: () => undefined };

const slot = { weekday: 1, time: '09:00' };
const programmeOf = (fiscalYear: number): Programme => ({
  ...{ name: '事業', prefecture: '長野県', fiscalYear, start: `${fiscalYear}-04-01`, end: `${fiscalYear + 1}-03-31` },
  ...{ checkIn: slot, nudge: slot, digest: slot, closures: [] },
});
const town = (code: string, supported = true) => ({ code, name: `町${code}`, area: '佐久', supported });
const itemOf = (over: Partial<ItemRecord> = {}): ItemRecord => ({
  ...{ municipality: '203033', fiscalYear: 2024, item: 'S1-3', year: 'this', versions: [] },
  ...over,
});
const kpiOf = (over: Partial<KpiRecord> = {}): KpiRecord => ({
  ...{ municipality: '203033', fiscalYear: 2024, kpi: 'K0-06', weekly: false, entries: [] },
  ...over,
});
const at = (stage: string) => [{ ...from, stage }];

const closing = (over: Partial<ClosingYear> = {}): ClosingYear => ({
  ...{ programme: programmeOf(2024), municipalities: CODES.map((code) => town(code)), items: [], kpis: [] },
  ...over,
});
const workbook = (over: Partial<NextWorkbook> = {}): NextWorkbook => ({
  ...{ programme: programmeOf(2025), municipalities: CODES.map((code) => town(code)), items: [], kpis: [] },
  ...over,
});
const oneItem = (
  record: ItemRecord,
  lines: NextWorkbook['items'] = [],
  decisions: ItemDecision[] = [],
  edition = whole,
) => newYearFrom(closing({ items: [record] }), workbook({ items: lines }), decisions, edition).towns[0]?.items[0];
const line = (year: ItemRecord['year'], due?: string) => ({
  ...{ municipality: '203033', item: 'S1-3', year },
  ...(due ? { due } : {}),
});
const decided = (goesOn: ItemDecision['goesOn'], more: Partial<ItemDecision> = {}): ItemDecision => ({
  ...{ municipality: '203033', item: 'S1-3', goesOn },
  ...more,
});

describe('a step', () => {
  const stepItems = ['S0-1', 'S0-2', 'S0-3', 'S0-4'];
  const done = (item: string, evidence?: string): ItemRecord =>
    itemOf({ item, versions: [{ ...from, stage: 'done', ...(evidence ? { evidence } : {}) }] });
  const target = kpiOf({
    kpi: 'K0-01',
    target: 1,
    entries: [{ ...from, week: '2024-09-16', kind: 'value', value: 1 }],
  });
  const nextRecords = (items: ItemRecord[], of = { items: [] as NextWorkbook['items'] }, kpis = [target]) =>
    recordsOfNewYear(newYearFrom(closing({ items, kpis }), workbook(of), [], whole));
  const step0 = (all: ReturnType<typeof nextRecords>) => stepStandings(progressOf(all.items, all.kpis))[0];

  it('achieved in the year that is closed stays achieved, and says of when', () => {
    const standing = step0(nextRecords(stepItems.map((item) => done(item, '議事録'))));
    expect(standing).toMatchObject({ achieved: false, items: 0, earlier: { fiscalYear: 2024, achieved: true } });
  });

  it('achieved in the year that is closed is neither new in the digest nor late', () => {
    const all = nextRecords(stepItems.map((item) => ({ ...done(item, '議事録'), due: '2024-12-20' })));
    const period = digestPeriod(programmeOf(2025), '2025-04-07', new Date('2025-04-14T09:00:00+09:00'));
    const records = { municipality: town('203033'), records: progressOf(all.items, all.kpis), helps: [] };
    const { municipalities } = digestOf(programmeOf(2025), '2025-04-07', period, [records]);
    expect(municipalities[0]).toMatchObject({ achieved: [], due: [], overdue: [] });
  });

  it('whose items were settled without evidence was not achieved', () => {
    expect(step0(nextRecords(stepItems.map((item) => done(item))))?.earlier).toEqual({
      ...{ fiscalYear: 2024, achieved: false },
    });
  });

  it('with anything open, put off or ended unsettled is none that was settled', () => {
    const rest = stepItems.slice(1).map((item) => done(item, '議事録'));
    for (const other of [itemOf({ item: 'S0-1' }), itemOf({ item: 'S0-1', year: 'later' })])
      expect(step0(nextRecords([other, ...rest]))?.earlier).toBeUndefined();
    const again = { items: [{ municipality: '203033', item: 'S0-1', year: 'this' as const }] };
    expect(step0(nextRecords([done('S0-1', '議事録'), ...rest], again))?.earlier).toBeUndefined();
    const ended = [{ ...decided('end', { reason: '中止' }), item: 'S0-1' }];
    const all = newYearFrom(closing({ items: [itemOf({ item: 'S0-1' }), ...rest] }), workbook(), ended, whole);
    expect(step0(recordsOfNewYear(all))?.earlier).toBeUndefined();
  });

  it('stays achieved a year later still, of the year in which it was', () => {
    const once = nextRecords(stepItems.map((item) => done(item, '議事録')));
    const twice = newYearFrom(
      closing({ programme: programmeOf(2025), items: once.items }),
      workbook({ programme: programmeOf(2026) }),
      [],
      whole,
    );
    expect(step0(recordsOfNewYear(twice))?.earlier).toEqual({ fiscalYear: 2024, achieved: true });
  });

  it('that never applied was not settled', () => {
    expect(step0(nextRecords(stepItems.map((item) => itemOf({ item, year: 'none' }))))?.earlier).toBeUndefined();
  });
});

describe('an item', () => {
  it('that is not finished goes on where nobody decided, without its old deadline, and says from where it comes', () => {
    expect(oneItem(itemOf({ due: '2025-02-28', versions: at('inProgress') }))).toEqual({
      ...{ was: 'open', goesOn: 'this', by: 'nobody' },
      record: {
        ...{ municipality: '203033', fiscalYear: 2025, item: 'S1-3', year: 'this', versions: [] },
        carried: { fiscalYear: 2024, was: 'open', goesOn: 'this', stage: 'inProgress', reason: '年度更新で継続' },
      },
    });
  });

  it('that was put off comes when somebody says so, and is put off once more otherwise', () => {
    const later = itemOf({ year: 'later' });
    expect(oneItem(later)).toMatchObject({ by: 'nobody', record: { year: 'later' } });
    expect(oneItem(later, [line('this', '2026-02-27')])).toMatchObject({
      by: 'workbook',
      record: { year: 'this', due: '2026-02-27' },
    });
    expect(oneItem(later, [], [decided('this', { due: '2025-12-26' })])).toMatchObject({
      by: 'decision',
      record: { year: 'this', due: '2025-12-26' },
    });
  });

  it('that is decided on is as decided, even against the workbook, which is told', () => {
    const reason = '広域で行う';
    expect(
      oneItem(itemOf(), [line('this', '2026-02-27')], [decided('none', { reason, by: 'member-9' })]),
    ).toMatchObject({
      ...{ goesOn: 'none', by: 'decision', against: true },
      record: { year: 'none', carried: { reason, by: 'member-9', goesOn: 'none' } },
    });
    expect(oneItem(itemOf(), [line('this', '2026-02-27')], [decided('this')])).toMatchObject({
      record: { due: '2026-02-27', carried: { reason: '年度更新で継続' } },
    });
  });

  it('that is finished is not asked for again, and neither is what did not apply', () => {
    expect(oneItem(itemOf({ versions: at('done') }))?.record).toMatchObject({
      year: 'none',
      carried: { was: 'done', goesOn: 'end', reason: '前年度に完了' },
    });
    expect(oneItem(itemOf({ year: 'none' }))?.record).toMatchObject({ year: 'none', carried: { goesOn: 'none' } });
    const ended = oneItem(itemOf({ versions: at('done') }))?.record ?? itemOf();
    expect(itemStandingName(ended)).toBe('令和6年度に完了');
    expect(itemStandingName(oneItem(ended)?.record)).toBe('令和6年度に完了');
  });

  it('that the next edition does not have ends with its year', () => {
    const edition = { ...whole, hasItem: () => false };
    expect(oneItem(itemOf(), [], [decided('this')], edition)?.record).toMatchObject({
      year: 'none',
      carried: { goesOn: 'end', reason: '翌年度の目録にない' },
    });
  });
});

describe('a KPI', () => {
  const reached = kpiOf({ baseline: 1, entries: [{ ...from, week: '2025-02-24', kind: 'value', value: 7 }] });
  const next = { municipality: '203033', kpi: 'K0-06', target: 20, weekly: true };
  const oneKpi = (acrossYears: NextEdition['acrossYears'], more: object = {}) =>
    newYearFrom(closing({ kpis: [reached] }), workbook({ kpis: [{ ...next, ...more }] }), [], { ...whole, acrossYears })
      .towns[0]?.kpis[0];

  it('begins anew, or runs on from where it was, as the catalogue says', () => {
    expect(oneKpi(() => 'restart')).toEqual({ counts: 'restarts', record: { ...next, fiscalYear: 2025, entries: [] } });
    expect(oneKpi(() => 'runOn')).toMatchObject({
      counts: 'runsOn',
      record: { baseline: 7, target: 20, carried: { fiscalYear: 2024, value: 7 } },
    });
    expect(oneKpi(() => 'runOn', { baseline: 9 })).toMatchObject({ record: { baseline: 9 } });
    expect(oneKpi(() => undefined)?.record.baseline).toBeUndefined();
  });

  it('that the workbook does not list, or the edition does not have, stays with the year it is of', () => {
    const edition = { ...whole, hasKpi: (id: string) => id !== 'K0-06' };
    const [first] = newYearFrom(closing({ kpis: [reached] }), workbook(), [], edition).towns;
    expect(first).toMatchObject({ kpis: [], kpisLeft: [{ kpi: 'K0-06', inEdition: false }] });
  });
});

describe('a municipality', () => {
  it('comes, stays or leaves; of who leaves nothing goes on', () => {
    const before = closing({ municipalities: [town('203033'), town('203041')], items: [itemOf()] });
    const listed = [town('203033', false), town('203050')];
    const { towns } = newYearFrom(before, workbook({ municipalities: listed }), [], whole);
    expect(
      towns.map(({ municipality: { code, supported }, is, items }) => [code, supported, is, items.length]),
    ).toEqual([
      ['203033', false, 'leaving', 0],
      ['203050', true, 'coming', 0],
      ['203041', false, 'leaving', 0],
    ]);
  });
});

describe('whatever the programme', () => {
  const codes = fc.constantFrom(...CODES);
  const years = fc.constantFrom('this' as const, 'later' as const, 'none' as const);
  const stages = fc.constantFrom('notStarted', 'considering', 'inProgress', 'decided', 'done', 'confirmedNone');
  const byKey = <T extends { municipality: string }>(key: (value: T) => string) => ({
    selector: (value: T) => `${value.municipality} ${key(value)}`,
  });
  const items = fc.uniqueArray(
    fc.record({ municipality: codes, item: fc.constantFrom(...ITEMS), year: years, stage: fc.option(stages) }),
    byKey<{ municipality: string; item: string }>(({ item }) => item),
  );
  const kpis = fc.uniqueArray(
    fc.record({
      ...{ municipality: codes, kpi: fc.constantFrom(...KPIS), weekly: fc.boolean() },
      target: fc.nat(100),
    }),
    byKey<{ municipality: string; kpi: string }>(({ kpi }) => kpi),
  );
  const decisions = fc.uniqueArray(
    fc.record({
      ...{ municipality: codes, item: fc.constantFrom(...ITEMS), reason: fc.constant('理由') },
      goesOn: fc.constantFrom('this' as const, 'later' as const, 'end' as const, 'none' as const),
    }),
    byKey<ItemDecision>(({ item }) => item),
  );
  const one = fc.record({ items, kpis, decisions, supported: fc.subarray(CODES) });
  const keys = (records: readonly { municipality: string; item: string }[]) =>
    records.map(({ municipality, item }) => `${municipality} ${item}`).toSorted();

  type Said = typeof one extends fc.Arbitrary<infer T> ? T : never;

  /** The next year as its workbook says it, of the municipalities that are supported. */
  function workbookOf(said: Said, fiscalYear: number): NextWorkbook {
    const ofIts = <T extends { municipality: string }>(all: readonly T[]) =>
      all.filter(({ municipality }) => said.supported.includes(municipality));
    return workbook({
      programme: programmeOf(fiscalYear),
      municipalities: CODES.map((code) => town(code, said.supported.includes(code))),
      items: ofIts(said.items).map(({ stage: _, ...each }) => each),
      kpis: ofIts(said.kpis),
    });
  }

  /** Goes from one year to the next, and holds that against what was there and what the workbook says. */
  function goOn(year: ClosingYear, said: Said): ClosingYear {
    const before = structuredClone(year);
    const next = workbookOf(said, year.programme.fiscalYear + 1);
    const result = newYearFrom(year, next, said.decisions, whole);
    const made = recordsOfNewYear(result);
    const staying = year.items.filter(({ municipality }) => said.supported.includes(municipality));
    expect(keys(made.items)).toEqual([...new Set([...keys(staying), ...keys(next.items)])].toSorted());
    expect(made.kpis.map(({ kpi, target }) => [kpi, target])).toEqual(
      CODES.flatMap((code) =>
        next.kpis.flatMap((each) => (each.municipality === code ? [[each.kpi, each.target]] : [])),
      ),
    );
    expect(made.items.flatMap(({ versions }) => versions)).toEqual([]);
    const undecided = result.towns
      .flatMap(({ items }) => items)
      .filter(({ by, was }) => by === 'nobody' && was === 'open');
    expect(undecided.filter(({ goesOn }) => goesOn !== 'this')).toEqual([]);
    expect(newYearFrom(year, next, said.decisions, whole)).toEqual(result);
    expect(year).toEqual(before);
    const programme = { ...next.programme, closed: [closingYear(year.programme, AT)] };
    return closing({ programme, municipalities: [...next.municipalities], ...made });
  }

  it('loses no item and invents none, three years in a row', () => {
    fc.assert(
      fc.property(fc.array(one, { minLength: 3, maxLength: 3 }), fc.array(stages), (nexts, reported) => {
        const items = ITEMS.map((item, n) => itemOf({ item, versions: reported[n] ? at(reported[n]) : [] }));
        const last = nexts.reduce(goOn, closing({ items }));
        expect(last.programme.fiscalYear).toBe(2027);
      }),
      { numRuns: 50 },
    );
  });

  it('asks to decide exactly what is open or was put off', () => {
    expect(isToDecide(itemOf({ versions: at('decided') }))).toBe(false);
    expect(isToDecide(itemOf({ versions: at('inProgress') }))).toBe(true);
    expect(isToDecide(itemOf({ year: 'later' }))).toBe(true);
    expect(isToDecide(itemOf({ year: 'none' }))).toBe(false);
  });
});
