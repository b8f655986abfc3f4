import { z } from 'zod';
import { Day, instantOf, shortDate } from '../day.ts';
import { Provenance } from '../provenance.ts';
import { MeetingAudience } from './party.ts';
import { VisitMode } from './visit-mode.ts';

export const MeetingKind = z.enum(['progress', 'working', 'training', 'visit', 'other']);
export type MeetingKind = z.infer<typeof MeetingKind>;

export const meetingKindNames: Readonly<Record<MeetingKind, string>> = {
  progress: '進捗状況確認会議',
  working: '打合せ',
  training: '研修',
  visit: '訪問',
  other: 'その他',
};

/** A time of day, `HH:MM`. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '時刻は 14:00 の形で入力してください');

export const Meeting = z.object({
  id: z.string(),
  title: z.string().min(1),
  kind: MeetingKind,
  day: Day,
  start: TimeOfDay,
  end: TimeOfDay,
  place: z.string(),
  audience: MeetingAudience.readonly(),
  /** The member who made it in chat. Absent for a meeting of the workbook, which the workbook also changes and removes. */
  scheduledBy: z.string().optional(),
  status: z.enum(['scheduled', 'cancelled']).optional(),
  /** How often it was changed in chat; calendars tell an update from its predecessor by it. Absent is 0. */
  sequence: z.number().int().nonnegative().optional(),
  /** The last change in chat. */
  changed: Provenance.optional(),
  /** Each time it was put to another day or time. */
  moves: z.array(Provenance).optional(),
  /** Why it was called off, where that was said. */
  reason: z.string().optional(),
  /** Of a visit: which expert comes, how it is planned, and for when where its record says that it was at another time. */
  visit: z
    .object({
      expert: z.string(),
      mode: VisitMode,
      planned: z.object({ day: Day, start: TimeOfDay, end: TimeOfDay }).optional(),
    })
    .optional(),
});
export type Meeting = z.infer<typeof Meeting>;

/** What may be changed of a meeting that stays the same meeting. */
export type MeetingChange = Partial<
  Pick<Meeting, 'title' | 'kind' | 'day' | 'start' | 'end' | 'place' | 'status' | 'reason'>
>;

/**
 * `meeting-20240920T0500Z-1f3a5c7e`: when it starts (UTC) and what it is called. A new place, end or audience is the
 * same meeting; another time or title is another one. In a workbook two meetings of one title must not start together;
 * in chat another audience makes another meeting.
 */
export function meetingId(meeting: Pick<Meeting, 'title' | 'day' | 'start'>): string {
  const stamp = instantOf(meeting.day, meeting.start).toISOString().slice(0, 16).replace(/[-:]/g, '');
  return `meeting-${stamp}Z-${fingerprint(meeting.title.normalize('NFKC').replace(/\s/g, ''))}`;
}

export function startOf(meeting: Pick<Meeting, 'day' | 'start'>): Date {
  return instantOf(meeting.day, meeting.start);
}

export function endOf(meeting: Pick<Meeting, 'day' | 'end'>): Date {
  return instantOf(meeting.day, meeting.end);
}

/** What calendars know the meeting by, however often it is moved. */
export function meetingUid(meeting: Pick<Meeting, 'id'>): string {
  return `${meeting.id}@bansou`;
}

export function isCancelled(meeting: Meeting): boolean {
  return meeting.status === 'cancelled';
}

/** 9/20(金) 14:00–15:30 */
export function meetingTime({ day, start, end }: Pick<Meeting, 'day' | 'start' | 'end'>): string {
  return `${shortDate(day)} ${start}–${end}`;
}

/** Moves, renames, cancels or restores it: it keeps its id, and every real change counts. Same object when nothing changes. */
export function withMeetingChange(meeting: Meeting, change: MeetingChange, from: Provenance): Meeting {
  const now = { ...meeting, status: meeting.status ?? 'scheduled' };
  const next = { ...now, ...change };
  if ((Object.keys(change) as (keyof MeetingChange)[]).every((name) => next[name] === now[name])) return meeting;
  const isMoved = next.day !== now.day || next.start !== now.start;
  const moves = isMoved ? { moves: [...(meeting.moves ?? []), from] } : {};
  return { ...next, ...moves, sequence: (meeting.sequence ?? 0) + 1, changed: from };
}

/** Made or changed in chat: then a workbook that still says something else does not undo that. */
export function isChatMeeting(meeting: Meeting): boolean {
  return meeting.scheduledBy !== undefined || (meeting.sequence ?? 0) > 0;
}

/** A title says what kind of meeting it is. */
export function kindOfTitle(title: string): MeetingKind {
  if (title.includes(meetingKindNames.progress)) return 'progress';
  if (/研修|勉強会|講習|セミナー/.test(title)) return 'training';
  return /打ち?合わ?せ/.test(title) ? 'working' : 'other';
}

/** FNV-1a, 32 bits: tells short texts of one meeting or moment apart, nothing more. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(text)) hash = Math.imul(hash ^ unit, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
