import type { Kpi } from './catalogue.ts';
import { type KpiRecord, lastReading, type Reading } from './kpi-record.ts';
import type { Week } from './week.ts';

/** What makes a value worth a second look; each is asked about once and then taken. */
export type Unusual = 'falls' | 'digits' | 'beyond-target';

export const unusualSentences: Readonly<Record<Unusual, string>> = {
  falls: '前回より下がっています。',
  digits: '前回と桁が違います。',
  'beyond-target': '目標の2倍を超えています。',
};

/** A value this many times the last one, or this small a part of it, has a digit too many or too few. */
const DIGIT = 10;
/** Small counts grow tenfold without a slip: 1 becomes 10. */
const SMALL = 5;

/**
 * Why a value is unusual, compared with the last one of this week or before. The same value again never is.
 * @param isCorrection a correction says itself that the value before was another one, so that it may fall
 */
export function unusualIn(
  kpi: Kpi,
  record: KpiRecord,
  week: Week,
  reading: Reading,
  isCorrection = false,
): Unusual | undefined {
  const last = lastReading(record, week);
  if (isSame(last, reading)) return undefined;
  if (last && isOffByDigits(last, reading)) return 'digits';
  const { target } = record;
  if (kpi.better === 'higher' && target !== undefined && target > 0 && reading.value > target * 2)
    return 'beyond-target';
  return !isCorrection && kpi.better === 'higher' && kpi.type !== 'score' && falls(last, reading) ? 'falls' : undefined;
}

/** What has been done stays done: of a rate it is the part that was counted, whatever it is now a part of. */
function falls(last: Parts | undefined, { value, numerator }: Reading): boolean {
  if (last?.numerator !== undefined && numerator !== undefined) return numerator < last.numerator;
  return last?.value !== undefined && value < last.value;
}

type Parts = { readonly [P in keyof Reading]?: number | undefined };

function isSame(last: Parts | undefined, { value, numerator, denominator }: Reading): boolean {
  return last?.value === value && last.numerator === numerator && last.denominator === denominator;
}

function isOffByDigits(last: Parts, reading: Reading): boolean {
  const pairs = [
    [last.value, reading.value],
    [last.numerator, reading.numerator],
    [last.denominator, reading.denominator],
  ] as const;
  return pairs.some(([before, after]) => {
    if (before === undefined || after === undefined || before <= 0 || after <= 0) return false;
    const [small, large] = before < after ? [before, after] : [after, before];
    return large >= small * DIGIT && large - small > SMALL * 2 - 1;
  });
}
