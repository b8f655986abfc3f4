import fc from 'fast-check';
import { findKpi } from '../catalogue.ts';
import type { ItemRecord } from './item-record.ts';
import type { KpiRecord } from './kpi-record.ts';
import { stageFalls, unusualIn } from './unusual.ts';

const week = '2024-10-07';
const entry = {
  by: 'member-1',
  at: '2024-10-01T01:00:00Z',
  via: 'teams',
  ask: 'ask-1',
  number: 1,
  kind: 'value',
} as const;
const record = (kpi: string, value: number | undefined, target?: number): KpiRecord => ({
  municipality: '203033',
  fiscalYear: 2024,
  kpi,
  weekly: true,
  ...(target === undefined ? {} : { target }),
  entries: value === undefined ? [] : [{ ...entry, week: '2024-09-30', value }],
});
const judge = (id: string, last: number | undefined, value: number, target?: number) => {
  const kpi = findKpi(id);
  return kpi && unusualIn(kpi, record(id, last, target), week, { value });
};

it.each([
  ['K0-03', 62, 58, 80, 'falls'],
  ['K0-03', 62, 62, 80, undefined],
  ['K0-03', 62, 70, 80, undefined],
  ['K0-03', 62, 6.2, 80, 'digits'],
  ['K0-07', 12, 120, 200, 'digits'],
  ['K2-04', 1, 10, 4, 'beyond-target'],
  ['K2-04', 1, 10, 20, undefined],
  ['K2-04', undefined, 7, 3, 'beyond-target'],
  ['K2-04', undefined, 6, 3, undefined],
  ['K0-03', undefined, 5, 80, undefined],
  ['K3-106', 20, 15, 10, undefined],
  ['K3-108', 4.2, 4, 4, undefined],
] as const)('%s from %p to %p with the target %p: %p', (id, last, value, target, unusual) =>
  expect(judge(id, last, value, target)).toBe(unusual),
);

describe('a rate', () => {
  const parts = ([numerator, denominator]: readonly [number, number]) => ({
    value: Math.round((numerator / denominator) * 1000) / 10,
    numerator,
    denominator,
  });
  it.each([
    [[18, 22], [40, 50], 'falls'],
    [[22, 30], [20, 20], 'falls'],
    [[26, 32], [27, 36], 'falls'],
    [[9, 10], [17, 19], 'falls'],
    [[26, 32], [27, 32], undefined],
    [[26, 32], [26, 30], undefined],
    [[26, 32], [26, 32], undefined],
  ] as const)('from %p to %p: %p', (before, after, unusual) => {
    const kpi = findKpi('K0-03');
    const known = { ...record('K0-03', 0), entries: [{ ...entry, week: '2024-09-30', ...parts(before) }] };
    expect(kpi && unusualIn(kpi, known, week, parts(after))).toBe(unusual);
  });
});

describe('a stage', () => {
  const item = (stage?: string): ItemRecord => ({
    municipality: '203033',
    fiscalYear: 2024,
    item: 'S1-3',
    year: 'this',
    versions:
      stage === undefined ? [] : [{ by: 'a', at: '2024-10-01T01:00:00Z', via: 'teams', ask: 'b', number: 1, stage }],
  });
  it.each([
    ['done', 'inProgress', true],
    ['decided', 'considering', true],
    ['considering', 'notStarted', true],
    ['done', 'confirmedNone', true],
    ['notStarted', 'confirmedNone', false],
    ['confirmedNone', 'notStarted', false],
    ['inProgress', 'inProgress', false],
    ['inProgress', 'done', false],
    [undefined, 'notStarted', false],
  ] as const)('from %p to %p falls: %p', (before, after, falls) => {
    expect(stageFalls(item(before), after)).toBe(falls);
  });
});

it('never asks about the same value again', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 1e6, noNaN: true }),
      fc.double({ min: 1, max: 100, noNaN: true }),
      (value, target) => expect(judge('K0-07', value, value, target)).toBeUndefined(),
    ),
  );
});
