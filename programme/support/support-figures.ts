import type { Calendar } from '../calendar.ts';
import { type Day, fiscalYearOf } from '../day.ts';
import {
  confirmableSince,
  currentVisit,
  type VisitRecord,
  visitMinutes,
  visitStandingSince,
} from '../visits/visit-record.ts';
import { type Assignment, currentAssignment } from './assignment.ts';

/**
 * What the visits to one municipality, or to several, come to. Everything in it can be added up: a rate is kept as its
 * parts, days are those of one municipality, and whatever has not been confirmed is counted by why.
 */
export type SupportFigures = {
  readonly visits: number;
  /** Distinct days of each municipality: two visits on one day are one. */
  readonly days: number;
  readonly minutes: number;
  /** 対面, of `visits`. */
  readonly inPerson: number;
  /** 確認待ち, 直してほしい and 未確認のまま確定: together 未確認, of `visits`. */
  readonly waiting: number;
  readonly returned: number;
  readonly unconfirmed: number;
  /** Visits that were planned for a day that is over, and of which there is no record: 未報告, and none of `visits`. */
  readonly unrecorded: number;
};

/** Both days belong to it. */
export type DaySpan = { readonly from: Day; readonly until: Day };
const isIn = ({ from, until }: DaySpan, day: Day): boolean => from <= day && day <= until;

/** As of which day, and with whose closed days, it is said what has not been confirmed. */
export type AsOf = { readonly today: Day; readonly calendar: Calendar };

/** What is known of the support of one municipality. */
export type SupportRecords = {
  readonly visits: readonly VisitRecord[];
  readonly assignments: readonly Assignment[];
  /** The roster lists an expert for it without saying from when until when. */
  readonly isListed: boolean;
  /** Days of planned visits that are over and have no record. */
  readonly unrecorded: readonly Day[];
};

const noFigures: SupportFigures = {
  ...{ visits: 0, days: 0, minutes: 0, inPerson: 0 },
  ...{ waiting: 0, returned: 0, unconfirmed: 0, unrecorded: 0 },
};

/** One municipality's visits between two days, each by the version of its record that counts. */
export function figuresOf(
  { visits, unrecorded }: Pick<SupportRecords, 'visits' | 'unrecorded'>,
  span: DaySpan,
  { today, calendar }: AsOf,
): SupportFigures {
  const sum = { ...noFigures, unrecorded: unrecorded.filter((day) => isIn(span, day)).length };
  const days = new Set<Day>();
  const since = confirmableSince(today, calendar);
  for (const record of visits) {
    const content = currentVisit(record)?.content;
    if (!content || !isIn(span, content.day)) continue;
    days.add(content.day);
    sum.visits++;
    sum.minutes += visitMinutes(content);
    if (content.mode === 'in-person') sum.inPerson++;
    const standing = visitStandingSince(record, () => since);
    if (standing && standing !== 'confirmed') sum[standing]++;
  }
  return { ...sum, days: days.size };
}

/** Of several municipalities, or of several times without a day in common. */
export function addFigures(all: readonly SupportFigures[]): SupportFigures {
  const sum: Record<keyof SupportFigures, number> = { ...noFigures };
  for (const figures of all)
    for (const name of Object.keys(sum) as (keyof SupportFigures)[]) sum[name] += figures[name];
  return sum;
}

/** Visits that the municipality has not confirmed, whatever the reason. */
export const unconfirmedOf = ({ waiting, returned, unconfirmed }: SupportFigures): number =>
  waiting + returned + unconfirmed;

/** What was decided and not taken back. */
const inForce = (assignments: readonly Assignment[]): readonly Assignment[] =>
  assignments.filter(({ active }) => active !== false);

/** Whether anybody is assigned on any day between these, by a decision or by the roster. */
export function isServedIn(
  { assignments, isListed }: Pick<SupportRecords, 'assignments' | 'isListed'>,
  span: DaySpan,
): boolean {
  const isIn = (assignment: Assignment) => {
    const { from, until } = currentAssignment(assignment);
    return from <= span.until && until >= span.from;
  };
  return isListed || inForce(assignments).some(isIn);
}

/**
 * 計画日数 of a fiscal year; undefined where none of its assignments says any, because that is not a plan of none. An
 * assignment counts in the year in which it begins: its days cannot be told apart by year.
 */
export function plannedDays(assignments: readonly Assignment[], fiscalYear: number): number | undefined {
  const planned = beginningIn(assignments, fiscalYear).flatMap((each) => currentAssignment(each).planned ?? []);
  return planned.length === 0 ? undefined : planned.reduce((sum, days) => sum + days, 0);
}

/** 消化: days of support out of 計画日数, of the municipalities that have a plan, and how many have none. */
export type Consumption = { readonly days: number; readonly planned: number; readonly without: number };

/** A municipality without a plan adds neither to the days nor to the plan. */
export function consumptionOf(
  all: readonly { readonly days: number; readonly planned: number | undefined }[],
): Consumption {
  let [days, planned, without] = [0, 0, 0];
  for (const each of all) {
    if (each.planned === undefined) without++;
    else {
      days += each.days;
      planned += each.planned;
    }
  }
  return { days, planned, without };
}

const beginningIn = (assignments: readonly Assignment[], fiscalYear: number): readonly Assignment[] =>
  inForce(assignments).filter((assignment) => fiscalYearOf(currentAssignment(assignment).from) === fiscalYear);

/** 交代 of a fiscal year: the assignments of those who take somebody's place in it. */
export const replacementsIn = (assignments: readonly Assignment[], fiscalYear: number): readonly Assignment[] =>
  beginningIn(assignments, fiscalYear).filter(({ after }) => after !== undefined);
