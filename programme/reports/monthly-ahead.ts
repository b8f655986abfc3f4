import { shortDate } from '../day.ts';
import { isCancelled, meetingTime } from '../meetings/meeting.ts';
import { meetingsInOrder } from '../meetings/said.ts';
import { openDeadline } from '../progress/step-standing.ts';
import type { DaySpan } from '../support/support-figures.ts';
import type { DrawnMonth } from './monthly-records.ts';
import { type MonthlyPart, monthAfter, monthlyFact } from './monthly-report.ts';

const isIn = ({ from, until }: DaySpan, day: string): boolean => from <= day && day <= until;

/** 翌月計画: the meetings, and by municipality the visits that are planned and the items that fall due. */
export function aheadPart({ span, meetings, then, support }: DrawnMonth): MonthlyPart {
  const next = monthAfter(span);
  const planned = meetingsInOrder(meetings.filter((meeting) => isIn(next, meeting.day) && !isCancelled(meeting)));
  const towns = support.map(({ municipality }) => municipality).toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const progress = new Map(then.map(({ municipality, after }) => [municipality.code, after]));
  const rows = towns.flatMap(({ code, name }) => {
    const visits = planned.filter(({ visit, audience }) => visit !== undefined && audience.includes(code));
    const after = progress.get(code);
    const due = after?.catalogue.items.flatMap((item) => {
      const day = openDeadline(after.items.get(item.id));
      return day !== undefined && isIn(next, day) ? [`${item.id} ${item.short} ${shortDate(day)}`] : [];
    });
    if (visits.length === 0 && !due?.length) return [];
    const days = visits.map(({ day }) => shortDate(day)).join('、');
    return [{ municipality: code, cells: [name, days || 'なし', due?.join('\n') || 'なし'] }];
  });
  const others = planned.filter(({ visit }) => visit === undefined);
  return {
    field: 'nextMonth',
    facts: others.map((meeting) => monthlyFact(meetingTime(meeting), meeting.title)),
    table: { head: ['市町村', '訪問の予定', '期限の来る項目'], rows },
  };
}
