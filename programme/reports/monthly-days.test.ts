import { calendarOf } from '../calendar.ts';
import { addDays } from '../day.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { monthOfDay } from '../support/month.ts';
import { meetingAskedOn, monthlyDraftDay, monthlyMeeting } from './monthly-days.ts';

const calendar = calendarOf([]);
const on = (day: string, more: Partial<Meeting> = {}): Meeting => ({
  ...{ id: `meeting-${day}`, title: '進捗状況確認会議', kind: 'progress', day, start: '14:00', end: '15:30' },
  ...{ place: '県庁', audience: ['prefecture'], ...more },
});
const END = '2027-03-12';
const draftDay = (month: string, ...meetings: readonly Meeting[]) => {
  const span = monthOfDay(`${month}-01`);
  return monthlyDraftDay(span, monthlyMeeting(meetings, span), END, calendar);
};

describe('the day on which the report of a month is drafted', () => {
  it.each([
    // Five open days: over a weekend, over holidays, over both.
    ['2026-11', '2026-11-27', '2026-11-19'],
    ['2026-09', '2026-09-25', '2026-09-15'],
    ['2026-05', '2026-05-12', '2026-05-01'],
    ['2026-12', '2026-12-24', '2026-12-17'],
    // Never before the month has begun.
    ['2026-10', '2026-10-02', '2026-10-01'],
    ['2027-01', '2027-01-08', '2027-01-04'],
    ['2026-11', '2026-11-04', '2026-11-02'],
  ])('%s with a meeting on %s: %s', (month, meeting, day) => expect(draftDay(month, on(meeting))).toBe(day));

  it.each([
    ['2026-10', '2026-10-23'],
    ['2026-12', '2026-12-21'],
    // The programme ends in the middle of a month.
    ['2027-03', '2027-03-05'],
    ['2027-02', '2027-02-18'],
  ])('%s without one: %s, before its last open day', (month, day) => expect(draftDay(month)).toBe(day));

  it('goes by the first meeting of the month that is planned, and by no other', () => {
    const others = [on('2026-11-10', { status: 'cancelled' }), on('2026-11-11', { kind: 'other' }), on('2026-12-10')];
    expect(draftDay('2026-11', ...others)).toBe(draftDay('2026-11'));
    expect(draftDay('2026-11', ...others, on('2026-11-30'), on('2026-11-27'))).toBe('2026-11-19');
  });

  it('is an open day of the month, whichever day the meeting is on', () => {
    for (let day = '2026-04-01'; day <= '2027-03-31'; day = addDays(day, 1)) {
      const found = draftDay(day.slice(0, 7), on(day));
      expect(calendar.isOpen(found)).toBe(true);
      expect(found.slice(0, 7)).toBe(day.slice(0, 7));
    }
  });
});

it.each([
  ['2026-11', '2026-11-10'],
  ['2026-10', '2026-10-13'],
  ['2027-01', '2027-01-12'],
  ['2026-05', '2026-05-11'],
])('it is said on the 10th of %s that no meeting is planned, or on the next open day: %s', (month, day) =>
  expect(meetingAskedOn(monthOfDay(`${month}-01`), calendar)).toBe(day),
);
