import fc from 'fast-check';
import { calendarOf } from '../calendar.ts';
import { addDays } from '../day.ts';
import { askedForRecord } from './record-asked.ts';
import { visitRecordDue } from './visit-record.ts';

const calendar = calendarOf([]);

describe('when the record of a visit is asked for', () => {
  it('on the next open day, and two open days before it is due', () => {
    expect(askedForRecord('2026-11-17', calendar)).toEqual([
      { kind: 'first', day: '2026-11-18' },
      { kind: 'last', day: '2026-11-19' },
    ]);
    expect(askedForRecord('2026-10-01', calendar)).toEqual([
      { kind: 'first', day: '2026-10-02' },
      { kind: 'last', day: '2026-10-06' },
    ]);
  });

  it('on open days only, after the visit and never after it is due', () => {
    const days = fc.integer({ min: 0, max: 700 }).map((count) => addDays('2026-04-01', count));
    fc.assert(
      fc.property(days, (visited) => {
        const asked = askedForRecord(visited, calendar);
        expect(asked.length).toBeGreaterThan(0);
        for (const { day } of asked) expect(calendar.isOpen(day) && day > visited).toBe(true);
        for (const { kind, day } of asked)
          if (kind === 'last') expect(day <= visitRecordDue(visited, calendar)).toBe(true);
      }),
    );
  });
});
