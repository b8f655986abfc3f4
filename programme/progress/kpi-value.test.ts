import fc from 'fast-check';
import { catalogue, findKpi, type Kpi } from '../catalogue.ts';
import type { KpiRecord } from './kpi-record.ts';
import { totalOf } from './kpi-total.ts';
import { meetsTarget, readingOf, readingText, valueText } from './kpi-value.ts';

function kpi(id: string): Kpi {
  const found = findKpi(id);
  if (!found) throw new Error(id);
  return found;
}

const all = catalogue.kpis.map((one) => [one.id, one.name, one] as const);
const divided = all.filter(([, , { denominator }]) => denominator !== undefined);
const isSentence = (answer: unknown) => typeof answer === 'string' && /ください。$/.test(answer);

/** What each type takes and refuses as a bare value. */
const bounds: Readonly<Record<Kpi['type'], { takes: readonly number[]; refuses: readonly number[] }>> = {
  percent: { takes: [0, 62, 62.5, 100], refuses: [-1, -0.1, 100.1, 6200] },
  count: { takes: [0, 1, 12_345], refuses: [-1] },
  boolean: { takes: [0, 1], refuses: [-1, 2, 0.5, 100] },
  stage: { takes: [0, 100], refuses: [-20, 10, 33, 120] },
  score: { takes: [0, 3.8, 5], refuses: [-1, 5.1, 50] },
  hours: { takes: [0, 1.5, 4000], refuses: [-0.5] },
  minutes: { takes: [0, 12.5, 90], refuses: [-1] },
  yen1000: { takes: [0, 1200, 0.5], refuses: [-1] },
};

describe.each(all)('%s %s', (_, __, one) => {
  it('takes what its type allows, and zero as a number', () => {
    const answers = one.answers === undefined ? {} : { denominator: 25 };
    for (const value of [...bounds[one.type].takes, 0])
      expect(readingOf(one, { value, ...answers })).toEqual({ value, ...answers });
  });

  it('refuses the rest, and nothing at all, with a sentence that says what to enter', () => {
    for (const value of [...bounds[one.type].refuses, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect([value, isSentence(readingOf(one, { value }))]).toEqual([value, true]);
    }
    expect(isSentence(readingOf(one, {}))).toBe(true);
  });

  it('reads with its unit, and as a dash without a value', () => {
    expect(readingText(one, {})).toBe('―');
    const zero = readingText(one, { value: 0 });
    expect(zero).toBe(one.type === 'boolean' ? '無' : one.grades ? '未着手（0%）' : `0${one.unit}`);
  });
});

describe.each(divided)('%s %s', (_, __, one) => {
  it('keeps what it was divided from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 5000 }), (a, b) => {
        const [numerator, denominator] = one.type === 'percent' ? [Math.min(a, b), b] : [a, b];
        const scale = one.type === 'percent' ? 100 : 1;
        const reading = readingOf(one, { numerator, denominator });
        expect(reading).toMatchObject({ numerator, denominator });
        const value = typeof reading === 'string' ? Number.NaN : reading.value;
        expect(Math.abs(value - (numerator / denominator) * scale)).toBeLessThanOrEqual(0.05 + 1e-9);
      }),
    );
  });

  it('wants both parts, the lower one above zero', () => {
    expect(readingOf(one, { numerator: 3 })).toBe(`${one.denominator}も入力してください。`);
    expect(readingOf(one, { denominator: 3 })).toBe(`${one.numerator}も入力してください。`);
    for (const [numerator, denominator] of [
      [0, 0],
      [3, -1],
      [-1, 3],
      [Number.NaN, 3],
      [1, Number.NaN],
    ]) {
      expect(isSentence(readingOf(one, { numerator, denominator }))).toBe(true);
    }
    expect(readingOf(one, { numerator: 0, denominator: 3 })).toEqual({ value: 0, numerator: 0, denominator: 3 });
  });
});

describe('special cases', () => {
  it('no rate is above 100%, but an average may be above 1', () => {
    expect(readingOf(kpi('K0-03'), { numerator: 201, denominator: 200 })).toBe(
      '修了者数は、対象職員数の 200 以下で入力してください。',
    );
    expect(readingOf(kpi('K3-106'), { numerator: 300, denominator: 20 })).toEqual({
      value: 15,
      numerator: 300,
      denominator: 20,
    });
  });

  it('things are counted in whole numbers, a mean of days need not be', () => {
    expect(readingOf(kpi('K0-06'), { value: 1.5 })).toBe('庁内DX広報の発行回数は整数で入力してください。');
    expect(readingOf(kpi('KP-06'), { value: 12.5 })).toEqual({ value: 12.5 });
  });

  it('a mean needs the number of answers', () => {
    const score = kpi('K3-108');
    expect(readingOf(score, { value: 4.2 })).toBe('回答数も入力してください。');
    expect(readingOf(score, { value: 4.2, denominator: 0 })).toContain('1以上の整数');
    expect(readingOf(score, { value: 5.2, denominator: 3 })).toContain('5点以下');
    expect(readingOf(score, { value: 4.2, denominator: 25 })).toEqual({ value: 4.2, denominator: 25 });
  });

  it('grades are offered by their numbers', () => {
    expect(readingOf(kpi('K1-01'), { value: 50 })).toContain('0・20・40・60・80・100');
  });
});

