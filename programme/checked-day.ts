import { type Day, fullDate } from './day.ts';

/** Who says a part of dated data, and on which day. */
export type Saying = { readonly by: string; readonly today: Day };

/** What is wrong with a 確認日; undefined where it can be one: nobody has compared anything on a day to come. */
export const checkedDayTrouble = (day: Day, { today }: Saying): string | undefined =>
  day > today ? `確認日は、今日（${fullDate(today)}）か、それより前の日にしてください。` : undefined;
