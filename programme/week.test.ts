import fc from 'fast-check';
import { addDays, dayOf, daysBetween, weekdayOf } from './day.ts';
import { addWeeks, closesAt, isClosed, Week, weekName, weekOf, weekOfDay } from './week.ts';

const instant = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2060-12-31T00:00:00Z'),
  noInvalidDate: true,
});

describe('a reporting week', () => {
  it('is the Monday on or before the day', () => {
    fc.assert(
      fc.property(instant, (now) => {
        const week = weekOf(now);
        const distance = daysBetween(week, dayOf(now));
        expect(weekdayOf(week)).toBe(1);
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(distance).toBeLessThan(7);
        expect(Week.safeParse(week).success).toBe(true);
      }),
    );
  });

  it('is the same for each of its seven days', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 6 }), (now, days) => {
        const week = weekOf(now);
        expect(weekOfDay(addDays(week, days))).toBe(week);
        expect(weekOfDay(addDays(week, 7))).toBe(addWeeks(week, 1));
      }),
    );
  });

  it('turns at midnight between Sunday and Monday in Japan', () => {
    expect(weekOf(new Date('2024-09-15T14:59:59.999Z'))).toBe('2024-09-09');
    expect(weekOf(new Date('2024-09-15T15:00:00Z'))).toBe('2024-09-16');
  });

  it('crosses the new year without a seam', () => {
    expect(weekOfDay('2025-01-01')).toBe('2024-12-30');
    expect(addWeeks('2024-12-30', 1)).toBe('2025-01-06');
    expect(addWeeks('2024-12-30', -1)).toBe('2024-12-23');
  });

  it.each(['2024-09-15', '2024-09-17', '2024-02-30', '2024-9-16', 'abc'])('is never named %s', (bad) => {
    expect(Week.safeParse(bad).success).toBe(false);
  });

  it('reads 「9/16(月)の週」', () => {
    expect(weekName('2024-09-16')).toBe('9/16(月)の週');
  });
});

describe('closing a week', () => {
  it('happens when the following week is over', () => {
    expect(closesAt('2024-09-16').toISOString()).toBe('2024-09-29T15:00:00.000Z');
    expect(isClosed('2024-09-16', new Date('2024-09-29T14:59:59.999Z'))).toBe(false);
    expect(isClosed('2024-09-16', new Date('2024-09-29T15:00:00Z'))).toBe(true);
  });

  it('leaves this week and the last one open, and no earlier one', () => {
    fc.assert(
      fc.property(instant, (now) => {
        const week = weekOf(now);
        expect([0, -1, -2, -3].map((n) => isClosed(addWeeks(week, n), now))).toEqual([false, false, true, true]);
      }),
    );
  });
});
