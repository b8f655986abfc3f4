import fc from 'fast-check';
import { instantOf } from '../day.ts';
import type { Provenance } from '../provenance.ts';
import { Refusal, type RefusalReason } from '../refusal.ts';
import { addWeeks, type Week } from '../week.ts';
import {
  entryOf,
  KpiRecord,
  type KpiReport,
  kpiState,
  lastReading,
  lastSaid,
  newestNumber,
  weeksUnchanged,
  withKpiReport,
} from './kpi-record.ts';

const WEEK0 = '2024-09-02';
const week = (n: number): Week => addWeeks(WEEK0, n);
const fresh: KpiRecord = { municipality: '203033', fiscalYear: 2024, kpi: 'K0-03', weekly: true, entries: [] };
/** While week 0 is under way nothing is closed; the tests about closing bring their own clock. */
const now = instantOf(WEEK0, '10:00');

let asked = 0;
function said(by: string, ask = `ask-${++asked}`): Provenance {
  return { by, at: new Date(Date.UTC(2024, 8, 2) + asked * 60_000).toISOString(), via: 'teams', ask };
}

const value = (n: number, number: number): KpiReport => ({ week: week(n), kind: 'value', reading: { value: number } });
const unchanged = (n: number): KpiReport => ({ week: week(n), kind: 'unchanged' });
const none = (n: number): KpiReport => ({ week: week(n), kind: 'confirmedNone' });

function recorded(...reports: readonly KpiReport[]): KpiRecord {
  return reports.reduce((record, report) => withKpiReport(record, report, said('p1'), { now }), fresh);
}

const undo = (record: KpiRecord, number: number): KpiRecord => ({
  ...record,
  entries: record.entries.map((entry) => (entry.number === number ? { ...entry, undone: said('p1') } : entry)),
});

function reasonOf(act: () => unknown): RefusalReason | undefined {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  return undefined;
}

const reading = fc.oneof(
  fc.record({ value: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ value: fc.constant(50), numerator: fc.constantFrom(1, 2), denominator: fc.constantFrom(2, 4) }),
);
const report: fc.Arbitrary<KpiReport> = fc
  .tuple(fc.integer({ min: 0, max: 5 }), fc.constantFrom('value', 'unchanged', 'confirmedNone'), reading)
  .map(([n, kind, one]) => ({ week: week(n), kind, ...(kind === 'value' ? { reading: one } : {}) }));
const person = fc.constantFrom('p1', 'p2');
const story = fc.array(fc.tuple(report, person, fc.boolean()), { maxLength: 15 });

/** What is left of a story when refused reports are dropped and some of the others undone. */
function told(all: readonly (readonly [KpiReport, string, boolean])[]): KpiRecord {
  return all.reduce((record, [one, by, isUndone]) => {
    if (reasonOf(() => withKpiReport(record, one, said(by), { now }))) return record;
    const next = withKpiReport(record, one, said(by), { now });
    return isUndone && next !== record ? undo(next, newestNumber(next)) : next;
  }, fresh);
}

