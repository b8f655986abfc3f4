import { fiscalYearOf } from '../day.ts';
import { isCancelled, type Meeting } from './meeting.ts';
import { meetingsInOrder } from './said.ts';

/** Those of the same kind in the same fiscal year that stand, in order of day. */
const meetingsAlike = ({ kind, day }: Pick<Meeting, 'kind' | 'day'>, all: readonly Meeting[]) =>
  meetingsInOrder(
    all.filter((each) => each.kind === kind && fiscalYearOf(each.day) === fiscalYearOf(day) && !isCancelled(each)),
  );

/** 回次: which of its kind it is in its fiscal year, in order of day; undefined for one that was called off. */
export function meetingNumber(
  meeting: Pick<Meeting, 'id' | 'kind' | 'day'>,
  all: readonly Meeting[],
): number | undefined {
  const at = meetingsAlike(meeting, all).findIndex(({ id }) => id === meeting.id);
  return at < 0 ? undefined : at + 1;
}

/** The one of its kind before it, and the one after it, also of another year. */
export function meetingsAround(
  meeting: Meeting,
  all: readonly Meeting[],
): { readonly before: Meeting | undefined; readonly after: Meeting | undefined } {
  const alike = meetingsInOrder(all.filter((each) => each.kind === meeting.kind && !isCancelled(each)));
  return {
    before: alike.findLast(({ day }) => day < meeting.day),
    after: alike.find(({ day }) => day > meeting.day),
  };
}
