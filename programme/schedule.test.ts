import fc from 'fast-check';
import { calendarOf } from './calendar.ts';
import { addDays, dayOf, instantOf, timeOf } from './day.ts';
import { daily, dueAt, nextOfficeTime, periodOf, preferred, readiness, weekly } from './schedule.ts';

const tokyo = (day: string, time: string) => instantOf(day, time);
const shown = (at: Date | undefined) => at && `${dayOf(at)} ${timeOf(at)}`;
const NATIONAL = calendarOf([]);
const due = (day: string, time: string, rule: 'next-open' | 'previous-open' | 'as-is', calendar = NATIONAL) =>
  shown(dueAt(tokyo(day, time), rule, calendar, periodOf('week', tokyo(day, time))));

describe('when something is due', () => {
  it.each([
    ['an open day', '2024-10-07', '09:00', 'next-open', '2024-10-07 09:00'],
    ['祝日 Monday', '2024-10-14', '09:00', 'next-open', '2024-10-15 09:00'],
    ['振替休日 Monday', '2024-08-12', '09:00', 'next-open', '2024-08-13 09:00'],
    ['a closed Friday: not into the next week', '2024-05-03', '16:00', 'next-open', '2024-05-02 16:00'],
    ['a Sunday wish', '2024-10-13', '10:00', 'next-open', '2024-10-11 10:00'],
    ['a week without an open day', '2024-12-31', '09:00', 'next-open', undefined],
    ['a deadline on a holiday', '2024-11-04', '09:00', 'previous-open', '2024-11-01 09:00'],
    ['年末年始, backwards', '2025-01-02', '09:00', 'previous-open', '2024-12-27 09:00'],
    ['exactly then', '2024-11-04', '20:00', 'as-is', '2024-11-04 20:00'],
    ['before hours', '2024-10-07', '06:30', 'next-open', '2024-10-07 09:00'],
    ['after hours', '2024-10-07', '21:00', 'next-open', '2024-10-07 17:00'],
  ] as const)('%s', (_what, day, time, rule, expected) => {
    expect(due(day, time, rule)).toBe(expected);
  });

  it('follows the closures of the municipality', () => {
    const closed = calendarOf([{ day: '2024-10-07', whom: '202011', reason: '議会' }], '202011');
    expect(due('2024-10-07', '09:00', 'next-open', closed)).toBe('2024-10-08 09:00');
  });

  it('is on an open day within its week, once, whatever the moment', () => {
    const day = fc.integer({ min: 0, max: 2000 }).map((n) => addDays('2023-01-01', n));
    const time = fc
      .integer({ min: 0, max: 47 })
      .map((n) => `${String(n >> 1).padStart(2, '0')}:${n % 2 ? '30' : '00'}`);
    fc.assert(
      fc.property(day, time, (on, at) => {
        const moment = tokyo(on, at);
        const week = periodOf('week', moment);
        const open = [0, 1, 2, 3, 4, 5, 6].some((n) => NATIONAL.isOpen(addDays(dayOf(week.start), n)));
        const found = dueAt(moment, 'next-open', NATIONAL, week);
        expect(found !== undefined).toBe(open);
        if (!found) return;
        expect(NATIONAL.isOpen(dayOf(found))).toBe(true);
        expect(timeOf(found) >= '09:00' && timeOf(found) <= '17:00').toBe(true);
        expect(found >= week.start && found < week.end).toBe(true);
      }),
    );
  });
});

describe('what is late', () => {
  const at = (until: string) => ({
    dueAt: tokyo('2024-10-11', '16:30').toISOString(),
    until,
    hours: 'office' as const,
  });
  const long = at(tokyo('2024-10-18', '00:00').toISOString());
  const short = at(tokyo('2024-10-12', '00:30').toISOString());

  it('goes out the same afternoon', () => {
    expect(readiness(long, tokyo('2024-10-11', '16:29'), NATIONAL)).toBe('later');
    expect(readiness(long, tokyo('2024-10-11', '17:59'), NATIONAL)).toBe('now');
  });

  it('waits out the evening, the weekend and the holiday while it is of use', () => {
    expect(readiness(long, tokyo('2024-10-11', '18:20'), NATIONAL)).toBe('later');
    expect(shown(nextOfficeTime(tokyo('2024-10-11', '18:20'), NATIONAL))).toBe('2024-10-15 09:00');
    expect(readiness(long, tokyo('2024-10-14', '10:00'), NATIONAL)).toBe('later');
    expect(readiness(long, tokyo('2024-10-15', '09:00'), NATIONAL)).toBe('now');
  });

  it('is too late when the next opening comes after its use', () => {
    expect(readiness(short, tokyo('2024-10-11', '18:20'), NATIONAL)).toBe('too-late');
    expect(readiness({ ...short, hours: 'any' }, tokyo('2024-10-11', '18:20'), NATIONAL)).toBe('now');
  });

  it('waits until it may be tried again', () => {
    const notBefore = tokyo('2024-10-11', '16:40').toISOString();
    expect(readiness({ ...long, notBefore }, tokyo('2024-10-11', '16:35'), NATIONAL)).toBe('later');
    expect(readiness({ ...long, notBefore }, tokyo('2024-10-11', '16:40'), NATIONAL)).toBe('now');
  });
});

describe('a schedule', () => {
  it('is a cron pattern with what it is once for', () => {
    expect(weekly({ weekday: 1, time: '09:05' })).toEqual({ pattern: '5 9 * * 1', every: 'week', rule: 'next-open' });
    expect(daily('00:00', 'as-is')).toEqual({ pattern: '0 0 * * *', every: 'day', rule: 'as-is' });
  });

  it('bends to what a person prefers', () => {
    const slot = { weekday: 1, time: '09:00' };
    expect(preferred(slot)).toEqual(slot);
    expect(preferred(slot, { time: '15:00' })).toEqual({ weekday: 1, time: '15:00' });
    expect(preferred(slot, { off: true })).toBeUndefined();
  });

  it('knows the month as well', () => {
    const { start, end } = periodOf('month', tokyo('2024-12-31', '23:59'));
    expect([shown(start), shown(end)]).toEqual(['2024-12-01 00:00', '2025-01-01 00:00']);
  });
});
