import { type Day, fiscalYearOf } from '../../../programme/day.ts';
import { yearSaid } from '../amounts/years.ts';
import type { Span } from './span.ts';

const YEAR_BEFORE = /(?:(?:令和|令|r)\s?(?:\d{1,2}|元)年|\d{4}年|(?:一昨|[去昨前])年)の?\s*$/;
const MONTH = /^\d{1,2}(?=月)/;

/** 令和7年11月, 去年の2月: the fiscal year in which that month lies, of the words right before it. */
export function yearOfMonth(folded: string, { from, to }: Pick<Span, 'from' | 'to'>, today: Day): Span | undefined {
  const [month] = MONTH.exec(folded.slice(from, to)) ?? [];
  const [said] = YEAR_BEFORE.exec(folded.slice(0, from)) ?? [];
  if (month === undefined || said === undefined) return undefined;
  const year = calendarYear(said.replace(/の?\s*$/, ''), today);
  if (year === undefined) return undefined;
  const of = fiscalYearOf(`${year}-${month.padStart(2, '0')}-01`);
  return { kind: 'year', year: of, from: from - said.length, to: from };
}

/** 去年 is the calendar's here: beside a month nobody counts in fiscal years. */
function calendarYear(said: string, today: Day): number | undefined {
  const thisYear = Number(today.slice(0, 4));
  if (said === '一昨年') return thisYear - 2;
  if (/^[去昨前]年$/.test(said)) return thisYear - 1;
  return /^\d{4}年$/.test(said) ? Number(said.slice(0, 4)) : yearSaid(said.replace(/年$/, '年度'), today);
}
