import { ask } from '../../../programme/asks.ts';
import { shortDate } from '../../../programme/day.ts';
import { mayNamePeople } from '../../../programme/may.ts';
import { currentVisit } from '../../../programme/visits/visit-record.ts';
import { visitsInMeetings } from '../visits/read.ts';
import { recordsOf } from '../visits/records-of.ts';
import type { Hit, SearchSource } from './source.ts';

/**
 * Records of visits, by what was done, decided and left: in a room of others by the place alone. 所見 is kept elsewhere
 * and never looked at.
 */
export const visitsSource: SearchSource = {
  needs: 'view',
  async find(towns, { store, room }) {
    const whole = mayNamePeople(room.audience);
    const meetings = new Map((await visitsInMeetings(store)).map((meeting) => [meeting.id, meeting]));
    const found = await Promise.all(
      towns.map(async ({ code, name }) =>
        (await recordsOf(store, code)).flatMap((record): readonly Hit[] => {
          const content = currentVisit(record)?.content;
          if (!content || !meetings.has(record.meeting)) return [];
          const { day, text, decisions, problems, materials, next, place } = content;
          return [
            {
              ...{ kind: '訪問記録', title: `${shortDate(day)}の訪問`, town: name, day },
              texts: whole ? [text, decisions, problems, materials, next, place] : [place],
              open: ask('show-visit', { municipality: code, visit: record.id }),
            },
          ];
        }),
      ),
    );
    return found.flat();
  },
};