describe('how values read', () => {
  it.each<[string, Parameters<typeof readingText>[1], string]>([
    ['K0-03', { value: 62, numerator: 124, denominator: 200 }, '62%（124/200）'],
    ['K0-03', { value: 0, numerator: 0, denominator: 200 }, '0%（0/200）'],
    ['K0-03', { value: 62.5 }, '62.5%'],
    ['K0-06', { value: 1200 }, '1,200回'],
    ['K1-02', { value: 1 }, '有'],
    ['K1-02', { value: 0 }, '無'],
    ['K1-01', { value: 60 }, '素案（60%）'],
    ['K3-804', { value: 1200 }, '1,200千円'],
    ['K3-108', { value: 3.8 }, '3.8点'],
    ['K3-108', { value: 3.8, denominator: 25 }, '3.8点（回答数 25）'],
    ['KP-01', { value: 60, numerator: 12, denominator: 20 }, '実施回数 20・対面率 60%（12/20）'],
    ['K3-106', { value: 15, numerator: 300, denominator: 20 }, '15分（300/20）'],
  ])('%s %p is %s', (id, reading, text) => {
    expect(readingText(kpi(id), reading)).toBe(text);
  });

  it('a target between two grades shows its number', () => {
    expect(valueText(kpi('K1-01'), 90)).toBe('90%');
  });
});

describe('meeting a target', () => {
  const set = (target?: number): KpiRecord => {
    const record: KpiRecord = { municipality: '203033', fiscalYear: 2024, kpi: 'K0-03', weekly: true, entries: [] };
    return target === undefined ? record : { ...record, target };
  };

  it('means reaching it, or staying at or below it where lower is better', () => {
    const [higher, lower] = [kpi('K0-03'), kpi('K3-106')];
    expect([79.9, 80, 80.1].map((value) => meetsTarget(higher, set(80), { value }))).toEqual([false, true, true]);
    expect([79.9, 80, 80.1].map((value) => meetsTarget(lower, set(80), { value }))).toEqual([true, true, false]);
  });

  it('is missed without a reading, and no question without a target; zero is both a target and a reading', () => {
    expect(meetsTarget(kpi('K0-03'), set(80), undefined)).toBe(false);
    expect(meetsTarget(kpi('K0-03'), set(), { value: 100 })).toBeUndefined();
    expect(meetsTarget(kpi('KP-12'), set(0), { value: 0 })).toBe(true);
    expect(meetsTarget(kpi('KP-12'), set(0), { value: 1 })).toBe(false);
  });

  it('once met stays met by a better value', () => {
    const number = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(fc.constantFrom(...catalogue.kpis), number, number, number, (one, target, value, more) => {
        const better = one.better === 'higher' ? value + more : value - more;
        if (meetsTarget(one, set(target), { value })) {
          expect(meetsTarget(one, set(target), { value: better })).toBe(true);
        }
      }),
    );
  });
});

it('a total leaves 未実施（確認済） out, also while it is unchanged, and does not count it as missing', () => {
  const said = { by: 'p1', at: '2024-09-02T01:00:00Z', via: 'teams', ask: 'a' } as const;
  const weeks = ['2024-09-02', '2024-09-09', '2024-09-16'] as const;
  const half = { ...said, number: 1, week: weeks[0], kind: 'value', value: 50, numerator: 1, denominator: 2 } as const;
  const none = { ...said, number: 2, week: weeks[1], kind: 'confirmedNone' } as const;
  const same = { ...said, number: 3, week: weeks[2], kind: 'unchanged' } as const;
  const records = [[half], [half, none, same], [none], []].map(
    (entries): KpiRecord => ({ municipality: '203033', fiscalYear: 2024, kpi: 'K0-03', weekly: true, entries }),
  );
  const total = totalOf(kpi('K0-03'), records, weeks[2]);
  expect(total).toEqual({ value: 50, numerator: 1, denominator: 2, reported: 1, notReported: 1 });
});

describe('parts', () => {
  it.each([
    ['K0-03', 30.5, 32, '修了者数は整数'],
    ['K0-02', 12, 40.5, '幹部職員数は整数'],
    ['K1-03', 0.5, 96, '完了課数は整数'],
    ['K3-104', 10.2, 100, 'オンライン申請件数は整数'],
    ['K3-106', 120.5, 10.5, '処理件数は整数'],
  ])('%s counts whole ones: %d/%d is asked for again', (id, numerator, denominator, sentence) => {
    expect(readingOf(kpi(id), { numerator, denominator })).toContain(sentence);
  });

  it.each([
    ['K3-106', 120.5, 10],
    ['KP-02', 2.5, 4.5],
  ])('%s is of time, which need not be whole: %d/%d', (id, numerator, denominator) => {
    expect(readingOf(kpi(id), { numerator, denominator })).toMatchObject({ numerator, denominator });
  });
});
