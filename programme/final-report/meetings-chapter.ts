import { fullDate } from '../day.ts';
import { type Meeting, type MeetingKind, meetingKindNames } from '../meetings/meeting.ts';
import {
  currentMinutes,
  decisionLines,
  isMinutesConfirmed,
  type Minutes,
  minutesConfirmation,
} from '../meetings/minutes.ts';
import { countedFigure, ofRecord } from './drawn-figure.ts';
import type { ReportBlock, ReportPart, ReportRow } from './figure.ts';
import { type FinalRecords, wasHeld } from './final-records.ts';

/** 会議: those that were held, with what they decided. */
export function meetingsChapter(records: FinalRecords): ReportPart {
  const held = records.meetings
    .filter((meeting) => wasHeld(meeting, records))
    .toSorted((a, b) => `${a.day}${a.start}${a.id}`.localeCompare(`${b.day}${b.start}${b.id}`));
  const minutes = new Map(records.minutes.map((each) => [each.meeting, each]));
  const kinds = (Object.keys(meetingKindNames) as MeetingKind[]).filter((kind) =>
    held.some((each) => each.kind === kind),
  );
  return {
    chapter: 7,
    title: '会議',
    blocks: [
      {
        heading: '開催の回数',
        facts: kinds.map((kind) => ({ label: meetingKindNames[kind], cell: countOf(kind, held) })),
      },
      {
        heading: '開催の記録',
        table: {
          head: ['日', '会議', '種別', '決定事項', '県確認日'],
          shares: [9, 8, 6, 4, 7],
          rows: held.map((meeting) => meetingRow(meeting, minutes.get(meeting.id))),
        },
      },
      decisionsBlock(held, minutes),
    ],
  };
}

function countOf(kind: MeetingKind, held: readonly Meeting[]) {
  const own = held.filter((meeting) => meeting.kind === kind);
  return countedFigure({
    ...{ key: `meetings/${kind}`, what: `${meetingKindNames[kind]}の回数`, count: own.length, unit: '回' },
    records: own.map(({ id, day }) => ({ kind: 'meetings', id, day })),
  });
}

/** What was decided, in the words of the minutes that count. */
function decisionsBlock(held: readonly Meeting[], minutes: ReadonlyMap<string, Minutes>): ReportBlock {
  const rows = held.flatMap((meeting): ReportRow[] => {
    const { id, day, title } = meeting;
    const current = currentMinutes(minutes.get(id));
    const lines = decisionLines(current?.decisions ?? '');
    if (!current || lines.length === 0) return [];
    const record = { kind: 'minutes', id: minutesId(id), version: current.number };
    return [{ ...ofTown(meeting), record, cells: [fullDate(day), title, lines.map((line) => `・${line}`).join('\n')] }];
  });
  return {
    heading: '決定事項',
    table: { head: ['日', '会議', '決定事項'], shares: [7, 8, 18], rows },
    ...(rows.length > 0 ? { note: '議事録のうち、決定事項をそのまま載せています。' } : {}),
  };
}

const minutesId = (meeting: string): string => `minutes-${meeting}`;

/** Whose a meeting is, where it is of one municipality. */
function ofTown({ audience }: Meeting): { readonly municipality?: string } {
  const towns = audience.filter((party) => /^\d{6}$/.test(party));
  const [first] = towns;
  return first !== undefined && towns.length === 1 ? { municipality: first } : {};
}

function meetingRow(meeting: Meeting, minutes: Minutes | undefined): ReportRow {
  const { id, day, title, kind } = meeting;
  const current = currentMinutes(minutes);
  return {
    ...ofTown(meeting),
    record: { kind: 'meetings', id, day },
    cells: [
      {
        key: `meeting/${id}`,
        what: `${title} 開催日`,
        text: fullDate(day),
        records: ofRecord('meetings', id, { day }),
      },
      title,
      meetingKindNames[kind],
      current
        ? countedFigure({
            ...{ key: `decisions/${id}`, what: `${fullDate(day)} ${title} 決定事項` },
            ...{ count: decisionLines(current.decisions).length, unit: '件', rule: '議事録の決定事項の行の数' },
            records: ofRecord('minutes', minutesId(id), { version: current.number }),
          })
        : '議事録なし',
      confirmedCell(meeting, minutes),
    ],
  };
}

/** The prefecture confirms the minutes of 進捗状況確認会議 alone. */
function confirmedCell({ kind }: Meeting, minutes: Minutes | undefined): string {
  const confirmed = minutesConfirmation(minutes);
  if (kind !== 'progress' && !confirmed) return '対象外';
  return confirmed && isMinutesConfirmed(minutes) ? fullDate(confirmed.day) : '未確認';
}
