import { type Day, fiscalYearName, shortDate } from '../../programme/day.ts';
import { hoursText, rateText, unconfirmedText } from '../../programme/support/figure-texts.ts';
import { monthName } from '../../programme/support/month.ts';
import type { DaySpan, SupportFigures } from '../../programme/support/support-figures.ts';
import type { OfClosedYear } from '../progress/closed-year.ts';

/** The time that figures are of. */
export type TimeOfFigures = OfClosedYear & {
  readonly fiscalYear: number;
  /** The last day that can be in it: today, or the end of a year that is over. */
  readonly today: Day;
  /** Undefined for the whole year. */
  readonly month?: DaySpan | undefined;
};

export type FigureFact = readonly [label: string, text: string];

/** Nobody is asked for what stands here. */
export const COMPUTED_FROM_RECORDS = '記録から計算しています。報告はいりません。';

export const NOT_YET_COME = 'まだ来ていない月です。';
export const isMonthAhead = ({ month, today }: TimeOfFigures): boolean => month !== undefined && month.from > today;

export function figuresTime({ month, closed, fiscalYear, today }: TimeOfFigures): string {
  if (month) return monthName(month);
  return closed === undefined ? `${fiscalYearName(fiscalYear)}（${shortDate(today)}まで）` : fiscalYearName(fiscalYear);
}

export function figureFacts(figures: SupportFigures): FigureFact[] {
  const { visits, days, minutes, inPerson, unrecorded } = figures;
  const missing: readonly FigureFact[] =
    unrecorded > 0 ? [['未報告', `${unrecorded}回（終わった訪問で、記録がまだです）`]] : [];
  if (visits === 0) return [['回数', '訪問の記録はありません'], ...missing];
  return [
    ['回数', `${visits}回`],
    ['日数', `${days}日`],
    ['時間', hoursText(minutes)],
    ['対面', rateText(inPerson, visits)],
    ['未確認', unconfirmedText(figures)],
    ...missing,
  ];
}

/** Always from the beginning of the year: a month has no plan of its own. */
export const planText = (days: number, planned: number | undefined): string =>
  planned === undefined ? '計画日数がまだありません' : `${rateText(days, planned, '日')}・年度の初めから`;
