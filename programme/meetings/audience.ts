import { may } from '../may.ts';
import type { Member } from '../member.ts';
import type { Audience } from '../room.ts';
import { type Meeting, type MeetingKind, meetingKindNames } from './meeting.ts';
import { type Circle, circleNames, isCircle, isPerson, isTown, type MeetingAudience } from './party.ts';

/** For whom a meeting of this kind is where nobody says so; undefined where it has to be said. */
export function usualAudience(kind: MeetingKind): MeetingAudience | undefined {
  return kind === 'progress' ? ['prefecture', 'secretariat'] : undefined;
}

/** What it takes to know whether somebody is invited. */
export type Invitee = Pick<Member, 'id' | 'role' | 'municipalities' | 'active'>;

/**
 * Who is asked to come. The secretariat runs every meeting; the prefecture comes where it is named or where all
 * municipalities do; an expert where one of theirs does, where all experts do, or by name. To a visit come its municipality
 * and the expert who visits, and nobody who is not named.
 */
export function isInvited(who: Invitee, { audience, visit }: Pick<Meeting, 'audience' | 'visit'>): boolean {
  if (!may(who, 'meet')) return false;
  if (visit && who.role !== 'municipal') return audience.includes(who.id) || who.id === visit.expert;
  if (who.role === 'secretariat' || audience.includes(who.id)) return true;
  const isFor = (circle: Circle) => audience.includes(circle);
  if (who.role === 'prefecture') return isFor('prefecture') || isFor('all');
  if (who.role === 'expert' && isFor('experts')) return true;
  if (isFor('all') || isFor('supported')) return who.municipalities.length > 0;
  return who.municipalities.some((code) => audience.includes(code));
}

/** Those of a set whom nobody of these people would come for, the secretariat aside. */
export function forNobody(audience: MeetingAudience, people: readonly Invitee[]): MeetingAudience {
  const isFor = (party: string, who: Invitee) =>
    (isPerson(party) ? who.id === party : who.role !== 'secretariat') && isInvited(who, { audience: [party] });
  return audience.filter((party) => party !== 'secretariat' && !people.some((who) => isFor(party, who)));
}

/**
 * Who may know of it: the invited, and those who see everything; in a municipality's room only what concerns that one.
 * @param isSupported whether the municipality whose room it is is 支援対象
 */
export function maySeeMeeting(
  who: Member,
  meeting: Pick<Meeting, 'audience' | 'visit'>,
  room: Audience | undefined,
  isSupported = true,
): boolean {
  if (!may(who, 'view', undefined, room)) return false;
  if (room !== undefined && /^\d/.test(room) && !concerns(meeting, room, isSupported)) return false;
  return who.role === 'prefecture' || who.role === 'secretariat' || isInvited(who, meeting);
}

/** Whether a municipality (団体コード) takes part. */
function concerns({ audience }: Pick<Meeting, 'audience'>, code: string, isSupported: boolean): boolean {
  return audience.includes('all') || audience.includes(code) || (isSupported && audience.includes('supported'));
}

/**
 * Who may call, move, cancel and minute a meeting: for a circle only those who reach everywhere. An expert may for their
 * municipalities, and for people only what they called themselves.
 */
export function mayConvene(who: Member, { audience, scheduledBy }: Pick<Meeting, 'audience' | 'scheduledBy'>): boolean {
  if (!may(who, 'convene')) return false;
  if (who.role === 'secretariat') return true;
  return audience.every((party) =>
    isTown(party) ? may(who, 'convene', party) : isPerson(party) && scheduledBy === who.id,
  );
}

/** What those are called whom an audience names; without `person`, people are only counted. */
export type NamesOf = {
  readonly town: (code: string) => string;
  readonly person?: ((id: string) => string) | undefined;
};

/** 県、全市町村 / 小海町、川上村 / 小海町ほか3団体、小海 花子 */
export function audienceName(audience: MeetingAudience, { town, person }: NamesOf): string {
  const people = audience.filter(isPerson);
  const counted = people.length === 0 ? [] : [`指名の方${people.length}人`];
  return [
    ...audience.filter(isCircle).map((circle) => circleNames[circle]),
    ...shortened(audience.filter(isTown).map(town), '団体'),
    ...(person ? shortened(people.map(person), '人') : counted),
  ].join('、');
}

function shortened(names: readonly string[], unit: string): readonly string[] {
  const [first = '', ...others] = names;
  return others.length > 2 ? [`${first}ほか${others.length}${unit}`] : names;
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
