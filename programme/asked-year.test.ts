import { askedYear, currentWeek, isLateWeek, programmeOfYear, refuseOver, shownDay, yearOver } from './asked-year.ts';
import { closingYear, type Programme, programmes, settingsOf, yearsOf } from './programme.ts';

const slot = { weekday: 1, time: '09:00' };
const before: Programme = {
  ...{ name: '令和6年度の事業', prefecture: '長野県', fiscalYear: 2024, start: '2024-05-13', end: '2025-03-14' },
  ...{ checkIn: slot, nudge: slot, digest: slot, layout: 2 },
  closures: [
    { day: '2024-12-28', whom: '203033', reason: '議会対応' },
    { day: '2024-10-01', whom: 'all', reason: '県民の日' },
  ],
};
const closed = closingYear(before, new Date('2025-04-01T00:00:00Z'));
const now: Programme = {
  ...{ ...before, name: '令和7年度の事業', fiscalYear: 2025, start: '2025-04-14', end: '2026-03-13' },
  ...{ closures: [], closed: [closed] },
};
const at = (moment: string) => new Date(`${moment}T10:00:00+09:00`);

test('a year that is closed keeps what was set for it, and takes what is late until the end of May', () => {
  const { layout: _how, ...settings } = before;
  expect(closed).toEqual({ ...settings, closedAt: '2025-04-01T00:00:00.000Z', lateUntil: '2025-05-31' });
  expect(yearsOf(now)).toEqual([2024, 2025]);
  expect(settingsOf(now, 2024)).toEqual(settings);
  expect(settingsOf(now, 2023)).toBeUndefined();
});

test.each<[string, Parameters<typeof askedYear>[0], number | undefined]>([
  ['nothing', {}, undefined],
  ['the year in force', { year: 2025 }, 2025],
  ['a year, as a button or a sentence says it', { year: '2024' }, 2024],
  ['a week of the year that is over', { week: '2025-03-10' }, 2024],
  ['a week of this year', { week: '2025-04-14' }, undefined],
  ['the week in which this year began', { week: '2025-03-31' }, undefined],
  ['a week of a year that nobody knows', { week: '2021-03-08' }, undefined],
  ['what is no week', { week: 'いつか' }, undefined],
])('%s asks about that year', (_, given, year) => {
  expect(askedYear(given, now)).toBe(year);
});

test('a year is seen as of its end, and the year in force as of today', () => {
  const over = programmeOfYear(now, 2024);
  expect([over.name, over.fiscalYear, yearOver(over), yearOver(now)]).toEqual([
    '令和6年度の事業',
    2024,
    2024,
    undefined,
  ]);
  expect(programmeOfYear(now, undefined)).toBe(now);
  expect([shownDay(over, at('2025-05-07')), shownDay(now, at('2025-05-07'))]).toEqual(['2025-03-31', '2025-05-07']);
  expect([currentWeek(over, at('2025-05-07')), currentWeek(now, at('2025-05-07'))]).toEqual([
    '2025-03-10',
    '2025-05-05',
  ]);
  expect([isLateWeek(over, '2025-03-10'), isLateWeek(over, '2025-03-03'), isLateWeek(now, '2026-03-09')]).toEqual([
    true,
    false,
    false,
  ]);
});

test('a year that nobody knows is refused with those there are', () => {
  expect(() => programmeOfYear(now, 2030)).toThrow(
    '令和12年度の記録はありません。見られるのは令和6年度・令和7年度です。',
  );
  expect(() => programmeOfYear(now, Number.NaN)).toThrow('その年度の記録はありません。');
});

test('a year that is over is reported on up to the day on which 出納整理 ends', () => {
  const over = programmeOfYear(now, 2024);
  expect(() => refuseOver(over, at('2025-05-31'))).not.toThrow();
  expect(() => refuseOver(over, at('2025-06-01'))).toThrow('令和6年度の報告は5/31(土)で締め切りました。');
  expect(() => refuseOver(now, at('2030-01-01'))).not.toThrow();
});

test('of a municipality that leaves, the closures of every year go', () => {
  const town = { code: '203033', supported: true, has: () => false, auditFrom: new Date(0) };
  const { own, rest } = programmes.belongsTo(now, town) ?? {};
  expect(own?.closed?.[0]?.closures.map(({ day }) => day)).toEqual(['2024-12-28']);
  expect(rest?.closed?.[0]?.closures.map(({ day }) => day)).toEqual(['2024-10-01']);
  const other = { ...town, code: '203041' };
  expect(programmes.belongsTo(now, other)?.rest).toBe(now);
});
