import { z } from 'zod';
import { Day, instantOf } from './day.ts';

export const MeetingKind = z.enum(['progress', 'working', 'training', 'other']);
export type MeetingKind = z.infer<typeof MeetingKind>;

export const meetingKindNames: Readonly<Record<MeetingKind, string>> = {
  progress: '進捗状況確認会議',
  working: '打合せ',
  training: '研修',
  other: 'その他',
};

/** For whom a meeting is: one of the three circles, or these municipalities (団体コード). */
const MeetingAudience = z.union([
  z.enum(['prefecture', 'secretariat', 'all']),
  z.array(z.string().regex(/^\d{6}$/)).min(1),
]);

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const Meeting = z.object({
  id: z.string(),
  title: z.string().min(1),
  kind: MeetingKind,
  day: Day,
  start: Clock,
  end: Clock,
  place: z.string(),
  audience: MeetingAudience,
  /** The member who made it in chat. Absent for a meeting of the workbook, which the workbook also changes and removes. */
  scheduledBy: z.string().optional(),
});
export type Meeting = z.infer<typeof Meeting>;

/**
 * `meeting-20240920T0500Z-1f3a5c7e`: when it starts (UTC) and what it is called. A new place, end or audience is the
 * same meeting; another time or title is another one. Two meetings of one title must not start together.
 */
export function meetingId(meeting: Pick<Meeting, 'title' | 'day' | 'start'>): string {
  const stamp = instantOf(meeting.day, meeting.start).toISOString().slice(0, 16).replace(/[-:]/g, '');
  return `meeting-${stamp}Z-${fingerprint(meeting.title.normalize('NFKC').replace(/\s/g, ''))}`;
}

export function startOf(meeting: Pick<Meeting, 'day' | 'start'>): Date {
  return instantOf(meeting.day, meeting.start);
}

/** FNV-1a, 32 bits: tells titles of one moment apart, nothing more. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of new TextEncoder().encode(text)) hash = Math.imul(hash ^ unit, 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}
