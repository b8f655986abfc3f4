import { type Closure, calendarOf, openDaysAfter } from '../calendar.ts';
import { type Day, dayOf, daysBetween, fiscalYearOf } from '../day.ts';
import type { HelpRequest } from '../help/help-request.ts';
import { openDaysOfRequests, solvedInTime } from '../help/request-figures.ts';
import { currentVisit } from '../visits/visit-record.ts';
import { type Assignment, currentAssignment } from './assignment.ts';
import { yearSpan } from './month.ts';
import { satisfactionOf, scoreSum } from './satisfaction.ts';
import { replacementsIn } from './support-figures.ts';
import { type MunicipalSupport, supportOverview } from './support-overview.ts';

/** What is counted of a ミスマッチ: nothing that tells whose it is. */
export type MismatchDays = { readonly reported: Day; readonly heard?: Day | undefined };

/**
 * A KPI of the programme as its records have it. `parts` are kept beside each other and never rounded; a KPI whose
 * parts come to nothing has no value, because nothing is not zero.
 */
export type ComputedKpi = {
  readonly id: string;
  readonly parts?: { readonly numerator: number; readonly denominator: number };
  readonly count?: number;
  /** What stands beside it: 聞き取りまでの開庁日数. */
  readonly wait?: { readonly days: number; readonly cases: number };
};

/** What the KPIs of one fiscal year are worked out from. */
export type KpiRecords = {
  readonly support: readonly MunicipalSupport[];
  /** 課題管理表: every 相談 there ever was. */
  readonly requests: readonly HelpRequest[];
  readonly mismatches: readonly MismatchDays[];
};

type Asked = {
  readonly fiscalYear: number;
  readonly today: Day;
  /** The last day of the year that is over: what is due today has the rest of the day. */
  readonly lastOver: Day;
  readonly closures: readonly Closure[];
};

/** The KPIs that follow from the records of the support, in the order of the catalogue. Nobody is asked for them. */
export function programmeKpis({ support, requests, mismatches }: KpiRecords, asked: Asked): readonly ComputedKpi[] {
  const { fiscalYear, today, lastOver } = asked;
  const span = yearSpan(fiscalYear);
  const { total, consumption } = supportOverview(support, span, asked);
  const said = satisfactionOf(support, span);
  const solved = solvedInTime(requests, { from: span.from, until: lastOver });
  const open = openDaysOfRequests(requests, today);
  return [
    withParts('KP-01', total.inPerson, total.visits),
    withParts('KP-02', consumption.days, consumption.planned),
    withParts('KP-03', said ? scoreSum(said) : 0, said?.answers ?? 0),
    withParts('KP-05', solved.numerator, solved.denominator),
    withParts('KP-06', open.numerator, open.denominator),
    reported(mismatches, asked),
    replacementWait(support, fiscalYear),
  ];
}

const withParts = (id: string, numerator: number, denominator: number): ComputedKpi =>
  denominator === 0 ? { id } : { id, parts: { numerator, denominator } };

function reported(mismatches: readonly MismatchDays[], { fiscalYear, closures }: Asked): ComputedKpi {
  const own = mismatches.filter((each) => fiscalYearOf(each.reported) === fiscalYear);
  const calendar = calendarOf(closures);
  const waits = own.flatMap((each) => (each.heard ? [openDaysAfter(each.reported, each.heard, calendar)] : []));
  return {
    ...{ id: 'KP-12', count: own.length },
    ...(waits.length > 0 ? { wait: { days: sum(waits), cases: waits.length } } : {}),
  };
}

/** From the day a replacement was decided on to the first visit of whoever came. */
function replacementWait(support: readonly MunicipalSupport[], fiscalYear: number): ComputedKpi {
  const waits = support.flatMap((each) =>
    replacementsIn(each.assignments, fiscalYear).flatMap((assignment) => {
      const first = firstVisit(each, assignment);
      return first === undefined ? [] : [Math.max(0, daysBetween(decidedOn(assignment), first))];
    }),
  );
  return withParts('KP-13', sum(waits), waits.length);
}

/** 決定（県協議日・合意日, 様式 FM-05）; where that was not written down, the day on which it was put on record. */
function decidedOn({ versions: [first] }: Assignment): Day {
  return first?.agreed ?? dayOf(new Date(first?.at ?? 0));
}

function firstVisit({ visits }: MunicipalSupport, assignment: Assignment): Day | undefined {
  const { from } = currentAssignment(assignment);
  const days = visits
    .filter(({ expert }) => expert === assignment.expert)
    .flatMap((record) => currentVisit(record)?.content.day ?? [])
    .filter((day) => day >= from);
  return days.toSorted()[0];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
