import type { Kpi } from '../catalogue.ts';
import type { Week } from '../week.ts';
import { type KpiEntry, type KpiRecord, lastSaid } from './kpi-record.ts';

/**
 * A KPI over several municipalities. Those who have not reported are counted, never taken as zero;
 * those with 未実施（確認済） have answered and have nothing to add.
 */
export type KpiTotal = {
  readonly value: number | undefined;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly reported: number;
  readonly notReported: number;
};

/** Rates by what they are parts of, means by how many answered; without that they cannot be put together. */
export const isWeighed = ({ denominator, answers }: Kpi): boolean => (denominator ?? answers) !== undefined;

/** Whatever has parts is summed and then divided; yes-or-no is counted; means are weighed by their answers; grades and means without parts have no total. */
export function totalOf(kpi: Kpi, records: readonly KpiRecord[], week: Week): KpiTotal {
  const said = records.map((record) => lastSaid(record, week));
  const nothing = said.filter((entry) => entry?.kind === 'confirmedNone').length;
  const readings = said.flatMap((entry) => {
    if (entry?.kind !== 'value') return [];
    return isWeighed(kpi) && entry.denominator === undefined ? [] : [entry];
  });
  const counts = { reported: readings.length, notReported: records.length - nothing - readings.length };
  if (readings.length === 0) return { value: undefined, ...counts };
  if (kpi.denominator !== undefined) return { ...quotient(kpi, readings), ...counts };
  if (kpi.answers !== undefined) return { ...weightedMean(readings), ...counts };
  const adds = kpi.total === 'sum' || kpi.total === 'countTrue';
  return { value: adds ? sum(readings.map(({ value }) => value)) : undefined, ...counts };
}

/** A rate without its parts cannot be summed and counts as not reported in a total. */
function quotient(kpi: Kpi, readings: readonly KpiEntry[]): Pick<KpiTotal, 'value' | 'numerator' | 'denominator'> {
  const numerator = sum(readings.map((reading) => reading.numerator));
  const denominator = sum(readings.map((reading) => reading.denominator));
  const scale = kpi.type === 'percent' ? 1000 : 10;
  return { value: Math.round((numerator / denominator) * scale) / 10, numerator, denominator };
}

/** Each mean counts as often as there were answers; one without their number cannot be weighed. */
function weightedMean(readings: readonly KpiEntry[]): Pick<KpiTotal, 'value' | 'denominator'> {
  const denominator = sum(readings.map((reading) => reading.denominator));
  const points = sum(readings.map(({ value = 0, denominator: answers = 0 }) => value * answers));
  return { value: Math.round((points / denominator) * 10) / 10, denominator };
}

function sum(values: readonly (number | undefined)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}
