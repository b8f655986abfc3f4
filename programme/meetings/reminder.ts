import { addOpenDays, type Calendar, previousOpenDay } from '../calendar.ts';
import { addDays, instantOf } from '../day.ts';
import type { Attendance } from './answer.ts';
import { isCancelled, type Meeting, startOf } from './meeting.ts';

/** A week before, the open day before, an hour before. */
export type ReminderKind = 'week' | 'day' | 'hour';

const MORNING = '09:00';
const HOUR = 3_600_000;

export type Reminder = { readonly kind: ReminderKind; readonly at: Date; readonly until: Date };

/** When people are reminded, and until when that is of use; what would fall on a closed day comes the open day before. */
export function remindersOf(meeting: Meeting, calendar: Calendar): readonly Reminder[] {
  if (isCancelled(meeting)) return [];
  const start = startOf(meeting);
  const week = previousOpenDay(addDays(meeting.day, -7), calendar);
  const before = addOpenDays(meeting.day, -1, calendar);
  const all: readonly Reminder[] = [
    { kind: 'week', at: instantOf(week, MORNING), until: instantOf(before, MORNING) },
    { kind: 'day', at: instantOf(before, MORNING), until: new Date(start.getTime() - HOUR) },
    { kind: 'hour', at: new Date(start.getTime() - HOUR), until: start },
  ];
  return all.filter(({ at, until }) => at < until);
}

/** Who said no is left alone; who sends somebody else still is the one to remind. */
export function isReminded(answer: Attendance | undefined): boolean {
  return answer !== 'decline';
}
