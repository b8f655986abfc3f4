import { dayOf } from '../../../programme/day.ts';
import { isCancelled, type Meeting } from '../../../programme/meetings/meeting.ts';
import { currentMinutes, type Minutes } from '../../../programme/meetings/minutes.ts';
import { meetingsSaid } from '../../../programme/meetings/said.ts';
import { Refusal } from '../../../programme/refusal.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import type { MemberStart } from '../../turn.ts';
import { visibleMeetings } from '../meetings/find.ts';

export type Minuted = { readonly meeting: Meeting; readonly minutes: Minutes };

export const minutesAt = ({ id }: Pick<Meeting, 'id'>) => ({ partition: PROGRAMME, id: `minutes-${id}` });

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
  const kept = (await store.minutes.list(PROGRAMME, { from: 'minutes-', below: 'minutes.' })).map(({ value }) => value);
  const byMeeting = new Map(kept.flatMap((each) => (currentMinutes(each) ? [[each.meeting, each] as const] : [])));
  const seen = (await visibleMeetings(turn)).filter((meeting) => !isCancelled(meeting) && isMeant(meeting));
  const minuted = seen.filter(({ id }) => byMeeting.has(id));
  const found = said === undefined ? minuted.slice(-1) : meetingsSaid(said, minuted, dayOf(now));
  const [first, ...others] = found;
  if (!first)
    throw Refusal.because(
      said !== undefined && meetingsSaid(said, seen, dayOf(now)).length === 0 ? 'unknown-meeting' : 'no-minutes',
    );
  const minutes = byMeeting.get(first.id);
  if (others.length > 0 || !minutes) return [first, ...others];
  return { meeting: first, minutes };
}
