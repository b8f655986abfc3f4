import type { Meeting } from './meeting.ts';
import { meetingNumber, meetingsAround, numberedTitle } from './meeting-number.ts';

const on = (day: string, more: Partial<Meeting> = {}): Meeting => ({
  ...{ id: `meeting-${day}`, title: '進捗状況確認会議', kind: 'progress', day, start: '14:00', end: '15:00' },
  ...{ place: '県庁', audience: ['prefecture'] },
  ...more,
});

describe('回次', () => {
  const all = [
    on('2026-10-20'),
    on('2026-03-20'),
    on('2026-06-18'),
    on('2026-07-16', { status: 'cancelled' }),
    on('2026-08-20', { kind: 'working' }),
  ];
  it.each([
    ['2026-06-18', 1],
    ['2026-10-20', 2],
    ['2026-03-20', 1],
    ['2026-08-20', 1],
    ['2026-07-16', undefined],
  ])('of %s is counted among its kind in the fiscal year, in order of day', (day, number) => {
    const meeting = all.find((each) => each.day === day) as Meeting;
    expect(meetingNumber(meeting, all)).toBe(number);
  });

  it('is what the titles say where people number them, and an extra one among them has none', () => {
    const [first, extra, second] = [
      on('2026-06-18', { title: '第１回進捗状況確認会議' }),
      on('2026-07-02', { title: '臨時の進捗状況確認会議' }),
      on('2026-07-16', { title: '第2回進捗状況確認会議' }),
    ];
    const numbered = [first, extra, second];
    expect(numbered.map((each) => meetingNumber(each, numbered))).toEqual([1, undefined, 2]);
    expect(numberedTitle(second, numbered)).toBe('第2回進捗状況確認会議');
    expect(numberedTitle(on('2026-10-20'), all)).toBe('第2回 進捗状況確認会議');
  });

  it('stands between those of its kind, also over the end of a year, and those that were called off are none', () => {
    const { before, after } = meetingsAround(on('2026-06-18'), all);
    expect([before?.day, after?.day]).toEqual(['2026-03-20', '2026-10-20']);
  });
});
