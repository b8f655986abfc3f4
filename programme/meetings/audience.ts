import { type Member, may } from '../member.ts';
import type { Audience } from '../room.ts';
import { type Meeting, type MeetingAudience, meetingKindNames } from './meeting.ts';

/** The circles a meeting can be for, besides named municipalities. */
export const circleNames = { all: '全市町村', prefecture: '県', secretariat: '事務局' } as const;
export type Circle = keyof typeof circleNames;

/** Who is asked to come. The secretariat runs every meeting; the prefecture comes where it is named or where all do. */
export function isInvited(who: Member, { audience }: Pick<Meeting, 'audience'>): boolean {
  if (!may(who, 'meet')) return false;
  if (who.role === 'secretariat') return true;
  if (who.role === 'prefecture') return audience === 'prefecture' || audience === 'all';
  if (audience === 'all') return who.municipalities.length > 0;
  return typeof audience !== 'string' && audience.some((code) => who.municipalities.includes(code));
}

/** Who may know of it: the invited, and those who see everything; in a municipality's room only what concerns that one. */
export function maySeeMeeting(who: Member, meeting: Pick<Meeting, 'audience'>, room: Audience | undefined): boolean {
  if (!may(who, 'view', undefined, room)) return false;
  if (room !== undefined && /^\d/.test(room) && !concerns(meeting, room)) return false;
  return who.role === 'prefecture' || isInvited(who, meeting);
}

/** Whether a municipality (団体コード) takes part. */
function concerns({ audience }: Pick<Meeting, 'audience'>, municipality: string): boolean {
  return audience === 'all' || (typeof audience !== 'string' && audience.includes(municipality));
}

/** Who may call, move, cancel and minute a meeting: for a circle only those who reach everywhere. */
export function mayConvene(who: Member, audience: MeetingAudience): boolean {
  if (typeof audience !== 'string') return audience.every((code) => may(who, 'convene', code));
  return may(who, 'convene') && who.role === 'secretariat';
}

/** 全市町村 / 県 / 小海町、川上村 / 小海町ほか3団体 */
export function audienceName(audience: MeetingAudience, nameOf: (code: string) => string): string {
  if (typeof audience === 'string') return circleNames[audience];
  const [first = '', ...others] = audience.map(nameOf);
  return others.length > 2 ? `${first}ほか${others.length}団体` : [first, ...others].join('、');
}

/** 第4回 進捗状況確認会議 → 4 */
export function numberOf(title: string): number | undefined {
  const found = /第(\d+)回/.exec(title.normalize('NFKC'))?.[1];
  return found === undefined ? undefined : Number(found);
}

/** 第4回 進捗状況確認会議 → 進捗状況確認会議 */
export function seriesTitle(title: string): string {
  const bare = title.normalize('NFKC').replace(/第\d+回\s*/, '');
  return bare.trim() || meetingKindNames.progress;
}
