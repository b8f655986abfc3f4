import type { Ask, Card } from '../../../cards/card.ts';
import { chooseMeeting } from '../../../cards/meetings/meetings.ts';
import { addDays, Day, dayOf } from '../../../programme/day.ts';
import { mayNamePeople } from '../../../programme/may.ts';
import {
  audienceName,
  isInvited,
  mayConvene,
  maySeeMeeting,
  type NamesOf,
} from '../../../programme/meetings/audience.ts';
import { endOf, isCancelled, type Meeting, meetingId, startOf } from '../../../programme/meetings/meeting.ts';
import { isTown } from '../../../programme/meetings/party.ts';
import { meetingsInOrder, meetingsNear, meetingsSaid, nextOfEach } from '../../../programme/meetings/said.ts';
import type { Member } from '../../../programme/member.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { MEMBERS, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { knownMunicipality, municipalityNames } from '../../../storage/municipalities.ts';
import type { MemberTurn } from '../../turn.ts';

/** What it takes to look something up for somebody: a turn, or what a job knows of a person in a 1:1 chat. */
export type LookUpTurn = Pick<MemberTurn, 'who' | 'now' | 'store' | 'programme'> & {
  readonly room: Pick<MemberTurn['room'], 'audience'>;
  readonly via?: MemberTurn['via'];
};

/** Minutes of meetings longer ago than this are asked for by name. */
const DAYS_BEHIND = 14;

/** Every meeting, or of thousands the few that are wanted, in order of time. */
export async function allMeetings(
  store: Store,
  isWanted: (meeting: Meeting) => boolean = () => true,
): Promise<readonly Meeting[]> {
  const found = await store.meetings.list(PROGRAMME, { from: 'meeting-', below: 'meeting.' });
  return meetingsInOrder(found.filter(({ value }) => isWanted(value)).map(({ value }) => value));
}

/** All that can be the meeting that is wanted, or have taken its id: few of thousands. */
export async function meetingsLike(
  store: Store,
  wanted: Pick<Meeting, 'title' | 'day' | 'start'>,
): Promise<readonly Meeting[]> {
  const base = meetingId(wanted);
  return (await store.meetings.list(PROGRAMME, { from: base, below: `${base}.` })).map(({ value }) => value);
}

export async function visibleMeetings({ store, who, room }: LookUpTurn): Promise<readonly Meeting[]> {
  const [all, town] = await Promise.all([
    allMeetings(store),
    room.audience !== undefined && isTown(room.audience) ? knownMunicipality(store, room.audience) : undefined,
  ]);
  return all.filter((meeting) => maySeeMeeting(who, meeting, room.audience, town?.supported));
}

export const isAhead = (meeting: Meeting, now: Date) => endOf(meeting) > now;
export const hasBegun = (meeting: Meeting, now: Date) => startOf(meeting) <= now;

export type Purpose = 'answer' | 'topic' | 'look' | 'convene' | 'minutes';

/**
 * The meetings somebody can mean; more than one is asked about.
 * @throws Refusal when there is none
 */
export async function meetingsMeant(
  said: string | undefined,
  purpose: Purpose,
  turn: LookUpTurn,
): Promise<readonly [Meeting, ...Meeting[]]> {
  const { now, who } = turn;
  const today = dayOf(now);
  const seen = await visibleMeetings(turn);
  const fitting = seen.filter((meeting) => !isCancelled(meeting) && fits(meeting, purpose, who, now));
  const found = said === undefined ? near(fitting, purpose, today) : meetingsSaid(said, fitting, today);
  // What was named but does not fit is found too, so that the person is told why.
  const named = found.length === 0 && said !== undefined ? meetingsSaid(said, seen, today).slice(-1) : found;
  const [first, ...others] = named;
  if (!first && Day.safeParse(said).success) throw Refusal.because('no-meeting-then', { day: said ?? '' });
  if (!first) throw Refusal.because(said === undefined ? 'no-meeting' : 'unknown-meeting');
  return [first, ...others];
}

function near(fitting: readonly Meeting[], purpose: Purpose, today: string): readonly Meeting[] {
  if (purpose === 'topic') return nextOfEach(fitting, today);
  if (purpose !== 'minutes') return meetingsNear(fitting, today);
  // Of a visit there is a record, and minutes only where it is named.
  const held = fitting.filter(({ visit }) => visit === undefined);
  const recent = (held.length > 0 ? held : fitting).filter(({ day }) => day >= addDays(today, -DAYS_BEHIND));
  return recent.length > 0 ? recent : (held.length > 0 ? held : fitting).slice(-1);
}

function fits(meeting: Meeting, purpose: Purpose, who: Member, now: Date): boolean {
  if (purpose === 'minutes') return hasBegun(meeting, now) && mayConvene(who, meeting);
  if (!isAhead(meeting, now)) return false;
  if (purpose === 'convene') return mayConvene(who, meeting) && !hasBegun(meeting, now);
  return purpose === 'look' || isInvited(who, meeting);
}

/** @throws Refusal when it is too late, called off, or not theirs to answer */
export function refuseUnlessOpen(meeting: Meeting, { who, now }: LookUpTurn): void {
  if (isCancelled(meeting)) throw Refusal.because('meeting-cancelled');
  if (!isAhead(meeting, now)) throw Refusal.because('meeting-over');
  if (!isInvited(who, meeting)) throw Refusal.because('not-invited');
}

/** @throws Refusal when it is too late or not theirs to change */
export function refuseUnlessConvener(meeting: Meeting, { who, now }: LookUpTurn): void {
  if (!mayConvene(who, meeting)) throw Refusal.because('not-convener');
  if (hasBegun(meeting, now)) throw Refusal.because('meeting-over');
}

/** Asks which of several meetings is meant. */
export async function whichMeeting(
  asked: Ask,
  title: string,
  meetings: readonly Meeting[],
  turn: Pick<LookUpTurn, 'store' | 'room'>,
): Promise<Card> {
  const names = await audienceNames(turn);
  return chooseMeeting(asked, title, meetings, ({ audience }) => audienceName(audience, names));
}

/** What an audience's municipalities and, where they may be named, people are called. */
export async function audienceNames({ store, room }: Pick<LookUpTurn, 'store' | 'room'>): Promise<NamesOf> {
  const [town, people] = await Promise.all([municipalityNames(store), store.members.list(MEMBERS)]);
  const names = new Map(people.map(({ value }) => [value.id, value.name]));
  return { town, person: mayNamePeople(room.audience) ? (id) => names.get(id) ?? '名簿にない方' : undefined };
}
