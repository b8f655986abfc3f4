import { z } from 'zod';
import { addOpenDays, type Calendar } from '../calendar.ts';
import type { Day } from '../day.ts';
import { defineKind, inOne, ofYearOf, PROGRAMME, wholly } from '../kind.ts';
import { Provenance } from '../provenance.ts';
import { circleCell, exportSheetOfParts, momentCell } from '../sheet.ts';
import { meetings } from './kind.ts';

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

export const minutes = defineKind({
  name: 'minutes',
  called: '議事録',
  container: 'state',
  schema: Minutes,
  ...inOne(PROGRAMME),
  id: ({ meeting }) => `minutes-${meeting}`,
  belongsTo: (each, town) => wholly(each, town.has(meetings, each.meeting)),
  ofYear: ofYearOf(meetings, ({ meeting }) => meeting),
  keptFor: { years: 'records', isOver: ({ meeting }, { isOver }) => isOver(meetings, meeting) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '議事録',
        'meetings',
        (each: Minutes) => {
          const standing = currentMinutes(each);
          return each.versions.map((version) => ({
            ...version,
            meeting: each.meeting,
            isStanding: version === standing,
          }));
        },
        {
          会議: ({ meeting }, { titleOfMeeting }) => titleOfMeeting(meeting),
          版: ({ number }) => number,
          有効: ({ isStanding }) => circleCell(isStanding),
          決定事項: ({ decisions }) => decisions,
          日時: ({ at }) => momentCell(at),
          記録者: ({ by }, { nameOf }) => nameOf(by),
          取消日時: ({ undone }) => momentCell(undone?.at),
        },
      ),
    ],
  },
  takenBack: {
    never: 'their own receipt takes them back, with their actions',
    byButton: ({ meeting, versions }) =>
      versions.map((version) => ({
        ...version,
        what: '議事録',
        back: { command: 'record-minutes', input: { meeting, report: version.ask } },
      })),
  },
  audited: true,
  ofTheChat: [],
});
