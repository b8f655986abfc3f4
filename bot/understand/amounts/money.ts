import type { Kpi } from '../../../programme/catalogue.ts';
import type { AmountSaid } from './numbers.ts';

/** As it is kept and as people count it, for the person to see which one was meant. */
export const inYen = (said: string, thousands: number): string =>
  `「${said}」を${thousands.toLocaleString('ja-JP')}千円（${(thousands * 1000).toLocaleString('ja-JP')}円）と読み取りました。`;

/**
 * 1,200 or 800くらい names no unit, and 1,234,567円 is no whole number of thousands of yen: nobody knows what is meant,
 * and a slip of a thousand is the likeliest one.
 */
export const isLooseMoney = (said: string, { approximate, value }: AmountSaid, kpi: Kpi | undefined): boolean =>
  kpi?.unit === '千円' && (approximate || !/[円万億]/.test(said) || !Number.isInteger(value));
