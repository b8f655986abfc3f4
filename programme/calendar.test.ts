import fc from 'fast-check';
import {
  addOpenDays,
  type Closure,
  calendarOf,
  HOLIDAYS_KNOWN_UNTIL,
  isNationallyClosed,
  nextOpenDay,
  previousOpenDay,
} from './calendar.ts';
import { addDays, type Day, daysBetween, weekdayOf } from './day.ts';

/** 国民の祝日・休日 as 内閣府 publishes them, from April 2024 to May 2027. */
const holidays: Readonly<Record<string, string>> = {
  2024: '04-29 05-03 05-04 05-05 05-06 07-15 08-11 08-12 09-16 09-22 09-23 10-14 11-03 11-04 11-23',
  2025: '01-01 01-13 02-11 02-23 02-24 03-20 04-29 05-03 05-04 05-05 05-06 07-21 08-11 09-15 09-23 10-13 11-03 11-23 11-24',
  2026: '01-01 01-12 02-11 02-23 03-20 04-29 05-03 05-04 05-05 05-06 07-20 08-11 09-21 09-22 09-23 10-12 11-03 11-23',
  2027: '01-01 01-11 02-11 02-23 03-21 03-22 04-29 05-03 05-04 05-05',
};
const allHolidays = Object.entries(holidays).flatMap(([year, dates]) =>
  dates.split(' ').map((date) => `${year}-${date}`),
);

const TOWN = '203033';
const VILLAGE = '203041';
const day = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2020-01-01', n));
const closure = fc.record<Closure>({
  day,
  whom: fc.constantFrom('all', TOWN, VILLAGE),
  reason: fc.constant('開庁記念日'),
});
const closures = fc.array(closure, { maxLength: 40 });
const everyone = calendarOf([]);

const daysFrom = (first: Day, last: Day): Day[] =>
  Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, i) => addDays(first, i));

describe('閉庁日', () => {
  it('holds all 62 holidays', () => {
    expect(allHolidays).toHaveLength(62);
    expect(allHolidays.filter((holiday) => everyone.isOpen(holiday))).toEqual([]);
  });

  it('holds nothing but weekends, those holidays and the turn of the year', () => {
    const surprising = daysFrom('2024-04-01', '2027-05-05').filter((d) => {
      const isWeekend = [0, 6].includes(weekdayOf(d));
      const isYearEnd = ['12-29', '12-30', '12-31', '01-01', '01-02', '01-03'].includes(d.slice(5));
      return isNationallyClosed(d) !== (isWeekend || isYearEnd || allHolidays.includes(d));
    });
    expect(surprising).toEqual([]);
  });

  it.each([
    ['2026-09-22', '国民の休日'],
    ['2027-03-22', '振替休日'],
    ['2024-08-12', '振替休日'],
    ['2024-12-29', '年末'],
    ['2024-12-31', '年末'],
    ['2025-01-03', '年始'],
    ['2024-09-21', '土曜'],
    ['2024-09-22', '日曜'],
  ])('%s は%s', (d) => {
    expect(everyone.isOpen(d)).toBe(false);
  });

  it.each(['2024-12-27', '2025-01-06', '2026-12-28', '2024-08-13', '2024-08-16', '2024-09-20'])('%s は開庁', (d) => {
    expect(everyone.isOpen(d)).toBe(true);
  });

  it('leaves 140 open days to the programme', () => {
    expect(daysFrom('2024-08-15', '2025-03-14').filter((d) => everyone.isOpen(d))).toHaveLength(140);
  });
});

