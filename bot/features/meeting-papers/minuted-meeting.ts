import { dayOf, shortDate } from '../../../programme/day.ts';
import { isCancelled, type Meeting } from '../../../programme/meetings/meeting.ts';
import { currentMinutes, type Minutes } from '../../../programme/meetings/minutes.ts';
import { meetingsSaid } from '../../../programme/meetings/said.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import type { MemberStart } from '../../turn.ts';
import { hasBegun, visibleMeetings } from '../meetings/find.ts';

export type Minuted = { readonly meeting: Meeting; readonly minutes: Minutes };

export const minutesAt = ({ id }: Pick<Meeting, 'id'>) => ({ partition: PROGRAMME, id: `minutes-${id}` });

/** 進捗状況確認会議（9月）（9/24(木)） */
export const calledAt = ({ title, day }: Meeting): string => `${title}（${shortDate(day)}）`;

/**
 * The meeting with minutes that is meant; without a name the last one of which there are any. More than one is asked about.
 * @param isMeant which of them can be meant
 * @throws Refusal where there is none
 */
export async function minutedMeeting(
  said: string | undefined,
  turn: MemberStart,
  isMeant: (meeting: Meeting) => boolean,
): Promise<Minuted | readonly [Meeting, ...Meeting[]]> {
  const { store, now } = turn;
  const today = dayOf(now);
  const kept = (await store.minutes.list(PROGRAMME, { from: 'minutes-', below: 'minutes.' })).map(({ value }) => value);
  const byMeeting = new Map(kept.flatMap((each) => (currentMinutes(each) ? [[each.meeting, each] as const] : [])));
  const seen = (await visibleMeetings(turn)).filter((meeting) => !isCancelled(meeting) && isMeant(meeting));
  const minuted = seen.filter(({ id }) => byMeeting.has(id));
  const found = said === undefined ? minuted.slice(-1) : meetingsSaid(said, minuted, today);
  const [first, ...others] = found;
  if (!first) {
    const named =
      said === undefined ? seen.filter((meeting) => hasBegun(meeting, now)) : meetingsSaid(said, seen, today);
    const last = named.at(-1);
    if (said !== undefined && !last) throw Refusal.because('unknown-meeting');
    throw Refusal.because('no-minutes', { of: last && calledAt(last) });
  }
  const minutes = byMeeting.get(first.id);
  if (others.length > 0 || !minutes) return [first, ...others];
  return { meeting: first, minutes };
}
