import { addOpenDays, type Calendar, nextOpenDay } from '../calendar.ts';
import { addDays, type Day, dayOf } from '../day.ts';
import type { FitOccasion } from '../visits/fit-answer.ts';
import { currentVisit, type VisitRecord } from '../visits/visit-record.ts';
import { type Assignment, currentAssignment, isAssignedOn } from './assignment.ts';

/** 続けられそうか, of one pair of municipality and expert: asked of both sides on one day, and never again. */
export type FitQuestion = { readonly expert: string; readonly occasion: FitOccasion; readonly askedOn: Day };

/** Recorded visits of a pair after which both sides are asked. */
const VISITS_BEFORE = 2;
/** Days after somebody has taken over on which both sides are asked. */
const DAYS_AFTER = 30;

/** Every question there is of a municipality, asked or still to be asked. Records say who has visited it. */
export function fitQuestions(
  of: { readonly records: readonly VisitRecord[]; readonly assignments: readonly Assignment[] },
  calendar: Calendar,
): readonly FitQuestion[] {
  const experts = [...new Set(of.records.map(({ expert }) => expert))];
  const initial = experts.flatMap((expert): FitQuestion[] => {
    const written = of.records
      .filter((record) => record.expert === expert && currentVisit(record) !== undefined)
      .flatMap(({ versions }) => versions[0]?.at ?? [])
      .toSorted();
    const last = written[VISITS_BEFORE - 1];
    return last ? [{ expert, occasion: 'initial', askedOn: addOpenDays(dayOf(new Date(last)), 1, calendar) }] : [];
  });
  const followUp = of.assignments.flatMap((assignment): FitQuestion[] => {
    const day = addDays(currentAssignment(assignment).from, DAYS_AFTER);
    if (assignment.after === undefined || !isAssignedOn(assignment, day)) return [];
    return [{ expert: assignment.expert, occasion: 'follow-up', askedOn: nextOpenDay(day, calendar) }];
  });
  return [...initial, ...followUp];
}
