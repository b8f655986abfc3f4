import { type Day, fiscalYearOf } from '../../programme/day.ts';
import type { ItemYear } from '../../programme/programme.ts';
import { numeralOf } from './numerals.ts';

const REIWA = 2018;
const ATTRIBUTE = 'に(?:実施|向け)|以降|以後|から|より|末|中に|までに';

/** 令和6年度, R6年度, R6, 6年度, 2024年度, 去年度; with what makes it an attribute of an item, which is no question. */
export const YEAR_WORDS = new RegExp(
  `(?:(?:(?:令和|令|(?<![a-z])r)\\s?)?(?:\\d{1,4}|元|[一二三四五六七八九十]+)年度|(?<![\\p{Script=Han}])(?:昨年度|去年度|前年度)|(?<![a-z\\d])r\\d{1,2}(?![\\da-z./年月-]))(?:${ATTRIBUTE})?`,
  'giu',
);
/** 令和6年度に実施, 令和7年度以降, 令和7年度から. */
export const YEAR_OF_ITEM = new RegExp(`(?:${ATTRIBUTE})$`);

const NAMED = /^(?:(令和|令|r)?(\d{1,4}|元|[一二三四五六七八九十]+)年度|r(\d{1,2})(?:年度?)?)$/i;

/** The fiscal year that is said; the last one is the one before the day's own. */
export function yearSaid(said: string, today: Day): number | undefined {
  const word = said.toLowerCase().replace(/\s/g, '');
  if (/^(昨|去|前)年度$/.test(word)) return fiscalYearOf(today) - 1;
  const [found, , year, short] = NAMED.exec(word) ?? [];
  if (!found) return undefined;
  const number = numberOf(year ?? short ?? '');
  // Two figures are of an era, four are of the calendar.
  return number >= 1000 ? number : number > 0 && number < 100 ? REIWA + number : undefined;
}

/** 来年度, 令和9年度以降, 令和8年度に実施: by the programme's year; a year that is over is none of an item. */
export function itemYearSaid(said: string, fiscalYear: number, today: Day): ItemYear | undefined {
  const word = said.replace(YEAR_OF_ITEM, '').replace(/に$/, '');
  if (/^[今本]年度$/.test(word)) return 'this';
  if (/^[翌来]年度$/.test(word)) return 'later';
  const year = yearSaid(word, today);
  if (year === undefined || year < fiscalYear) return undefined;
  return year === fiscalYear ? 'this' : 'later';
}

const numberOf = (said: string): number =>
  said === '元' ? 1 : /^\d+$/.test(said) ? Number(said) : (numeralOf(said) ?? 0);
