import { addOpenDays, type Calendar } from '../calendar.ts';
import type { Day } from '../day.ts';
import { isCancelled, type Meeting, startOf } from '../meetings/meeting.ts';
import { minutesDue } from '../meetings/minutes.ts';

/** 会議資料 is sent so many open days before its meeting. */
const OPEN_DAYS_BEFORE = 3;
/** Who has to write the minutes hears of it so many open days before they are due. */
const OPEN_DAYS_TO_WRITE = 2;

/** The day on which 会議資料 of a meeting is sent. */
export const paperDay = ({ day }: Pick<Meeting, 'day'>, calendar: Calendar): Day =>
  addOpenDays(day, -OPEN_DAYS_BEFORE, calendar);

/** Whether 会議資料 of it is still of use: a 進捗状況確認会議 that stands, and has not begun. */
export const isPaperDue = (meeting: Meeting, now: Date): boolean =>
  meeting.kind === 'progress' && !isCancelled(meeting) && startOf(meeting) > now;

/** The day on which somebody is reminded of minutes that are not there. */
export const minutesRemindedOn = ({ day }: Pick<Meeting, 'day'>, calendar: Calendar): Day =>
  addOpenDays(minutesDue(day, calendar), -OPEN_DAYS_TO_WRITE, calendar);
