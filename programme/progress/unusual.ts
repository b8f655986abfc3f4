import { findStage, type Kpi } from '../catalogue.ts';
import type { Week } from '../week.ts';
import { type ItemRecord, itemPercent } from './item-record.ts';
import { type KpiReading, type KpiRecord, lastReading } from './kpi-record.ts';

/** What makes a value worth a second look; each is asked about once and then taken. */
export type Unusual = 'falls' | 'digits' | 'share' | 'beyond-target' | 'nothing' | 'rate-only' | 'stage-falls';

export const unusualSentences: Readonly<Record<Unusual, string>> = {
  falls: '前回より下がっています。',
  digits: '前回と桁が違います。',
  share: '1%より小さい値です。0.35が35%のことでしたら「35」のように送り直してください。',
  'beyond-target': '目標の2倍を超えています。',
  nothing: 'どちらも0なので、値ではなく「未実施（確認済）」として記録します。',
  'rate-only':
    '割合だけでしたので、前回の分母で計算しました。人数や件数が違うときは「26/32」のように送り直してください。',
  'stage-falls': '前回より前の段階に戻ります。',
};

/** A value this many times the last one, or this small a part of it, has a digit too many or too few. */
const DIGIT = 10;
/** Small counts grow tenfold without a slip: 1 becomes 10. */
const SMALL = 5;

/**
 * Why a value is unusual, compared with the last one of this week or before. The same value again never is; a
 * correction is looked at like any other report, since a slip in it takes away what was right.
 */
export function unusualIn(kpi: Kpi, record: KpiRecord, week: Week, reading: KpiReading): Unusual | undefined {
  const last = lastReading(record, week);
  if (isSame(last, reading)) return undefined;
  if (last && isOffByDigits(last, reading)) return 'digits';
  if (isShare(kpi, reading) && !isShare(kpi, last)) return 'share';
  const { target } = record;
  if (kpi.better === 'higher' && target !== undefined && target > 0 && reading.value > target * 2)
    return 'beyond-target';
  return kpi.better === 'higher' && kpi.type !== 'score' && falls(last, reading) ? 'falls' : undefined;
}

/** 0.35 of a rate that is counted in per cent, without its parts: most likely 35 %. */
const isShare = ({ unit }: Kpi, reading: Parts | undefined): boolean =>
  unit === '%' && reading?.numerator === undefined && (reading?.value ?? 0) > 0 && (reading?.value ?? 0) < 1;

/** Whether a stage takes back what was reached, 未実施（確認済） included. */
export function stageFalls(record: ItemRecord, stage: string): boolean {
  const [before, after] = [itemPercent(record), findStage(stage)?.percent];
  return before !== undefined && (after === undefined ? before > 0 : after < before);
}

/** What has been done stays done: neither the rate nor the part that was counted gets less without a question. */
function falls(last: Parts | undefined, { value, numerator }: KpiReading): boolean {
  const isLess = (before: number | undefined, after: number | undefined) =>
    before !== undefined && after !== undefined && after < before;
  return isLess(last?.value, value) || isLess(last?.numerator, numerator);
}

type Parts = { readonly [P in keyof KpiReading]?: number | undefined };

function isSame(last: Parts | undefined, { value, numerator, denominator }: KpiReading): boolean {
  return last?.value === value && last.numerator === numerator && last.denominator === denominator;
}

function isOffByDigits(last: Parts, reading: KpiReading): boolean {
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
