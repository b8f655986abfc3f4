import { type Calendar, type Closure, calendarOf, nextOpenDay } from '../calendar.ts';
import { addDays, addMonths, type Day, dayOf, fullDate, weekdayOf } from '../day.ts';
import type { Programme } from '../programme.ts';
import { numberOf, seriesTitle } from './audience.ts';
import { type Meeting, meetingId, startOf } from './meeting.ts';
import { audienceOf, isTown, type MeetingAudience } from './party.ts';

/** A whole programme has no more monthly meetings than this. */
export const LONGEST_SERIES = 24;
/** Meetings are not called further ahead than the programme and the time after it that belongs to its reports. */
const DAYS_AFTER_PROGRAMME = 31;

export type MeetingSlot = Pick<Meeting, 'day' | 'start' | 'end'>;

/** What is wrong with a day and time, and the day to take instead where that is the trouble. */
export type SlotTrouble = { readonly input: 'day' | 'start' | 'end'; readonly problem: string; readonly instead?: Day };

/** The calendar of everybody who comes: a day is open when it is for all of them. */
export function calendarFor(audience: MeetingAudience, closures: readonly Closure[]): Calendar {
  const all = [calendarOf(closures), ...audience.filter(isTown).map((code) => calendarOf(closures, code))];
  return { isOpen: (day) => all.every((calendar) => calendar.isOpen(day)) };
}

/** Why a meeting cannot be at this time, the first reason only; undefined when it can. */
export function slotTrouble(
  slot: MeetingSlot,
  calendar: Calendar,
  programme: Pick<Programme, 'end'>,
  now: Date,
): SlotTrouble | undefined {
  const { day, start, end } = slot;
  const last = addDays(programme.end, DAYS_AFTER_PROGRAMME);
  if (end <= start) return { input: 'end', problem: `終了は開始（${start}）より後の時刻にしてください` };
  if (day < dayOf(now)) return { input: 'day', problem: `${fullDate(day)}は過ぎています。これからの日にしてください` };
  if (startOf(slot) <= now) return { input: 'start', problem: `${start}は過ぎています。これからの時刻にしてください` };
  if (day > last) return { input: 'day', problem: `${fullDate(last)}までの日にしてください` };
  if (calendar.isOpen(day)) return undefined;
  const instead = nextOpenDay(day, calendar);
  return { input: 'day', problem: `${fullDate(day)}は閉庁日です。次の開庁日は${fullDate(instead)}です`, instead };
}

/** A month of a series: when it will be, and the day it would have been, where that one is closed. */
export type SeriesDay = { readonly day: Day; readonly movedFrom: Day | undefined };

/**
 * The same weekday of the same week of every month, from the first day to the end of the programme; on a closed day the
 * next open one. Months that already have a meeting of this series are left alone.
 */
export function monthlyDays(
  first: Day,
  calendar: Calendar,
  programme: Pick<Programme, 'end'>,
  taken: readonly Day[],
): readonly SeriesDay[] {
  const months = new Set(taken.map(monthOf));
  const found: SeriesDay[] = [];
  for (let count = 0; count < LONGEST_SERIES; count++) {
    const wanted = sameWeekdayOfMonth(first, count);
    const day = nextOpenDay(wanted, calendar);
    if (day > programme.end) break;
    if (!months.has(monthOf(wanted))) found.push({ day, movedFrom: day === wanted ? undefined : wanted });
  }
  return found;
}

/** The third Thursday, say; the last one of a month that has no fifth. */
function sameWeekdayOfMonth(first: Day, months: number): Day {
  const begin = `${addMonths(`${first.slice(0, 7)}-01`, months).slice(0, 7)}-01`;
  const week = Math.floor((Number(first.slice(8)) - 1) / 7);
  const early = addDays(begin, (weekdayOf(first) - weekdayOf(begin) + 7) % 7);
  const day = addDays(early, week * 7);
  return monthOf(day) === monthOf(begin) ? day : addDays(day, -7);
}

/** Meetings of the same series that stand, whatever their number. */
export function seriesOf(title: string, meetings: readonly Meeting[]): readonly Meeting[] {
  const plain = squeezed(seriesTitle(title));
  return meetings.filter((each) => each.status !== 'cancelled' && squeezed(seriesTitle(each.title)) === plain);
}

const squeezed = (title: string) => title.replace(/\s/g, '');

/** The number the next meeting of the series gets. */
export function nextNumber(series: readonly Meeting[]): number {
  return Math.max(series.length, ...series.map(({ title }) => numberOf(title) ?? 0)) + 1;
}

type Wanted = Pick<Meeting, 'title' | 'day' | 'start' | 'audience'>;

/**
 * The id for a new meeting. An id that belongs to another meeting, because it was moved away from that very time or is
 * for others, is taken for good, and the new one gets the next: the same again for everyone who asks for the same meeting.
 */
export function freeMeetingId(wanted: Wanted, known: readonly Meeting[]): string {
  const base = meetingId(wanted);
  const same = known.find((each) => each.id.startsWith(base) && isMeant(each, wanted));
  if (same) return same.id;
  const taken = new Set(known.map(({ id }) => id));
  let id = base;
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`;
  return id;
}

/** Whether a meeting of that title is the one asked for: at the same time, and for the same people. */
export function isMeant(meeting: Meeting, { day, start, audience }: Omit<Wanted, 'title'>): boolean {
  return meeting.day === day && meeting.start === start && isSameAudience(meeting.audience, audience);
}

/** Whether two meetings are for the same people, in whatever order they were named. */
export function isSameAudience(a: MeetingAudience, b: MeetingAudience): boolean {
  return audienceOf(a).join() === audienceOf(b).join();
}

/**
 * A meeting that stands at the same time under the same title, to which somebody would come who is also asked for here:
 * perhaps the same one, said otherwise. The secretariat runs every meeting, and is no sign of that.
 */
export function twinOf(wanted: Wanted, known: readonly Meeting[]): Meeting | undefined {
  return known.find(
    (each) =>
      each.status !== 'cancelled' &&
      squeezed(each.title.normalize('NFKC')) === squeezed(wanted.title.normalize('NFKC')) &&
      each.day === wanted.day &&
      each.start === wanted.start &&
      !isSameAudience(each.audience, wanted.audience) &&
      sharesSomebody(each.audience, wanted.audience),
  );
}

function sharesSomebody(one: MeetingAudience, other: MeetingAudience): boolean {
  const isWide = (set: MeetingAudience) => set.includes('all') || set.includes('supported');
  const holds = (wide: MeetingAudience, set: MeetingAudience) =>
    (isWide(wide) && (isWide(set) || set.some(isTown))) || (wide.includes('all') && set.includes('prefecture'));
  return (
    one.some((party) => party !== 'secretariat' && other.includes(party)) || holds(one, other) || holds(other, one)
  );
}

const monthOf = (day: Day) => day.slice(0, 7);
