import type { Kpi } from './catalogue.ts';
import { type KpiRecord, lastReading } from './kpi-record.ts';
import type { Week } from './week.ts';

/** A KPI over several municipalities. Those who have not reported are counted, never taken as zero. */
export type KpiTotal = {
  readonly value: number | undefined;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly reported: number;
  readonly notReported: number;
};

/** Rates are summed and then divided; yes-or-no is counted; graded KPIs have no total, only a count of reports. */
export function totalOf(kpi: Kpi, records: readonly KpiRecord[], week: Week): KpiTotal {
  const readings = records.flatMap((record) => {
    const reading = lastReading(record, week);
    return reading && isSummable(kpi, reading) ? [reading] : [];
  });
  const counts = { reported: readings.length, notReported: records.length - readings.length };
  if (readings.length === 0 || kpi.type === 'stage') return { value: undefined, ...counts };
  if (kpi.type !== 'percent') return { value: sum(readings.map(({ value }) => value)), ...counts };
  const numerator = sum(readings.map((reading) => reading.numerator));
  const denominator = sum(readings.map((reading) => reading.denominator));
  return { value: Math.round((numerator / denominator) * 1000) / 10, numerator, denominator, ...counts };
}

/** A rate without its parts cannot be summed and counts as not reported in a total. */
function isSummable(kpi: Kpi, reading: { readonly denominator?: number | undefined }): boolean {
  return kpi.type !== 'percent' || reading.denominator !== undefined;
}

function sum(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
