import { ask } from '../../../programme/asks.ts';
import { isCancelled } from '../../../programme/meetings/meeting.ts';
import { numberedTitle } from '../../../programme/meetings/meeting-number.ts';
import { allMeetings, visibleMeetings } from '../meetings/find.ts';
import type { Hit, SearchSource } from './source.ts';

/** 会議資料 of each 進捗状況確認会議, by its name: what stands in one is drawn from records, and found where these are. */
export const papersSource: SearchSource = {
  needs: 'figures',
  async find(_towns, seeker) {
    const [all, seen] = await Promise.all([allMeetings(seeker.store), visibleMeetings(seeker)]);
    return seen
      .filter((meeting) => meeting.kind === 'progress' && !isCancelled(meeting))
      .map((meeting): Hit => {
        const title = `${numberedTitle(meeting, all)}の会議資料`;
        return {
          ...{ kind: '会議資料', title, day: meeting.day, texts: [] },
          open: ask('meeting-paper', { meeting: meeting.id }),
        };
      });
  },
};
