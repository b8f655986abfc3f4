import { shortDate } from '../day.ts';
import { isCancelled, meetingTime } from '../meetings/meeting.ts';
import { meetingsInOrder } from '../meetings/said.ts';
import { openDeadline } from '../progress/step-standing.ts';
import { currentAssignment } from '../support/assignment.ts';
import type { DaySpan } from '../support/support-figures.ts';
import { monthlyFact } from './monthly-dispatch.ts';
import type { DrawnMonth } from './monthly-records.ts';
import { type MonthlyPart, monthAfter } from './monthly-report.ts';

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

/** 体制の変更・予定 of the experts: whose 派遣 begins or ends in the month or the one after. */
export function staffingPart({ span, support, nameOf }: DrawnMonth): MonthlyPart {
  const both = { from: span.from, until: monthAfter(span).until };
  const rows = support.flatMap(({ municipality: { code, name }, assignments }) =>
    assignments
      .filter(({ active }) => active !== false)
      .flatMap((assignment) => {
        const { from, until } = currentAssignment(assignment);
        const before = assignment.after === undefined ? '派遣の開始' : `交代（前任 ${nameOf(assignment.after)}さん）`;
        const what = [
          ...(isIn(both, from) ? [[from, before] as const] : []),
          ...(isIn(both, until) ? [[until, '派遣の終了'] as const] : []),
        ];
        return what.map(([day, said]) => ({
          municipality: code,
          day,
          cells: [name, shortDate(day), said, `${nameOf(assignment.expert)}さん`],
        }));
      }),
  );
  const inOrder = rows.toSorted((a, b) => (a.municipality + a.day < b.municipality + b.day ? -1 : 1));
  return {
    field: 'staffing',
    facts: rows.length === 0 ? [monthlyFact('派遣人材', '変更はありません')] : [],
    table: {
      head: ['市町村', '日', '内容', '派遣人材'],
      rows: inOrder.map(({ municipality, cells }) => ({ municipality, cells })),
    },
  };
}
