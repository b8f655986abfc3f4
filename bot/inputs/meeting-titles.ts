import { maySeeMeeting } from '../../programme/meetings/audience.ts';
import type { Meeting } from '../../programme/meetings/meeting.ts';
import { PROGRAMME } from '../../storage/collections.ts';
import type { TurnStart } from '../turn.ts';

/** A meeting as a sentence names it. */
export type TitledMeeting = Pick<Meeting, 'title' | 'day'>;

/** What the meetings are called, and when they are, that somebody may know of, here. */
export async function meetingTitles({ store, who, room }: TurnStart): Promise<readonly TitledMeeting[]> {
  if (!who) return [];
  const found = await store.meetings.list(PROGRAMME, { from: 'meeting-', below: 'meeting.' });
  const seen = found.map(({ value }) => value).filter((meeting) => maySeeMeeting(who, meeting, room.audience));
  return seen.map(({ title, day }) => ({ title: title.normalize('NFKC'), day }));
}
