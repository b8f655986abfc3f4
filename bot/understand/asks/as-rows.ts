import type { Registry } from '../../registry.ts';
import type { Reading } from '../parts/reading.ts';

/** Where several reports are meant, one is a row of them. Anything else is as it was. */
export function asRows(reading: Reading, meant: string, registry: Registry): Reading {
  if (!registry.isMeantBy(meant, 'several')) return reading;
  const rows = rowsIn(reading, registry);
  const { kpi: _k, item: _i, value: _v, numerator: _n, denominator: _d, stage: _s, ...beside } = reading.input;
  if (!rows) return reading;
  const doubt = reading.doubt ?? 'together';
  return { ...reading, command: registry.means('several'), input: { ...beside, ...rows }, doubt };
}

function rowsIn(reading: Reading, registry: Registry): Reading['input'] | undefined {
  const { kpi, item, value, numerator, denominator, stage, ...more } = reading.input;
  if (reading.options || !Object.keys(more).every((name) => BESIDE_ROWS.includes(name))) return undefined;
  const isValue = registry.isMeantBy(reading.command, 'value') && (value ?? numerator) !== undefined;
  const isStage = registry.isMeantBy(reading.command, 'stage') && stage !== undefined;
  if (isValue && typeof kpi === 'string') return { answers: { [kpi]: inWords({ value, numerator, denominator }) } };
  return isStage && typeof item === 'string' ? { stages: { [item]: { stage } } } : undefined;
}

const BESIDE_ROWS: readonly string[] = ['municipality', 'week', 'year'];

const inWords = (given: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, each]) => (each === undefined ? [] : [[name, String(each)] as const])),
  );
