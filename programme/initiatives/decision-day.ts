import { type Day, fiscalYearName, fullDate } from '../day.ts';

/** A 工程表 is written in the year before its first one; nobody decides it years ahead of that. */
const YEARS_AHEAD = 3;

/** Why a 工程表 cannot have been decided on a day, in a sentence. @param year its first one */
export function decisionDayTrouble(day: Day, year: number, today: Day): string | undefined {
  if (day > today) return `${fullDate(day)}はまだ来ていません。決定した日を書いてください。`;
  if (day >= `${year - YEARS_AHEAD}-04-01`) return undefined;
  return `${fullDate(day)}は、${fiscalYearName(year)}からの工程表の決定日としては前すぎます。年を確かめてください。`;
}
