import { addDays, type Day } from '../day.ts';
import type { Meeting } from './meeting.ts';

/** Meetings that a sentence without any name of a meeting can be about. */
const DAYS_NEAR = 14;

/** The meetings somebody may mean: by id, by its whole title, by 第4回, by day (12/17, 12月17日, 今日, 明日) or by part of the title. */
export function meetingsSaid(said: string, meetings: readonly Meeting[], today: Day): readonly Meeting[] {
  const known = meetings.filter(({ id }) => id === said);
  if (known.length > 0) return known;
  // A whole title is no part of another one.
  const whole = meetings.filter(({ title }) => plain(title) === plain(said));
  if (whole.length > 0) return whole;
  const words = said
    .normalize('NFKC')
    .split(/[\s、]+/)
    .filter((word) => word !== '');
  return meetings.filter((meeting) => words.every((word) => isMeant(word, meeting, today)));
}

/** In any width, spacing and case. */
const plain = (words: string): string => words.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/** The longest title, with every blank that somebody may put into it. */
const LONGEST_TITLE = 160;

/** The whole title that words begin with, the longest one, and what stands behind it, letter for letter. */
export function titleInFront(
  said: string,
  meetings: readonly Pick<Meeting, 'title'>[],
): { readonly title: string; readonly behind: string } | undefined {
  const ends = Array.from({ length: Math.min(said.length, LONGEST_TITLE) }, (_, at) => at + 1);
  // Of the beginnings that read the same, the shortest: blanks behind a title are none of it.
  const byWords = new Map(ends.toReversed().map((end) => [plain(said.slice(0, end)), end]));
  const found = meetings
    .map(({ title }) => ({ title, end: byWords.get(plain(title)) ?? 0 }))
    .toSorted((a, b) => b.end - a.end)[0];
  return found && found.end > 0 ? { title: found.title, behind: said.slice(found.end) } : undefined;
}

function isMeant(word: string, meeting: Meeting, today: Day): boolean {
  const [, month, date] = /^(?:\d{4}[-/年])?(\d{1,2})[-/月](\d{1,2})日?(?:\(.\))?$/.exec(word) ?? [];
  if (month && date) return meeting.day.slice(5) === `${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (word === '今日' || word === '本日') return meeting.day === today;
  if (word === '明日') return meeting.day === addDays(today, 1);
  const [, number] = /^第?(\d+)回(?:目)?$/.exec(word) ?? [];
  return plain(meeting.title).includes(number ? `第${number}回` : plain(word));
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
