import { calendarOf } from '../calendar.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { isPaperDue, minutesRemindedOn, paperDay } from './paper-day.ts';

const calendar = calendarOf([]);
const meeting: Meeting = {
  ...{ id: 'meeting-1', title: '進捗状況確認会議', kind: 'progress', day: '2026-12-22', start: '14:00', end: '15:30' },
  ...{ place: '県庁', audience: ['prefecture', 'secretariat'] },
};

describe('会議資料', () => {
  it.each([
    ['2026-12-22', '2026-12-17'],
    ['2027-01-05', '2026-12-25'],
  ])('for a meeting on %s is sent on %s, three open days before', (day, sent) => {
    expect(paperDay({ day }, calendar)).toBe(sent);
  });

  it('is of use before a 進捗状況確認会議 that stands, and of no other', () => {
    const before = new Date('2026-12-22T13:59:00+09:00');
    expect(isPaperDue(meeting, before)).toBe(true);
    expect(isPaperDue(meeting, new Date('2026-12-22T14:00:00+09:00'))).toBe(false);
    expect(isPaperDue({ ...meeting, status: 'cancelled' }, before)).toBe(false);
    expect(isPaperDue({ ...meeting, kind: 'working' }, before)).toBe(false);
  });
});

it('minutes are reminded of two open days before they are due', () => {
  expect(minutesRemindedOn({ day: '2026-12-10' }, calendar)).toBe('2026-12-15');
});
