import { maySeeMeeting } from '../programme/meetings/audience.ts';
import { PROGRAMME } from '../storage/collections.ts';
import type { TurnStart } from './command.ts';

/** What the meetings are called that somebody may know of, here. */
export async function meetingTitles({ store, who, room }: TurnStart): Promise<readonly string[]> {
  if (!who) return [];
  const found = await store.meetings.list(PROGRAMME, { from: 'meeting-', below: 'meeting.' });
  const seen = found.map(({ value }) => value).filter((meeting) => maySeeMeeting(who, meeting, room.audience));
  return [...new Set(seen.map(({ title }) => title.normalize('NFKC')))];
}
