import type { Programme } from '../programme.ts';
import { addWeeks, isClosed, type Week, weekOf, weekOfDay } from '../week.ts';
import { entryOf, type KpiEntry, type KpiRecord, kpiState } from './kpi-record.ts';

/** What a municipality is asked for every week. */
type Weekly = readonly KpiRecord[];
type Begun = Pick<Programme, 'start'>;

/** What a week still lacks. */
export function openIn(weekly: Weekly, week: Week): readonly KpiRecord[] {
  return weekly.filter((record) => kpiState(record, week) === 'notReported');
}

/** How many answers a week still lacks. */
export function lackingIn(weekly: Weekly, week: Week): number {
  return openIn(weekly, week).length;
}

/** `none`: nothing is asked for, so that nothing can be missing. `partly`: who has begun has not been silent. */
export type WeekReport = 'none' | 'silent' | 'partly' | 'complete';

export function weekReport(weekly: Weekly, week: Week): WeekReport {
  const lacking = lackingIn(weekly, week);
  if (weekly.length === 0) return 'none';
  if (lacking === 0) return 'complete';
  return lacking === weekly.length ? 'silent' : 'partly';
}

/** The answer that made a week complete; undefined while something is lacking. */
export function answerOf(weekly: Weekly, week: Week): KpiEntry | undefined {
  if (lackingIn(weekly, week) > 0) return undefined;
  const said = weekly.flatMap((record) => entryOf(record, week) ?? []);
  return said.reduce<KpiEntry | undefined>((last, entry) => (last && last.at >= entry.at ? last : entry), undefined);
}

/** Weeks in a row without a word, up to and including this one, since the programme began. */
export function weeksSilent(weekly: Weekly, week: Week, { start }: Begun): number {
  let count = 0;
  for (let at = week; at >= weekOfDay(start) && lackingIn(weekly, at) === weekly.length; at = addWeeks(at, -1)) count++;
  return weekly.length === 0 ? 0 : count;
}

/** The weeks that lack answers and still take them, the oldest first. */
export function openWeeks(weekly: Weekly, now: Date, { start }: Begun): Week[] {
  const open: Week[] = [];
  for (let at = weekOf(now); at >= weekOfDay(start) && !isClosed(at, now); at = addWeeks(at, -1))
    if (lackingIn(weekly, at) > 0) open.unshift(at);
  return open;
}
