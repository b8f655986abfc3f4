import { z } from 'zod';
import { ask } from '../asks.ts';
import { addOpenDays, type Calendar } from '../calendar.ts';
import type { Day } from '../day.ts';
import { defineKind, inOne, ofYearOf, PROGRAMME, wholly } from '../kind.ts';
import { Provenance } from '../provenance.ts';
import { circleCell, exportSheetOfParts, momentCell } from '../sheet.ts';
import { meetings } from './kind.ts';
import {
  MinutesConfirmation,
  MinutesSharing,
  type MinutesText,
  MinutesTexts,
  minutesSharingNames,
  minutesTextNames,
} from './minutes-text.ts';

/** 議事録: what was decided. Versions are only ever added or marked undone; the actions are documents of their own. */
export const Minutes = z.object({
  meeting: z.string(),
  versions: z.array(
    Provenance.extend({
      number: z.number().int(),
      /** Empty where only the rest was written. */
      decisions: z.string(),
      texts: MinutesTexts.optional(),
      sharing: MinutesSharing.optional(),
      undone: Provenance.optional(),
    }),
  ),
  /** 県確認: which version was confirmed, and the day it is of. */
  confirmed: z.array(MinutesConfirmation).optional(),
});
export type Minutes = z.infer<typeof Minutes>;
type MinutesVersion = Minutes['versions'][number];

/** Minutes are due so many open days after the meeting. */
const OPEN_DAYS = 5;

export function minutesDue(day: Day, calendar: Calendar): Day {
  return addOpenDays(day, OPEN_DAYS, calendar);
}

/** The version that counts, if any. */
export function currentMinutes(minutes: Minutes | undefined): MinutesVersion | undefined {
  return minutes?.versions.findLast(({ undone }) => undone === undefined);
}

/** What of the minutes is written; what is left out stays as it was, and an empty text takes away what stood there. */
export type MinutesSaid = Partial<Pick<MinutesVersion, 'decisions' | 'texts' | 'sharing'>>;

/** Adds a version. The same again, or a replay, changes nothing. */
export function withMinutes(
  minutes: Minutes | undefined,
  meeting: string,
  said: MinutesSaid,
  from: Provenance,
): Minutes {
  const known = minutes ?? { meeting, versions: [] };
  const current = currentMinutes(minutes);
  const next = withSaid(current, said);
  const isSame = minutes && current && JSON.stringify(withSaid(current, {})) === JSON.stringify(next);
  if (minutes && (isSame || known.versions.some(({ ask }) => ask === from.ask))) return minutes;
  return { ...known, versions: [...known.versions, { ...from, number: known.versions.length + 1, ...next }] };
}

function withSaid(current: MinutesSaid | undefined, said: MinutesSaid) {
  const all: MinutesTexts = { ...current?.texts, ...said.texts };
  const kept = (Object.keys(minutesTextNames) as MinutesText[]).flatMap((name) =>
    all[name] ? [[name, all[name]] as const] : [],
  );
  const sharing = said.sharing ?? current?.sharing;
  return {
    decisions: said.decisions ?? current?.decisions ?? '',
    ...(kept.length > 0 ? { texts: Object.fromEntries(kept) } : {}),
    ...(sharing === undefined ? {} : { sharing }),
  };
}

/** The last 県確認 that was not taken back, of whichever version. */
export const minutesConfirmation = (minutes: Minutes | undefined) =>
  minutes?.confirmed?.findLast(({ undone }) => undone === undefined);

/** Whether the version that counts was confirmed by the prefecture. */
export const isMinutesConfirmed = (minutes: Minutes | undefined): boolean => {
  const current = currentMinutes(minutes);
  return current !== undefined && minutesConfirmation(minutes)?.version === current.number;
};

/** The prefecture says yes to the version that counts. Of the same day already, or a replay, changes nothing. */
export function withMinutesConfirmed(minutes: Minutes, day: Day, from: Provenance): Minutes {
  const { confirmed = [] } = minutes;
  const version = currentMinutes(minutes)?.number;
  const last = minutesConfirmation(minutes);
  const isKnown = confirmed.some(({ ask }) => ask === from.ask) || (last?.version === version && last?.day === day);
  if (version === undefined || isKnown) return minutes;
  return { ...minutes, confirmed: [...confirmed, { ...from, version, day }] };
}

/** Takes back the last 県確認. */
export function withoutMinutesConfirmed(minutes: Minutes, from: Provenance): Minutes {
  const last = minutesConfirmation(minutes);
  if (!last) return minutes;
  return {
    ...minutes,
    confirmed: minutes.confirmed?.map((each) => (each === last ? { ...each, undone: from } : each)),
  };
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
            confirmedOn: each.confirmed?.findLast((one) => one.version === version.number && !one.undone)?.day,
          }));
        },
        {
          会議: ({ meeting }, { titleOfMeeting }) => titleOfMeeting(meeting),
          版: ({ number }) => number,
          有効: ({ isStanding }) => circleCell(isStanding),
          決定事項: ({ decisions }) => decisions,
          報告事項: ({ texts }) => texts?.reports,
          成果の発表: ({ texts }) => texts?.outcomes,
          課題と対応策: ({ texts }) => texts?.issues,
          資料: ({ texts }) => texts?.materials,
          出席者: ({ texts }) => texts?.attended,
          共有範囲: ({ sharing }) => sharing && minutesSharingNames[sharing],
          県確認日: ({ confirmedOn }) => confirmedOn,
          日時: ({ at }) => momentCell(at),
          記録者: ({ by }, { nameOf }) => nameOf(by),
          取消日時: ({ undone }) => momentCell(undone?.at),
        },
      ),
    ],
  },
  takenBack: {
    never: 'their own receipt takes them back, with their actions',
    byButton: (each) => [
      ...each.versions.map((version) => ({
        ...version,
        what: '議事録',
        back: { command: 'record-minutes', input: { meeting: each.meeting, report: version.ask } },
      })),
      // Its button takes back the last one, and no other.
      ...(each.confirmed ?? [])
        .filter((one) => one.undone !== undefined || one === minutesConfirmation(each))
        .map((one) => ({
          ...one,
          what: '議事録の確認',
          back: ask('confirm-minutes', { meeting: each.meeting, back: 'yes' }),
        })),
    ],
  },
  audited: true,
  ofTheChat: [],
});
