import { addDays, Day, daysBetween } from '../../programme/day.ts';

/** A day without a year that is further back than this means the coming year's. */
const DAYS_BACK = 90;
const NAMED = new Map([
  ['今日', 0],
  ['本日', 0],
  ['明日', 1],
  ['明後日', 2],
]);
const REIWA = 2018;
const DAY = /^(?:(令和|R)?(\d{1,4}|元)[-/年.])?(\d{1,2})[-/月.](\d{1,2})日?(?:\([日月火水木金土]曜?日?\))?$/i;
const TIME = /^(午前|午後)?(\d{1,2})(?::(\d{2})|時(?:(\d{1,2})分|(半))?)$/;

/** 12/17, 12月17日(木), 2026-12-17, 令和8年12月17日, R8.12.17, 明日 */
export function daySaid(word: string, today: Day): Day | undefined {
  const named = NAMED.get(word);
  if (named !== undefined) return addDays(today, named);
  const [found, era, year, month = '', date = ''] = DAY.exec(word) ?? [];
  if (!found) return undefined;
  if (year === undefined) return nearest(today, month, date);
  if (era === undefined && year.length < 4) return undefined;
  return valid(era ? REIWA + (year === '元' ? 1 : Number(year)) : Number(year), month, date);
}

/** 14:00, 14時, 14時半, 午後2時 */
export function timeSaid(word: string): string | undefined {
  const [found, half, hours, minutes, spoken, halfPast] = TIME.exec(word) ?? [];
  if (!found) return undefined;
  const hour = Number(hours) + (half === '午後' && Number(hours) < 12 ? 12 : 0);
  const minute = halfPast ? 30 : Number(minutes ?? spoken ?? 0);
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** 10/7-10/11, 10月7日から11日まで, 12/28～1/5: both days, the second one counted from the first. */
export function daysSaid(word: string, today: Day): readonly [from: Day, until: Day] | undefined {
  for (const { index, 0: sign } of word.matchAll(/[-~〜–―ー]|から/g)) {
    const from = daySaid(word.slice(0, index), today);
    const rest = word.slice(index + sign.length).replace(/まで$/, '');
    const until = from && (daySaid(rest, from) ?? daySaid(`${Number(from.slice(5, 7))}/${rest}`, from));
    if (from && until) return [from, until];
  }
  return undefined;
}

function nearest(today: Day, month: string, date: string): Day | undefined {
  const year = Number(today.slice(0, 4));
  const day = valid(year, month, date);
  return day !== undefined && daysBetween(day, today) > DAYS_BACK ? valid(year + 1, month, date) : day;
}

function valid(year: number, month: string, date: string): Day | undefined {
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return Day.safeParse(day).success ? day : undefined;
}
