import { z } from 'zod';
import { addDays, addMonths, type Day, fiscalYearOf, fullDate } from '../day.ts';
import { inputMeta } from '../input-meta.ts';
import { shownAs } from '../shown.ts';
import type { DaySpan } from './support-figures.ts';

/** In the order of a fiscal year; the last two go by the day on which they are said. */
const MONTHS = ['04', '05', '06', '07', '08', '09', '10', '11', '12', '01', '02', '03'] as const;
const monthChoices = [
  ...MONTHS.map((value) => ({ value, label: `${Number(value)}月` })),
  { value: 'this', label: '今月' },
  { value: 'last', label: '先月' },
];
const monthLabel = (value: unknown): string | undefined => monthChoices.find((each) => each.value === value)?.label;

const FULL = /^(?:(?:令和|令|r)(\d{1,2})[年.]|(\d{4})[年./-])(\d{1,2})月?$/i;
/** 令和元年 is 2019. */
const BEFORE_REIWA = 2018;

/** 令和6年11月 and 2024/11, as cards and calendars write them: a month of another fiscal year is none of this one. */
export function monthInFull(word: string, today: Day): string | undefined {
  const [, era, year, number] = FULL.exec(word) ?? [];
  const value = MONTHS.find((each) => Number(each) === Number(number));
  if (value === undefined) return undefined;
  const of = era === undefined ? Number(year) : BEFORE_REIWA + Number(era);
  return fiscalYearOf(`${of}-${value}-01`) === fiscalYearOf(today) ? value : undefined;
}

const shown = shownAs(27, '月', monthLabel);
/** A month of the fiscal year that is asked about. */
export const month = z
  .enum([...MONTHS, 'this', 'last'])
  .register(inputMeta, { title: '月', reads: 'choice', choices: monthChoices, otherwise: monthInFull, shown });
export type Month = z.infer<typeof month>;

/** All of a month in which this day lies. */
export function monthOfDay(day: Day): DaySpan {
  const from = `${day.slice(0, 7)}-01`;
  return { from, until: addDays(addMonths(from, 1), -1) };
}

/** The month that is meant, of this fiscal year. */
export function monthMeant(said: Month, fiscalYear: number, today: Day): DaySpan {
  if (said === 'this') return monthOfDay(today);
  if (said === 'last') return monthOfDay(addMonths(`${today.slice(0, 7)}-01`, -1));
  return monthOfDay(`${said < '04' ? fiscalYear + 1 : fiscalYear}-${said}-01`);
}

/** Of the month in which a day lies, as it is said. */
export const monthSaid = (day: Day): Month => MONTHS.find((each) => each === day.slice(5, 7)) ?? MONTHS[0];

/** 令和6年11月 */
export const monthName = ({ from }: DaySpan): string => fullDate(from).replace(/月.*$/, '月');

/** The months of a fiscal year up to this day, oldest first. */
export function monthsUntil(fiscalYear: number, day: Day): readonly DaySpan[] {
  return MONTHS.map((each) => monthMeant(each, fiscalYear, day)).filter(({ from }) => from <= day);
}

/** The whole of a fiscal year. */
export const yearSpan = (fiscalYear: number): DaySpan => ({
  from: `${fiscalYear}-04-01`,
  until: `${fiscalYear + 1}-03-31`,
});

export const yearOfSpan = ({ from }: DaySpan): number => fiscalYearOf(from);
