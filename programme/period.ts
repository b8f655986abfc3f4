import { HOLIDAYS_KNOWN_UNTIL } from './calendar.ts';
import { addDays, type Day, fiscalYearName, fiscalYearOf, fullDate } from './day.ts';
import type { Programme } from './programme.ts';

/** What days of a programme are held against. */
export type YearPeriod = Pick<Programme, 'fiscalYear' | 'start' | 'end'>;
/** What is wrong, or worth a look, and what to write instead. */
export type DateDoubt = { readonly problem: string; readonly remedy: string };

/** Outside the fiscal year a day is a slip; outside the period but within the year it is only unusual. */
export function outsideOf(period: YearPeriod, day: Day): { impossible?: DateDoubt; unusual?: DateDoubt } {
  const { fiscalYear, start, end } = period;
  if (day >= start && day <= end) return {};
  const within = `事業の期間（${fullDate(start)}〜${fullDate(end)}）`;
  if (fiscalYearOf(day) !== fiscalYear && (day < start || day > end)) {
    const problem = `${fullDate(day)}は${fiscalYearName(fiscalYear)}の日付ではありません`;
    return { impossible: { problem, remedy: `${within}の日付を書いてください` } };
  }
  const problem = `${fullDate(day)}は${within}の外です`;
  return { unusual: { problem, remedy: '正しければそのままで構いません' } };
}

export function closedNote(day: Day): DateDoubt {
  return { problem: `${fullDate(day)}は閉庁日です`, remedy: '正しければそのままで構いません' };
}

/** A programme that goes on after the last known holiday would ask people on holidays, as if those were working days. */
export function holidaysUnknown({ end }: Pick<YearPeriod, 'end'>): DateDoubt | undefined {
  if (end <= HOLIDAYS_KNOWN_UNTIL) return undefined;
  return {
    problem: `${fullDate(addDays(HOLIDAYS_KNOWN_UNTIL, 1))}からの祝日が、伴走ボットの暦にまだありません`,
    remedy: '伴走ボットを新しい版にするか、「閉庁日」にその後の祝日を書いてください',
  };
}
