import { monthInFull, monthMeant, monthName, monthOfDay, monthSaid, monthsUntil } from './month.ts';

it.each([
  ['11', '2026-11-01', '2026-11-30'],
  ['02', '2027-02-01', '2027-02-28'],
  ['04', '2026-04-01', '2026-04-30'],
  ['this', '2026-12-01', '2026-12-31'],
  ['last', '2026-11-01', '2026-11-30'],
] as const)('%s of a fiscal year', (said, from, until) => {
  expect(monthMeant(said, 2026, '2026-12-31')).toEqual({ from, until });
});

it('先月 in April is the last one of the year before', () => {
  expect(monthMeant('last', 2027, '2027-04-30')).toEqual(monthOfDay('2027-03-15'));
});

it('the months of a year are those that have begun', () => {
  expect(monthsUntil(2026, '2026-06-01').map(({ from }) => from)).toEqual(['2026-04-01', '2026-05-01', '2026-06-01']);
  expect(monthsUntil(2026, '2027-03-31')).toHaveLength(12);
  expect(monthSaid('2027-01-31')).toBe('01');
});

it('a month is named with its era', () => {
  expect(monthName(monthOfDay('2026-11-24'))).toBe('令和8年11月');
});

it.each([
  ['令和8年11月', '11'],
  ['R8.11', '11'],
  ['2026/11', '11'],
  ['2027年2月', '02'],
  ['2026年2月', undefined],
  ['令和7年11月', undefined],
  ['2026年13月', undefined],
  ['11月', undefined],
] as const)('%s is the month of the year it names, where that is this fiscal year', (word, value) => {
  expect(monthInFull(word, '2026-12-01')).toBe(value);
});
