import { addDays, addMonths, type Day } from '../day.ts';

/** The months that a season may begin with. */
const SEASONS: Readonly<Record<string, readonly number[]>> = {
  春: [3, 4, 5],
  夏: [6, 7, 8],
  秋: [9, 10, 11],
  冬: [12, 1, 2],
};
const LAST_TIME = /^(?:前回|この前|こないだ|前の会議|前のダイジェスト)/u;
const SAID = '前回|この前|こないだ|前の(?:会議|ダイジェスト)|[春夏秋冬](?:頃|ごろ)?';

/** What people say for a day that is no single one, and how it goes on where it is meant as the first of two. */
export const VAGUE_DAY = `(?:${SAID})(?:の(?:会議|ダイジェスト|報告))?(?:から|より|以来|以降|と(?=比べ|比較|くらべ))`;

/** 夏から何が変わった → 夏 */
export const vagueDayIn = (said: string): string | undefined =>
  new RegExp(`(${SAID})(?:の(?:会議|ダイジェスト|報告))?(?:から|より|以来|以降|と比|とくらべ)`, 'u').exec(said)?.[1];

/** A day that may be meant, and what makes it one. */
export type DayThen = { readonly day: Day; readonly called?: string };

type Known = {
  readonly today: Day;
  /** The first day of which there are records. */
  readonly start: Day;
  /** The last 進捗状況確認会議 that is over. */
  readonly met: Day | undefined;
};

/** The days that may be meant by what was said; those of a season by their months, what is still to come by last year's. */
export function daysThen(said: string, { today, start, met }: Known): readonly DayThen[] {
  const found = LAST_TIME.test(said) ? lastTimes(today, met) : monthsOf(said, today);
  return found.filter(({ day }) => day >= start && day < today);
}

const lastTimes = (today: Day, met: Day | undefined): readonly DayThen[] => [
  ...(met === undefined ? [] : [{ day: met, called: '前の進捗状況確認会議' }]),
  { day: addDays(today, -7), called: '先週' },
  { day: addMonths(today, -1), called: '先月' },
];

function monthsOf(said: string, today: Day): readonly DayThen[] {
  const months = SEASONS[said.charAt(0)] ?? [];
  const year = Number(today.slice(0, 4));
  return months.flatMap((month) => {
    const of = (each: number): Day => `${each}-${String(month).padStart(2, '0')}-01`;
    const day = of(year) < today ? of(year) : of(year - 1);
    return [{ day }];
  });
}
