import { addDays, type Day } from '../day.ts';
import type { Meeting } from './meeting.ts';

/** Meetings that a sentence without any name of a meeting can be about. */
const DAYS_NEAR = 14;

/** The meetings somebody may mean: by id, by 第4回, by day (12/17, 12月17日, 今日, 明日) or by part of the title. */
export function meetingsSaid(said: string, meetings: readonly Meeting[], today: Day): readonly Meeting[] {
  const known = meetings.filter(({ id }) => id === said);
  if (known.length > 0) return known;
  const words = said
    .normalize('NFKC')
    .split(/[\s、]+/)
    .filter((word) => word !== '');
  return meetings.filter((meeting) => words.every((word) => isMeant(word, meeting, today)));
}

function isMeant(word: string, meeting: Meeting, today: Day): boolean {
  const [, month, date] = /^(?:\d{4}[-/年])?(\d{1,2})[-/月](\d{1,2})日?(?:\(.\))?$/.exec(word) ?? [];
  if (month && date) return meeting.day.slice(5) === `${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (word === '今日' || word === '本日') return meeting.day === today;
  if (word === '明日') return meeting.day === addDays(today, 1);
  const [, number] = /^第?(\d+)回(?:目)?$/.exec(word) ?? [];
  const title = meeting.title.normalize('NFKC').replace(/\s/g, '').toLowerCase();
  return title.includes(number ? `第${number}回` : word.toLowerCase());
}

/** Of what lies ahead, in order of time: those near enough to be meant without a name, or else the very next. */
export function meetingsNear(ahead: readonly Meeting[], today: Day): readonly Meeting[] {
  const near = ahead.filter(({ day }) => day <= addDays(today, DAYS_NEAR));
  return near.length > 0 ? near : ahead.slice(0, 1);
}

/** In order of time. */
export function meetingsInOrder(meetings: readonly Meeting[]): readonly Meeting[] {
  const key = ({ day, start, id }: Meeting) => `${day} ${start} ${id}`;
  return meetings.toSorted((a, b) => key(a).localeCompare(key(b)));
}
