import { z } from 'zod';
import { addOpenDays, type Calendar } from './calendar.ts';
import type { Day } from './day.ts';
import { Provenance } from './provenance.ts';

/** 議事録: what was decided. Versions are only ever added or marked undone; the actions are documents of their own. */
export const Minutes = z.object({
  meeting: z.string(),
  versions: z.array(
    Provenance.extend({ number: z.number().int(), decisions: z.string(), undone: Provenance.optional() }),
  ),
});
export type Minutes = z.infer<typeof Minutes>;

/** Minutes are due so many open days after the meeting. */
const OPEN_DAYS = 5;

export function minutesDue(day: Day, calendar: Calendar): Day {
  return addOpenDays(day, OPEN_DAYS, calendar);
}

/** The version that counts, if any. */
export function currentMinutes(minutes: Minutes | undefined): Minutes['versions'][number] | undefined {
  return minutes?.versions.findLast(({ undone }) => undone === undefined);
}

/** Adds a version. The same text again, or a replay, changes nothing. */
export function withMinutes(
  minutes: Minutes | undefined,
  meeting: string,
  decisions: string,
  from: Provenance,
): Minutes {
  const { versions } = minutes ?? { versions: [] };
  if (minutes && (versions.some(({ ask }) => ask === from.ask) || currentMinutes(minutes)?.decisions === decisions))
    return minutes;
  return { meeting, versions: [...versions, { ...from, number: versions.length + 1, decisions }] };
}

/** What was decided, a line each. */
export function decisionLines(decisions: string): readonly string[] {
  return decisions
    .split(/\r?\n/)
    .map((line) => line.replace(/^[\s　・･\-*]+/, '').trim())
    .filter((line) => line !== '');
}
