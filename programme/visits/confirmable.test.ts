import fc from 'fast-check';
import { calendarOf } from '../calendar.ts';
import { addDays, instantOf } from '../day.ts';
import { confirmableSince, confirmationDue } from './visit-record.ts';

it('what may still be confirmed is the same, looked at from today and from the day it was written', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((count) => addDays('2026-04-01', count));
  const closures = fc.array(
    day.map((each) => ({ day: each, whom: 'all', reason: '休み' })),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 30 }), closures, (written, later, closed) => {
      const [today, calendar] = [addDays(written, later), calendarOf(closed)];
      const isOver = today > confirmationDue({ at: instantOf(written, '09:00').toISOString() }, calendar);
      expect(written < confirmableSince(today, calendar)).toBe(isOver);
    }),
    { numRuns: 2_000 },
  );
});
