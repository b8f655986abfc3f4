import type { Kpi } from '../catalogue.ts';
import { type Day, daysBetween } from '../day.ts';
import type { KpiRecord } from './kpi-record.ts';
import { meetsTarget } from './kpi-value.ts';

/**
 * Green from 90 % of the plan line on, yellow from 70 %, red below; once it is overdue, green only where the target is met.
 * Proposal of the programme, not a national rule.
 */
export type Signal = 'green' | 'yellow' | 'red';

export const signalNames: Readonly<Record<Signal, string>> = { green: '計画どおり', yellow: 'やや遅れ', red: '遅れ' };

/** Where the KPI should be on this day: a straight line from the baseline to the target over the period. */
export function plannedValue(record: KpiRecord, start: Day, day: Day): number | undefined {
  const { baseline, target, due } = record;
  if (baseline === undefined || target === undefined || due === undefined || due <= start) return undefined;
  const share = Math.min(1, Math.max(0, daysBetween(start, day) / daysBetween(start, due)));
  return baseline + (target - baseline) * share;
}

/**
 * How a value stands against the plan line; reversed where lower is better. Yes-or-no and graded KPIs have no line:
 * they are green when met and red when overdue. Undefined where nothing can be said.
 */
export function signalOf(
  kpi: Kpi,
  record: KpiRecord,
  value: number | undefined,
  start: Day,
  day: Day,
): Signal | undefined {
  if (value === undefined || record.target === undefined) return undefined;
  if (meetsTarget(kpi, record, { value })) return 'green';
  if (kpi.type === 'boolean' || kpi.type === 'stage')
    return record.due !== undefined && day > record.due ? 'red' : undefined;
  const planned = plannedValue(record, start, day);
  if (planned === undefined) return undefined;
  const signal = signalOfRatio(kpi.better === 'higher' ? [value, planned] : [planned, value]);
  return signal === 'green' && record.due !== undefined && day > record.due ? 'yellow' : signal;
}

function signalOfRatio([achieved, expected]: readonly [number, number]): Signal {
  if (achieved >= expected) return 'green';
  const ratio = expected === 0 ? 1 : achieved / expected;
  if (ratio >= 0.9) return 'green';
  return ratio >= 0.7 ? 'yellow' : 'red';
}
