import { addOpenDays, type Calendar, nextOpenDay, previousOpenDay } from '../calendar.ts';
import type { Day } from '../day.ts';
import { isCancelled, type Meeting } from '../meetings/meeting.ts';
import type { DaySpan } from '../support/support-figures.ts';

/** A report is drafted so many open days before the meeting it is for. */
const OPEN_DAYS_BEFORE = 5;
/** On this day of a month it is said that no meeting is planned in it. */
const ASKED_ON = '10';

/** The first 進捗状況確認会議 of a month that is planned and not called off. */
export function monthlyMeeting(meetings: readonly Meeting[], { from, until }: DaySpan): Meeting | undefined {
  return meetings
    .filter((meeting) => meeting.kind === 'progress' && !isCancelled(meeting))
    .filter(({ day }) => from <= day && day <= until)
    .toSorted((a, b) => (a.day + a.start < b.day + b.start ? -1 : 1))[0];
}

/**
 * The day on which the report of a month is drafted: five open days before its meeting, or before its last open day
 * where none is planned. Never before the month has begun, because it has no records then.
 * @param end the last day of the programme
 */
export function monthlyDraftDay(span: DaySpan, meeting: Meeting | undefined, end: Day, calendar: Calendar): Day {
  const last = previousOpenDay(end < span.until ? end : span.until, calendar);
  const day = addOpenDays(meeting?.day ?? last, -OPEN_DAYS_BEFORE, calendar);
  const first = nextOpenDay(span.from, calendar);
  return [day, first].toSorted()[1] ?? day;
}

/** The day on which it is said that a month has no meeting yet: its 10th, or the next open day. */
export const meetingAskedOn = ({ from }: DaySpan, calendar: Calendar): Day =>
  nextOpenDay(`${from.slice(0, 8)}${ASKED_ON}`, calendar);
