import { addDays, type Day } from '../day.ts';
import { seriesTitle } from './audience.ts';
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

const WHEN_IN_FRONT = /^\s*(?<month>\d{1,2})月(?:分)?の?\s*/u;

/**
 * 9月の進捗状況確認会議: what a text says in front of which meeting it is of, as one says it, and what stands behind; by a
 * whole title, or by that of a series and its month. 進捗状況確認会議の進め方 says of none.
 */
export function meetingInFront(
  said: string,
  meetings: readonly Pick<Meeting, 'title'>[],
): { readonly named: string; readonly behind: string } | undefined {
  const plainSaid = said.normalize('NFKC');
  const when = WHEN_IN_FRONT.exec(plainSaid);
  const bare = when ? plainSaid.slice(when[0].length) : plainSaid;
  if (when && /^(?:会議)?$/u.test(bare)) return { named: `${when.groups?.['month']}月`, behind: '' };
  const series = meetings.map(({ title }) => ({ title: seriesTitle(title).replace(OF_MONTH, '') }));
  const found = titleInFront(said, meetings) ?? titleInFront(bare, series);
  if (!found || !BETWEEN.test(found.behind)) return undefined;
  const isWhole = !when || titleInFront(said, meetings) !== undefined;
  const named = isWhole ? found.title : `${when.groups?.['month']}月 ${found.title}`;
  return { named, behind: found.behind.replace(BETWEEN, '').trim() };
}
/** What stands between a title and a text: 調整会議 共同調達, 調整会議：共同調達. 調整会議の進め方 is a text. */
const BETWEEN = /^(?:$|[\s:：、,・／/]+)/;

function isMeant(word: string, meeting: Meeting, today: Day): boolean {
  const [, month, date] = /^(?:\d{4}[-/年])?(\d{1,2})[-/月](\d{1,2})日?(?:\(.\))?$/.exec(word) ?? [];
  if (month && date) return meeting.day.slice(5) === `${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  if (word === '今日' || word === '本日') return meeting.day === today;
  if (word === '明日') return meeting.day === addDays(today, 1);
  const [, ofMonth] = /^(\d{1,2})月(?:分)?$/.exec(word) ?? [];
  if (ofMonth && meeting.day.slice(5, 7) === ofMonth.padStart(2, '0')) return true;
  const [, number] = /^第?(\d+)回(?:目)?$/.exec(word) ?? [];
  return plain(meeting.title).includes(number ? `第${number}回` : plain(word));
}

/** Of what lies ahead, in order of time: those near enough to be meant without a name, or else all of the very next day. */
export function meetingsNear(ahead: readonly Meeting[], today: Day): readonly Meeting[] {
  const near = ahead.filter(({ day }) => day <= addDays(today, DAYS_NEAR));
  return near.length > 0 ? near : ahead.filter(({ day }) => day === ahead[0]?.day);
}

/**
 * Of what lies ahead, in order of time: what a text that names no meeting may be for. Of each series the next one, and
 * whatever is near: two series that are next to each other have different readers.
 */
export function nextOfEach(ahead: readonly Meeting[], today: Day): readonly Meeting[] {
  const near = meetingsNear(ahead, today);
  const seriesOf = ({ title, audience }: Meeting) =>
    `${seriesTitle(title).replace(OF_MONTH, '')} ${audience.toSorted().join()}`;
  const nextIn = new Map(ahead.toReversed().map((meeting) => [seriesOf(meeting), meeting]));
  return ahead.filter((meeting) => near.includes(meeting) || nextIn.get(seriesOf(meeting)) === meeting);
}
/** 進捗状況確認会議（12月） and that of the next month are one series. */
const OF_MONTH = /\s*\(\d{1,2}月\)$/u;

/** In order of time. */
export function meetingsInOrder(meetings: readonly Meeting[]): readonly Meeting[] {
  const key = ({ day, start, id }: Meeting) => `${day} ${start} ${id}`;
  return meetings.toSorted((a, b) => key(a).localeCompare(key(b)));
}
