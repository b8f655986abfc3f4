import { type Day, fiscalYearOf } from '../../../programme/day.ts';
import type { ItemYear } from '../../../programme/programme.ts';
import { numeralOf } from './numerals.ts';

/** The year before the first of the era. */
const ERAS: Readonly<Record<string, number>> = { 令: 2018, r: 2018, 平: 1988, h: 1988 };
const ATTRIBUTE = 'に(?:実施|向け)|以降|以後|から|より|末|中に|までに';
const NUMBER = '(?:\\d{1,4}|元|[一二三四五六七八九十]{1,4})';
/** What is looked at, as it is folded, is looked at year by year: 去年の状況 is of the last fiscal year. */
const LOOKS = '(?:状況|進捗|様子|履歴|だいじぇすと|まとめ)';
const LOOKED_AT = `(?=の?${LOOKS})`;

/** 令和6年度, R6年度, R6, 6年度, 2024年度, 去年度; with what makes it an attribute of an item, which is no question. */
export const YEAR_WORDS = new RegExp(
  `(?:(?:(?:令和|令|平成|(?<![a-z])[rh])\\s?)?${NUMBER}年度|(?<![\\p{Script=Han}])(?:一昨年度|昨年度|去年度|前年度|先年度)|(?<![\\p{Script=Han}])(?:[去昨前]年|(?:来|翌|次)年度)${LOOKED_AT}|(?<=${LOOKS}\\s)[去昨前]年(?=\\s*$)|(?:令和|平成)\\s?${NUMBER}年${LOOKED_AT}|(?<![a-z\\d])r\\d{1,2}(?![\\da-z./年月-]))(?!末まで(?!に))(?:${ATTRIBUTE})?`,
  'giu',
);
/** 令和6年度に実施, 令和7年度以降, 令和7年度から. */
const YEAR_OF_ITEM = new RegExp(`(?:${ATTRIBUTE})$`);
/** 令和6年度中に, 令和6年度末, 令和6年度までに: when something is done, or was. */
const BY_THEN = /(?:末|中に|までに)$/;

const NAMED = new RegExp(
  `^(?:(令和|令|平成|[rh])?(${NUMBER})年度|(令和|平成)(${NUMBER})年|(r)(\\d{1,2})(?:年度?)?)$`,
  'i',
);
/** Years away from that of the day. */
const AWAY: readonly (readonly [RegExp, number])[] = [
  [/^一昨年度?$/, -2],
  [/^[昨去前先]年度?$/, -1],
  [/^[来翌次]年度$/, 1],
];

/** The fiscal year that is said; the last one is the one before the day's own. */
export function yearSaid(said: string, today: Day): number | undefined {
  const word = said.toLowerCase().replace(/\s/g, '');
  const away = AWAY.find(([pattern]) => pattern.test(word));
  if (away) return fiscalYearOf(today) + away[1];
  const [found, era, year, otherEra, otherYear, short, shortYear] = NAMED.exec(word) ?? [];
  if (!found) return undefined;
  const number = numberOf(year ?? otherYear ?? shortYear ?? '');
  const before = ERAS[(era ?? otherEra ?? short ?? '令').slice(0, 1)] ?? 0;
  // Two figures are of an era, four are of the calendar.
  return number >= 1000 ? number : number > 0 && number < 100 ? before + number : undefined;
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

/**
 * The year that a word asks about or reports for. 令和6年度に実施 and 令和7年度以降 say when an item is carried out, and
 * of what year nothing is asked; but what was done in a year before this one is reported for that year.
 */
export function yearMeant(said: string, today: Day): number | undefined {
  if (!YEAR_OF_ITEM.test(said)) return yearSaid(said, today);
  const year = BY_THEN.test(said) ? yearSaid(said.replace(BY_THEN, ''), today) : undefined;
  return year !== undefined && year < fiscalYearOf(today) ? year : undefined;
}

export const isYearOfItem = (said: string, today: Day): boolean =>
  YEAR_OF_ITEM.test(said) && yearMeant(said, today) === undefined;
