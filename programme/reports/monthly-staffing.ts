import { dayOf, shortDate } from '../day.ts';
import { asHandedIn, currentFiling, filingState } from '../filing.ts';
import { requestStanding } from '../help/request-standing.ts';
import { changeKindNames, changeStanding, type StaffingChange, whoChanges } from '../staffing/staffing-change.ts';
import { currentAssignment } from '../support/assignment.ts';
import { inquiryStateName } from './inquiry.ts';
import type { DrawnMonth } from './monthly-records.ts';
import { type MonthlyPart, monthAfter, monthlyFact } from './monthly-report.ts';

/** What a change of the staff is of, where it is of no one municipality. */
const OF_ALL = '受託者の体制';

type Row = NonNullable<MonthlyPart['table']>['rows'][number] & { readonly order: string };

/** 体制の変更・予定: whose 派遣 begins or ends in the month or the one after, and the 体制変更 that were handed in. */
export function staffingPart(month: DrawnMonth): MonthlyPart {
  const rows = [...changeRows(month), ...assignmentRows(month)].toSorted((a, b) => (a.order < b.order ? -1 : 1));
  return {
    field: 'staffing',
    facts: rows.length === 0 ? [monthlyFact('体制', '変更も予定もありません')] : [],
    table: { head: ['団体', '日', '内容', '氏名'], rows: rows.map(({ order: _, ...row }) => row) },
  };
}

const isNear = ({ span }: DrawnMonth, day: string): boolean => span.from <= day && day <= monthAfter(span).until;

/** What was taken off the table, or refused, is no plan any more. */
const isPlanned = (change: StaffingChange): boolean => !['withdrawn', 'refuse'].includes(filingState(change));

function changeRows(month: DrawnMonth): readonly Row[] {
  return month.staffing
    .flatMap((change) => asHandedIn(change) ?? [])
    .filter((change) => isPlanned(change) && isNear(month, currentFiling(change).content.day))
    .map((change) => {
      const { kind, day, ...who } = currentFiling(change).content;
      const what = `${changeKindNames[kind]}（${changeStanding(change, month.untilDay)}）`;
      return { order: `0${day}`, cells: [OF_ALL, shortDate(day), what, whoChanges(who)] };
    });
}

function assignmentRows(month: DrawnMonth): readonly Row[] {
  const { support, nameOf } = month;
  return support.flatMap(({ municipality: { code, name }, assignments }) =>
    assignments
      .filter(({ active }) => active !== false)
      .flatMap((assignment) => {
        const { from, until } = currentAssignment(assignment);
        const begins = assignment.after === undefined ? '派遣の開始' : `交代（前任 ${nameOf(assignment.after)}さん）`;
        const days = [[from, begins] as const, [until, '派遣の終了'] as const].filter(([day]) => isNear(month, day));
        return days.map(([day, what]) => ({
          ...{ municipality: code, order: `1${code}${day}` },
          cells: [name, shortDate(day), what, `${nameOf(assignment.expert)}さん`],
        }));
      }),
  );
}

/** 県への依頼・協議事項: what was asked of the prefecture in the month, or goes on. */
export function requestsPart({ inquiries, span, until }: DrawnMonth): MonthlyPart {
  const own = inquiries.filter((inquiry) => {
    if (inquiry.direction !== 'consultation' || inquiry.at > until.toISOString()) return false;
    const { state } = requestStanding(inquiry, until);
    return state === 'done' ? dayOf(new Date(inquiry.at)) >= span.from : state !== 'withdrawn';
  });
  const rows = own.map((inquiry) => {
    const standing = inquiryStateName(inquiry, requestStanding(inquiry, until));
    const cells = [shortDate(dayOf(new Date(inquiry.at))), inquiry.text, standing];
    return { ...(inquiry.municipality ? { municipality: inquiry.municipality } : {}), cells };
  });
  return { field: 'requestsToPref', facts: [], table: { head: ['日', '協議', '状態'], rows } };
}
