import { ask } from '../../../programme/asks.ts';
import { isCancelled } from '../../../programme/meetings/meeting.ts';
import { currentMinutes } from '../../../programme/meetings/minutes.ts';
import { isVisit } from '../../../programme/visits/visit-slot.ts';
import { PROGRAMME } from '../../../storage/collections.ts';
import { isForRoom } from '../meetings/agenda.ts';
import { visibleMeetings } from '../meetings/find.ts';
import type { Hit, SearchSource } from './source.ts';

/** Meetings this person may know of, by their title, place, agenda and what was decided. */
export const meetingsSource: SearchSource = {
  needs: 'meet',
  async find(towns, seeker) {
    const { store } = seeker;
    const [meetings, kept, minutes] = await Promise.all([
      visibleMeetings(seeker),
      store.agendaTopics.list(PROGRAMME),
      store.minutes.list(PROGRAMME, { from: 'minutes-', below: 'minutes.' }),
    ]);
    const topics = kept
      .map(({ value }) => value)
      .filter(({ undone, municipality }) => !undone && isForRoom(municipality, seeker));
    const decided = new Map(minutes.map(({ value }) => [value.meeting, currentMinutes(value)?.decisions]));
    const names = new Map(towns.map(({ code, name }) => [code, name]));
    return meetings
      .filter((meeting) => !isVisit(meeting) && !isCancelled(meeting))
      .map((meeting): Hit => {
        const { id, title, day, place, audience } = meeting;
        const own = topics.filter((topic) => topic.meeting === id).map((topic) => topic.text);
        const town = audience.length === 1 ? names.get(audience[0] ?? '') : undefined;
        return {
          ...{ kind: '会議', title, town, day, texts: [place, ...own, decided.get(id)] },
          open: ask('show-meetings', { meeting: id }),
        };
      });
  },
};
