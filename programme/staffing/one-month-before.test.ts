import { calendarOf } from '../calendar.ts';
import { addDays, type Day, shortDate } from '../day.ts';
import { bestHandedIn, oneMonthBefore } from './one-month-before.ts';

const everyone = calendarOf([]);

test.each([
  ['2025-03-31', '2/27(木)', '2/27(木)'],
  ['2024-12-03', '11/2(土)', '11/1(金)'],
  ['2025-01-15', '12/14(土)', '12/13(金)'],
  ['2025-02-03', '1/2(木)', '12/27(金)'],
  // A leap year: 2/29 is there, and 3/30 has none before it.
  ['2024-03-29', '2/28(水)', '2/28(水)'],
  ['2024-03-30', '2/28(水)', '2/28(水)'],
  ['2024-03-31', '2/28(水)', '2/28(水)'],
  ['2024-02-29', '1/28(日)', '1/26(金)'],
  // Ends of months.
  ['2025-03-28', '2/27(木)', '2/27(木)'],
  ['2025-05-31', '4/29(火)', '4/28(月)'],
  ['2025-07-31', '6/29(日)', '6/27(金)'],
  ['2025-08-31', '7/30(水)', '7/30(水)'],
  ['2025-04-01', '2/28(金)', '2/28(金)'],
  ['2025-03-01', '1/31(金)', '1/31(金)'],
])('a change on %s is due on %s, best handed in on %s', (day, due, best) => {
  expect([shortDate(oneMonthBefore(day)), shortDate(bestHandedIn(day, everyone))]).toEqual([due, best]);
});

test('the own closure of an office moves the day on which it is best handed in, and not the 期限', () => {
  const closed = calendarOf([{ day: '2025-02-27', whom: 'all', reason: '庁舎の停電' }]);
  expect(oneMonthBefore('2025-03-31')).toBe('2025-02-27');
  expect(bestHandedIn('2025-03-31', closed)).toBe('2025-02-26');
});

/** Written apart from the rule, without any function for dates: days of months by the book. */
function dueByHand(day: Day): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const before = month === 1 ? 12 : month - 1;
  const yearBefore = month === 1 ? year - 1 : year;
  const length = lengths[before - 1] ?? 0;
  const write = (y: number, m: number, d: number) => [y, m, d].map((part) => String(part).padStart(2, '0')).join('-');
  const due = Math.min(date, length) - 1;
  if (due > 0) return write(yearBefore, before, due);
  const twoBefore = before === 1 ? 12 : before - 1;
  return write(before === 1 ? yearBefore - 1 : yearBefore, twoBefore, lengths[twoBefore - 1] ?? 0);
}

test('every day of 令和6–8, as counted by hand', () => {
  const wrong: string[] = [];
  let last: Day = '';
  for (let day: Day = '2024-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    const due = oneMonthBefore(day);
    const best = bestHandedIn(day, everyone);
    if (due !== dueByHand(day) || due < last || best > due || !everyone.isOpen(best)) wrong.push(day);
    last = due;
  }
  expect(wrong).toEqual([]);
});
