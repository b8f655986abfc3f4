import { type Calendar, previousOpenDay } from '../calendar.ts';
import { addDays, addMonths, type Day } from '../day.ts';

/**
 * 期限 of something that is due 1か月前まで: the month must lie wholly between, so it is the day before the 応当日 of the
 * month before; where that month has no such day, the day before its last one. Being a day early costs nothing.
 */
export const oneMonthBefore = (day: Day): Day => addDays(addMonths(day, -1), -1);

/** 提出を勧める日: the open day on or before the 期限. */
export const bestHandedIn = (day: Day, calendar: Calendar): Day => previousOpenDay(oneMonthBefore(day), calendar);
