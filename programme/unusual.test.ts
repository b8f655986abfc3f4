import fc from 'fast-check';
import { findKpi } from './catalogue.ts';
import type { KpiRecord } from './kpi-record.ts';
import { unusualIn } from './unusual.ts';

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
  kpi,
  weekly: true,
  ...(target === undefined ? {} : { target }),
  entries: value === undefined ? [] : [{ ...entry, week: '2024-09-30', value }],
});
const judge = (id: string, last: number | undefined, value: number, target?: number, isCorrection = false) => {
  const kpi = findKpi(id);
  return kpi && unusualIn(kpi, record(id, last, target), week, { value }, isCorrection);
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

it('does not ask why a corrected value is lower, but looks at its digits', () => {
  expect(judge('K0-03', 62, 58, 80, true)).toBeUndefined();
  expect(judge('K0-03', 62, 6.2, 80, true)).toBe('digits');
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
