import { ask } from '../../../programme/asks.ts';
import { may } from '../../../programme/may.ts';
import { mayConvene } from '../../../programme/meetings/audience.ts';
import { isCancelled, type Meeting } from '../../../programme/meetings/meeting.ts';
import { currentMinutes } from '../../../programme/meetings/minutes.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { minutesCalled } from '../meeting-papers/minutes-sheet.ts';
import { visibleMeetings } from '../meetings/find.ts';
import type { Hit, SearchSource } from './source.ts';

/**
 * What stands in minutes beside what was decided, which everybody finds with the meeting itself: for those who get them
 * as a file, and those who write them. Who was there is named in it.
 */
export const minutesSource: SearchSource = {
  needs: 'meet',
  personal: true,
  async find(towns, seeker) {
    const { store, who, room } = seeker;
    const [meetings, kept] = await Promise.all([
      visibleMeetings(seeker),
      store.minutes.list(PROGRAMME, { from: 'minutes-', below: 'minutes.' }),
    ]);
    const written = new Map(kept.flatMap(({ value }) => [[value.meeting, currentMinutes(value)] as const]));
    const names = new Map(towns.map(({ code, name }) => [code, name]));
    const getsFile = may(who, 'filed', undefined, room.audience);
    const opens = (meeting: Meeting) => {
      if (getsFile) return ask('minutes-file', { meeting: meeting.id });
      return mayConvene(who, meeting) ? ask('edit-minutes', { meeting: meeting.id }) : undefined;
    };
    return meetings.flatMap((meeting): readonly Hit[] => {
      const { id, title, day, audience } = meeting;
      const [version, open] = [written.get(id), opens(meeting)];
      if (!version || !open || isCancelled(meeting)) return [];
      const called = minutesCalled(meeting);
      const town = audience.length === 1 ? names.get(audience[0] ?? '') : undefined;
      return [
        { kind: called, title: `${title}の${called}`, town, day, texts: Object.values(version.texts ?? {}), open },
      ];
    });
  },
};
