import type { Kpi } from '../catalogue.ts';
import type { Day } from '../day.ts';
import { type DateDoubt, outsideOf, type YearPeriod } from '../period.ts';
import type { ItemYear } from '../programme.ts';

const LATER_THAN_START = '開始日より後の日付を書いてください';
const RIGHT_AS_IT_IS = '正しければそのままで構いません';

/** An item of this year falls due in this year; a later one may fall due any time after the programme has begun. */
export function itemDueTrouble(
  period: YearPeriod | undefined,
  year: ItemYear | undefined,
  due: Day,
): DateDoubt | undefined {
  if (year === 'none')
    return { problem: '対象外の項目に期限があります', remedy: '期限を空にするか、実施年度を直してください' };
  if (period === undefined) return undefined;
  if (year === 'this') return outsideOf(period, due).impossible;
  return due < period.start ? { problem: '期限が事業の開始日より前です', remedy: LATER_THAN_START } : undefined;
}

/** Some KPIs are measured after the period has ended; none before it has begun. */
export function kpiDueTrouble(period: YearPeriod, due: Day): { impossible?: DateDoubt; unusual?: DateDoubt } {
  if (due < period.start) return { impossible: { problem: '期限が事業の開始日より前です', remedy: LATER_THAN_START } };
  if (due > period.end) return { unusual: { problem: '期限が事業の終了日より後です', remedy: RIGHT_AS_IT_IS } };
  return {};
}

/** Whether the target lies where the KPI would have become worse. */
export const isWorse = (kpi: Kpi, target: number, baseline: number): boolean =>
  kpi.better === 'higher' ? target < baseline : target > baseline;

export const worseNote = ({ better }: Kpi): DateDoubt => ({
  problem: `目標値が基準値より${better === 'higher' ? '低く' : '高く'}なっています`,
  remedy: RIGHT_AS_IT_IS,
});
