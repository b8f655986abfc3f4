import fc from 'fast-check';
import { calendarOf } from '../calendar.ts';
import { addDays, weekdayOf } from '../day.ts';
import { type Meeting, meetingId } from './meeting.ts';
import { remindersOf } from './reminder.ts';
import { calendarFor, freeMeetingId, monthlyDays, nextNumber, seriesOf, slotTrouble } from './schedule.ts';

const programme = { end: '2025-03-14' };
const open = calendarOf([]);
const now = new Date('2024-11-06T10:00:00+09:00');
const slot = { day: '2024-11-21', start: '14:00', end: '15:30' };
const meeting: Meeting = {
  ...slot,
  id: meetingId({ title: '第4回 進捗状況確認会議', ...slot }),
  title: '第4回 進捗状況確認会議',
  kind: 'progress',
  place: '',
  audience: ['all'],
};

describe('a day and time', () => {
  it.each([
    ['is fine', {}, undefined],
    ['may be later today', { day: '2024-11-06', start: '10:01' }, undefined],
    ['may not have begun', { day: '2024-11-06', start: '10:00' }, 'start'],
    ['may not be over', { day: '2024-11-05' }, 'day'],
    ['must end after it starts', { end: '14:00' }, 'end'],
    ['may be for the reports after the programme', { day: '2025-04-14' }, undefined],
    ['may not be long after it', { day: '2025-04-15' }, 'day'],
    ['may not be on a Saturday', { day: '2024-11-23' }, 'day'],
  ])('%s', (_what, changed, input) => {
    expect(slotTrouble({ ...slot, ...changed }, open, programme, now)?.input).toBe(input);
  });

  it('offers the next open day for a closed one, and it is one that can be taken', () => {
    expect(slotTrouble({ ...slot, day: '2024-12-28' }, open, programme, now)?.instead).toBe('2025-01-06');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 120 }), (ahead) => {
        const trouble = slotTrouble({ ...slot, day: addDays('2024-11-06', ahead) }, open, programme, now);
        if (trouble?.instead) {
          expect(slotTrouble({ ...slot, day: trouble.instead }, open, programme, now)).toBeUndefined();
        }
      }),
    );
  });

  it('is closed where the office of anybody who comes is', () => {
    const closures = [{ day: '2024-11-21', whom: '203033', reason: '議会' }];
    expect(calendarFor(['203033', '203041'], closures).isOpen('2024-11-21')).toBe(false);
    expect(calendarFor(['203041'], closures).isOpen('2024-11-21')).toBe(true);
    expect(calendarFor(['all'], closures).isOpen('2024-11-21')).toBe(true);
  });
});

describe('a monthly meeting', () => {
  it('keeps its week and weekday to the end of the programme, and moves off closed days', () => {
    expect(monthlyDays('2024-11-25', open, programme, []).map(({ day }) => day)).toEqual([
      '2024-11-25',
      '2024-12-23',
      '2025-01-27',
      '2025-02-25',
    ]);
    expect(monthlyDays('2024-11-25', open, programme, []).at(-1)?.movedFrom).toBe('2025-02-24');
  });

  it('takes the last such weekday of a month that has no fifth', () => {
    expect(monthlyDays('2024-10-31', open, programme, []).map(({ day }) => day)).toEqual([
      '2024-10-31',
      '2024-11-28',
      '2024-12-26',
      '2025-01-30',
      '2025-02-27',
    ]);
  });

  it('leaves months alone that have one', () => {
    const days = monthlyDays('2024-11-21', open, programme, ['2024-11-21', '2025-01-20']).map(({ day }) => day);
    expect(days).toEqual(['2024-12-19', '2025-02-20']);
  });

  it('is never on a closed day, one a month, within the programme, whenever it begins', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (ahead) => {
        const first = addDays('2024-08-15', ahead);
        const days = monthlyDays(first, open, programme, []);
        for (const { day, movedFrom } of days) {
          expect(open.isOpen(day)).toBe(true);
          expect(day >= first && day <= programme.end).toBe(true);
          expect(weekdayOf(movedFrom ?? day)).toBe(weekdayOf(first));
        }
        const months = days.map(({ day, movedFrom }) => (movedFrom ?? day).slice(0, 7));
        expect(new Set(months).size).toBe(months.length);
      }),
    );
  });

  it('is numbered on from what there is', () => {
    const cancelled: Meeting = { ...meeting, title: '第9回 進捗状況確認会議', status: 'cancelled' };
    const series = seriesOf('進捗状況確認会議', [meeting, cancelled, { ...meeting, title: '研修' }]);
    expect(series).toEqual([meeting]);
    expect([nextNumber(series), nextNumber([])]).toEqual([5, 1]);
  });
});

describe('the id of a new meeting', () => {
  it('is the same for the same meeting, and another one where a moved meeting left its time', () => {
    expect(freeMeetingId(meeting, [])).toBe(meeting.id);
    expect(freeMeetingId(meeting, [meeting])).toBe(meeting.id);
    const moved = { ...meeting, day: '2024-11-22' };
    const second = freeMeetingId(meeting, [moved]);
    expect(second).toBe(`${meeting.id}-2`);
    expect(freeMeetingId(meeting, [moved, { ...meeting, id: second }])).toBe(second);
    const forOthers: Meeting = { ...meeting, audience: ['203041'] };
    expect(freeMeetingId(forOthers, [meeting])).toBe(second);
    expect(freeMeetingId(forOthers, [meeting, { ...forOthers, id: second }])).toBe(second);
  });
});

describe('reminders', () => {
  const shown = (of: Meeting) =>
    remindersOf(of, open).map(({ kind, at, until }) => [kind, at.toISOString(), until.toISOString()]);

  it('come a week before, on the open day before and an hour before', () => {
    expect(shown(meeting)).toEqual([
      ['week', '2024-11-14T00:00:00.000Z', '2024-11-20T00:00:00.000Z'],
      ['day', '2024-11-20T00:00:00.000Z', '2024-11-21T04:00:00.000Z'],
      ['hour', '2024-11-21T04:00:00.000Z', '2024-11-21T05:00:00.000Z'],
    ]);
  });

  it('lie on open days, in order, and none is of a meeting that was called off', () => {
    expect(remindersOf({ ...meeting, status: 'cancelled' }, open)).toEqual([]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 }), (ahead) => {
        const all = remindersOf({ ...meeting, day: addDays('2024-08-15', ahead) }, open);
        const times = all.map(({ at }) => at.getTime());
        expect(times).toEqual(times.toSorted((a, b) => a - b));
        for (const { kind, at } of all)
          if (kind !== 'hour')
            expect(open.isOpen(new Date(at.getTime() + 9 * 3_600_000).toISOString().slice(0, 10))).toBe(true);
      }),
    );
  });
});