describe('reporting a KPI', () => {
  it('keeps every entry as it was, in the order of weeks and then of reports, and the record it was given', () => {
    fc.assert(
      fc.property(story, report, person, (all, next, by) => {
        const record = told(all);
        const before = structuredClone(record);
        fc.pre(reasonOf(() => withKpiReport(record, next, said(by), { now })) === undefined);
        const after = withKpiReport(record, next, said(by), { now });
        expect(record).toEqual(before);
        expect(after.entries.filter(({ number }) => number <= newestNumber(record))).toEqual(record.entries);
        const order = after.entries.map((entry) => `${entry.week} ${String(entry.number).padStart(3, '0')}`);
        expect(order).toEqual([...order].sort());
        const numbers = after.entries.map(({ number }) => number).sort((a, b) => a - b);
        expect(numbers).toEqual(numbers.map((_, i) => i + 1));
        expect(KpiRecord.safeParse(after).success).toBe(true);
      }),
    );
  });

  it('said by the same message again changes nothing, even when taken back or closed meanwhile', () => {
    fc.assert(
      fc.property(story, report, (all, first) => {
        const from = said('p1');
        const noted = { ...first, note: from.ask };
        fc.pre(reasonOf(() => withKpiReport(told(all), noted, from, { now })) === undefined);
        const record = withKpiReport(told(all), noted, from, { now });
        const late = { now: instantOf('2025-03-01') };
        expect(withKpiReport(record, noted, from, late)).toBe(record);
        const undone = undo(record, newestNumber(record));
        expect(withKpiReport(undone, noted, from, late)).toBe(undone);
      }),
    );
  });

  it('said in the same words again, by anybody, changes nothing', () => {
    fc.assert(
      fc.property(story, report, person, (all, same, by) => {
        const full = { ...same, note: '集計済み', reason: '誤記' };
        fc.pre(reasonOf(() => withKpiReport(told(all), full, said('p1'), { now })) === undefined);
        const record = withKpiReport(told(all), full, said('p1'), { now });
        expect(withKpiReport(record, full, said(by), { now })).toBe(record);
        expect(withKpiReport(record, same, said(by), { now })).toBe(record);
      }),
    );
  });

  it('of several weeks by one message writes each of them', () => {
    const from = said('p1');
    const one = withKpiReport(fresh, value(0, 5), from, { now });
    expect(withKpiReport(one, value(1, 6), from, { now }).entries).toHaveLength(2);
  });

  it.each<[string, KpiReport]>([
    ['another value', value(0, 6)],
    ['zero', value(0, 0)],
    ['the same value with its parts', { ...value(0, 5), reading: { value: 5, numerator: 1, denominator: 20 } }],
    ['a note', { ...value(0, 5), note: '速報値' }],
    ['a reason', { ...value(0, 5), reason: '誤記' }],
    ['nothing carried out', none(0)],
  ])('with %s adds an entry that counts', (_, next) => {
    const record = withKpiReport(recorded(value(0, 5)), next, said('p1'), { now });
    expect(record.entries).toHaveLength(2);
    expect(entryOf(record, week(0))).toMatchObject({ number: 2, kind: next.kind, ...next.reading });
  });

  it('with another numerator that rounds to the same rate adds an entry', () => {
    const rate = (numerator: number): KpiReport => ({
      ...value(0, 33.4),
      reading: { value: 33.4, numerator, denominator: 3000 },
    });
    expect(recorded(rate(1001), rate(1002), rate(1002)).entries.map(({ numerator }) => numerator)).toEqual([
      1001, 1002,
    ]);
  });

  it('again after it was undone counts again', () => {
    const record = withKpiReport(undo(recorded(value(0, 5)), 1), value(0, 5), said('p1'), { now });
    expect(record.entries.map(({ number }) => number)).toEqual([1, 2]);
    expect(lastReading(record)?.number).toBe(2);
  });
});

describe('a late answer', () => {
  it('joins its own week and leaves the latest value the latest', () => {
    const record = recorded(value(0, 5), value(2, 7), value(1, 6));
    expect(record.entries.map((entry) => [entry.week, entry.number])).toEqual([
      [week(0), 1],
      [week(1), 3],
      [week(2), 2],
    ]);
    expect(lastReading(record)?.value).toBe(7);
    expect(lastReading(record, week(1))?.value).toBe(6);
    expect(lastReading(record, week(0))?.value).toBe(5);
    expect(newestNumber(record)).toBe(3);
  });
});

describe('変更なし', () => {
  it('confirms the last value and is no new one', () => {
    const record = recorded(value(0, 5), unchanged(1), unchanged(2));
    expect(lastReading(record, week(2))).toMatchObject({ week: week(0), value: 5 });
    expect(entryOf(record, week(2))).toMatchObject({ kind: 'unchanged' });
    expect(record.entries.flatMap((entry) => entry.value ?? [])).toEqual([5]);
    expect([0, 1, 2, 3].map((n) => weeksUnchanged(record, week(n)))).toEqual([0, 1, 2, 0]);
  });

  it('carries no value of its own, whatever it is given', () => {
    const record = withKpiReport(recorded(value(0, 5)), { ...unchanged(1), reading: { value: 9 } }, said('p1'), {
      now,
    });
    expect(entryOf(record, week(1))?.value).toBeUndefined();
  });

  it('is counted anew after a value or a silent week', () => {
    const record = recorded(value(0, 5), unchanged(1), value(2, 6), unchanged(3), unchanged(5));
    expect([1, 2, 3, 4, 5].map((n) => weeksUnchanged(record, week(n)))).toEqual([1, 0, 1, 0, 1]);
  });

  it.each<[string, KpiRecord]>([
    ['before any value', fresh],
    ['when the only value is of a later week', recorded(value(3, 5))],
    ['when the only value was undone', undo(recorded(value(0, 5)), 1)],
  ])('is refused %s', (_, record) => {
    expect(reasonOf(() => withKpiReport(record, unchanged(1), said('p1'), { now }))).toBe('nothing-to-carry-over');
  });

  it('after 未実施（確認済） stands for that, and does not bring the value before it back', () => {
    for (const record of [recorded(value(0, 5), none(1), unchanged(2)), recorded(none(1), unchanged(2))]) {
      expect(lastSaid(record, week(2))).toMatchObject({ kind: 'confirmedNone', week: week(1) });
      expect([kpiState(record, week(2)), weeksUnchanged(record, week(2))]).toEqual(['confirmedNone', 1]);
    }
    const again = recorded(value(0, 5), none(1), value(2, 6), unchanged(3));
    expect([lastSaid(again)?.value, kpiState(again, week(3))]).toEqual([6, 'reported']);
  });

  it('adds nothing to a week that has been answered', () => {
    const record = recorded(value(0, 5), value(1, 6));
    expect(withKpiReport(record, unchanged(1), said('p2'), { now })).toBe(record);
  });
});