describe('a closure', () => {
  it('of one municipality concerns only that one', () => {
    const own: Closure[] = [{ day: '2024-10-01', whom: TOWN, reason: '町制記念日' }];
    expect(calendarOf(own, TOWN).isOpen('2024-10-01')).toBe(false);
    expect(calendarOf(own, VILLAGE).isOpen('2024-10-01')).toBe(true);
    expect(calendarOf(own).isOpen('2024-10-01')).toBe(true);
  });

  it('for all concerns everybody', () => {
    const all: Closure[] = [{ day: '2024-10-01', whom: 'all', reason: '県民の日' }];
    for (const calendar of [calendarOf(all), calendarOf(all, TOWN), calendarOf(all, VILLAGE)]) {
      expect(calendar.isOpen('2024-10-01')).toBe(false);
    }
  });

  it('never opens a day that was closed', () => {
    fc.assert(
      fc.property(closures, closures, day, fc.constantFrom(undefined, TOWN, VILLAGE), (some, more, d, whose) => {
        const before = calendarOf(some, whose).isOpen(d);
        const after = calendarOf([...some, ...more], whose).isOpen(d);
        expect(after && !before).toBe(false);
      }),
    );
  });

  it('only moves the next open day later and the previous one earlier', () => {
    fc.assert(
      fc.property(closures, closures, day, (some, more, d) => {
        const [few, many] = [calendarOf(some, TOWN), calendarOf([...some, ...more], TOWN)];
        expect(nextOpenDay(d, many) >= nextOpenDay(d, few)).toBe(true);
        expect(previousOpenDay(d, many) <= previousOpenDay(d, few)).toBe(true);
      }),
    );
  });
});

describe('the nearest open day', () => {
  it('after a day is open, not before it, stays put, and skips none', () => {
    fc.assert(
      fc.property(closures, day, (some, d) => {
        const calendar = calendarOf(some, TOWN);
        const found = nextOpenDay(d, calendar);
        expect(calendar.isOpen(found)).toBe(true);
        expect(found >= d).toBe(true);
        expect(nextOpenDay(found, calendar)).toBe(found);
        expect(daysFrom(d, addDays(found, -1)).some(calendar.isOpen)).toBe(false);
      }),
    );
  });

  it('before a day is open, not after it, stays put, and skips none', () => {
    fc.assert(
      fc.property(closures, day, (some, d) => {
        const calendar = calendarOf(some, TOWN);
        const found = previousOpenDay(d, calendar);
        expect(calendar.isOpen(found)).toBe(true);
        expect(found <= d).toBe(true);
        expect(previousOpenDay(found, calendar)).toBe(found);
        expect(daysFrom(addDays(found, 1), d).some(calendar.isOpen)).toBe(false);
      }),
    );
  });

  it('is a fault of the data when an office never opens', () => {
    expect(() => nextOpenDay('2024-09-20', { isOpen: () => false })).toThrow(RangeError);
  });
});

describe('counting open days', () => {
  it('passes weekends, holidays and the turn of the year', () => {
    expect(addOpenDays('2024-09-20', 1, everyone)).toBe('2024-09-24');
    expect(addOpenDays('2024-09-24', -1, everyone)).toBe('2024-09-20');
    expect(addOpenDays('2024-12-27', 1, everyone)).toBe('2025-01-06');
    expect(addOpenDays('2025-03-14', -3, everyone)).toBe('2025-03-11');
  });

  it('from an open day and back again ends where it began', () => {
    fc.assert(
      fc.property(closures, day, fc.integer({ min: -30, max: 30 }), (some, d, n) => {
        const calendar = calendarOf(some, TOWN);
        const from = nextOpenDay(d, calendar);
        const there = addOpenDays(from, n, calendar);
        expect(addOpenDays(there, -n, calendar)).toBe(from);
        const [first, last] = n < 0 ? [there, from] : [from, there];
        expect(daysFrom(first, last).filter(calendar.isOpen)).toHaveLength(Math.abs(n) + 1);
      }),
    );
  });
});

test('the holidays of all programmes of today are known, and of which years is said', () => {
  expect(HOLIDAYS_KNOWN_UNTIL).toMatch(/^20[3-9]\d-12-31$/);
  const year = HOLIDAYS_KNOWN_UNTIL.slice(0, 4);
  expect(isNationallyClosed(`${year}-11-03`) && isNationallyClosed(`${year}-02-11`)).toBe(true);
  const isHoliday = (day: Day) => isNationallyClosed(day) && ![0, 6].includes(weekdayOf(day));
  expect(['02-11', '04-29', '11-03', '11-23'].some((day) => isHoliday(`${Number(year) + 1}-${day}`))).toBe(false);
});
