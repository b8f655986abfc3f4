import { z } from 'zod';
import { Day } from '../day.ts';
import { defineKind, inOne, ofYearOf, PROGRAMME, wholly } from '../kind.ts';
import { members } from '../member.ts';
import { Provenance } from '../provenance.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';
import { meetings } from './kind.ts';
import { type Meeting, TimeOfDay } from './meeting.ts';

/** 出席・代理・欠席 */
export const Attendance = z.enum(['attend', 'substitute', 'decline']);
export type Attendance = z.infer<typeof Attendance>;

const answerNames: Readonly<Record<Attendance, string>> = {
  attend: '出席',
  substitute: '代理出席',
  decline: '欠席',
};

/** How many changes of mind are kept. */
const KEPT = 10;

/** One person's answer to one invitation, in a document of its own: a meeting of a hundred is answered at once. */
export const MeetingAnswer = z.object({
  meeting: z.string(),
  member: z.string(),
  /** Oldest first; the last one counts. */
  versions: z
    .array(
      Provenance.extend({
        answer: Attendance,
        /** Who comes instead. */
        substitute: z.string().optional(),
        /** What was answered to: a meeting that moved has to be answered again. */
        day: Day,
        start: TimeOfDay,
      }),
    )
    .min(1),
});
export type MeetingAnswer = z.infer<typeof MeetingAnswer>;

export type AttendanceSaid = { readonly answer: Attendance; readonly substitute?: string | undefined };

export function answerId(meeting: string, member: string): string {
  return `answer-${meeting}:${member}`;
}

/** The ids of all answers to a meeting; for `Collection.list`. */
export function answersTo(meeting: string): { readonly from: string; readonly below: string } {
  return { from: `answer-${meeting}:`, below: `answer-${meeting};` };
}

/** Adds an answer. The same again, or a replay of an earlier message, changes nothing. */
export function withAttendance(
  known: MeetingAnswer | undefined,
  meeting: Meeting,
  said: AttendanceSaid,
  from: Provenance,
): MeetingAnswer {
  const { day, start } = meeting;
  const version = {
    ...from,
    answer: said.answer,
    ...(said.substitute === undefined ? {} : { substitute: said.substitute }),
    day,
    start,
  };
  if (!known) return { meeting: meeting.id, member: from.by, versions: [version] };
  if (known.versions.some(({ ask }) => ask === from.ask)) return known;
  const last = standing(known, meeting);
  if (last && last.answer === said.answer && last.substitute === said.substitute) return known;
  return { ...known, versions: [...known.versions, version].slice(-KEPT) };
}

/** The answer that counts; undefined also when the meeting has moved since. */
export function standing(
  answer: MeetingAnswer | undefined,
  { day, start }: Pick<Meeting, 'day' | 'start'>,
): AttendanceSaid | undefined {
  const last = answer?.versions.at(-1);
  return last && last.day === day && last.start === start ? last : undefined;
}

/** Whether they come, or somebody in their place. */
export const isComing = ({ answer }: AttendanceSaid): boolean => answer !== 'decline';

/** What was answered before the meeting moved, to say so while there is no new answer. */
export function outdated(answer: MeetingAnswer | undefined, meeting: Meeting): AttendanceSaid | undefined {
  return standing(answer, meeting) ? undefined : answer?.versions.at(-1);
}

/** 出席・代理出席（佐藤）・欠席・未回答; the name only where people may be named. */
export function answerText(said: AttendanceSaid | undefined, mayName = true): string {
  if (!said) return '未回答';
  return said.substitute && mayName ? `代理出席（${said.substitute}）` : answerNames[said.answer];
}

export type AnswerCounts = Readonly<Record<Attendance | 'none', number>>;

/** How the invited have answered so far. */
export function countAnswers(invited: readonly string[], answers: readonly MeetingAnswer[], meeting: Meeting) {
  const byMember = new Map(answers.map((answer) => [answer.member, standing(answer, meeting)?.answer]));
  const counts = { attend: 0, substitute: 0, decline: 0, none: 0 };
  for (const member of invited) counts[byMember.get(member) ?? 'none']++;
  return counts satisfies AnswerCounts;
}

export const meetingAnswers = defineKind({
  name: 'meetingAnswers',
  called: '出欠',
  container: 'state',
  schema: MeetingAnswer,
  ...inOne(PROGRAMME),
  id: ({ meeting, member }) => answerId(meeting, member),
  belongsTo: (answer, town) => wholly(answer, town.has(members, answer.member) || town.has(meetings, answer.meeting)),
  ofYear: ofYearOf(meetings, ({ meeting }) => meeting),
  keptFor: { years: 'records', isOver: ({ meeting }, { isOver }) => isOver(meetings, meeting) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '出欠',
        'meetings',
        ({ meeting, member, versions }: MeetingAnswer) => versions.map((version) => ({ ...version, meeting, member })),
        {
          会議: ({ meeting }, { titleOfMeeting }) => titleOfMeeting(meeting),
          氏名: ({ member }, { nameOf }) => nameOf(member),
          回答: (version) => answerText(version),
          回答日時: ({ at }) => momentCell(at),
        },
      ),
    ],
  },
  takenBack: { never: 'an answer is changed by answering again' },
  audited: true,
  ofTheChat: [],
});
