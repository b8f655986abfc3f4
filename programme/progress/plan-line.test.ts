import type { Kpi } from '../catalogue.ts';
import { findKpi } from '../catalogue.ts';
import { signalOf } from './plan-line.ts';

const [START, DUE] = ['2024-08-15', '2025-03-14'];

describe('a value beside the plan line', () => {
  const kpi = findKpi('K0-03') as Kpi;
  const signal = (value: number, day: string) =>
    signalOf(kpi, { kpi: 'K0-03', baseline: 0, target: 80, due: DUE } as never, value, START, day);

  it.each([
    [40, '2024-11-29', 'green'],
    [37, '2024-11-29', 'green'],
    [30, '2024-11-29', 'yellow'],
    [20, '2024-11-29', 'red'],
    [75, DUE, 'green'],
    [75, '2025-03-15', 'yellow'],
    [80, '2025-03-15', 'green'],
    [50, '2025-03-15', 'red'],
  ] as const)('%d of 80 on %s is %s: near the target is on its way, until it is overdue', (value, day, expected) => {
    expect(signal(value, day)).toBe(expected);
  });
});