describe('a closed week', () => {
  const closed = { now: instantOf(week(2)) };

  it('takes answers until the following week is over', () => {
    const last = { now: new Date(instantOf(week(2)).getTime() - 1) };
    expect(reasonOf(() => withKpiReport(fresh, value(0, 5), said('p1'), last))).toBeUndefined();
    expect(reasonOf(() => withKpiReport(fresh, value(0, 5), said('p1'), closed))).toBe('week-closed');
    expect(reasonOf(() => withKpiReport(fresh, value(1, 5), said('p1'), closed))).toBeUndefined();
  });

  it('is opened only by those who may', () => {
    const may = (mayOpenClosed: boolean) =>
      reasonOf(() => withKpiReport(fresh, value(0, 5), said('p1'), { ...closed, mayOpenClosed }));
    expect([may(true), may(false)]).toEqual([undefined, 'week-closed']);
  });
});

describe('a card that has grown old', () => {
  it("refuses to write over someone else's newer entry, of whatever week, but not over one's own", () => {
    const record = withKpiReport(recorded(value(2, 5)), value(0, 4), said('p2'), { now });
    const write = (by: string, seen?: number) =>
      reasonOf(() => withKpiReport(record, value(2, 6), said(by), { now, seen }));
    expect([write('p1', 1), write('p1', 2), write('p1'), write('p2', 1), write('p3', 0)]).toEqual([
      'changed-meanwhile',
      undefined,
      undefined,
      undefined,
      'changed-meanwhile',
    ]);
  });
});

describe('reading a record', () => {
  it('the last reading is the last standing value, up to the week asked for', () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 0, max: 5 }), (all, n) => {
        const record = told(all);
        const values = record.entries.filter((entry) => entry.kind === 'value' && !entry.undone);
        const upTo = values.filter((entry) => entry.week <= week(n));
        const newest = upTo.filter((entry) => entry.week === upTo.at(-1)?.week).map(({ number }) => number);
        expect(lastReading(record)).toBe(values.at(-1));
        expect(lastReading(record, week(n))?.number).toBe(newest.length ? Math.max(...newest) : undefined);
      }),
    );
  });

  it('undone entries count for nothing', () => {
    fc.assert(
      fc.property(story, fc.integer({ min: 0, max: 5 }), (all, n) => {
        const record = told(all);
        const standing = { ...record, entries: record.entries.filter(({ undone }) => !undone) };
        expect(entryOf(record, week(n))).toBe(entryOf(standing, week(n)));
        expect(kpiState(record, week(n))).toBe(kpiState(standing, week(n)));
        expect(weeksUnchanged(record, week(n))).toBe(weeksUnchanged(standing, week(n)));
      }),
    );
  });

  it('keeps the states of a week apart', () => {
    const record = recorded(value(0, 0), none(1), value(2, 5), unchanged(3));
    expect([0, 1, 2, 3, 4].map((n) => kpiState(record, week(n)))).toEqual([
      'reported',
      'confirmedNone',
      'reported',
      'reported',
      'notReported',
    ]);
    expect(kpiState(undefined, week(0))).toBe('unconfirmed');
    expect(entryOf(record, week(1))?.value).toBeUndefined();
    expect(lastReading(record, week(0))?.value).toBe(0);
  });
});
