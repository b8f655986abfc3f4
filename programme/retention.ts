import { type Day, fiscalYearOf, instantOf } from './day.ts';

/**
 * The first moment of what is still kept. A record is kept for so many whole fiscal years after the one it is from:
 * with 5 years, what was written in 令和2年度 is kept until the end of 令和7年度.
 */
export function keptFrom(today: Day, years: number): Date {
  return instantOf(`${fiscalYearOf(today) - years}-04-01`);
}
