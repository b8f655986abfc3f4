import { ask } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { casesHere, shownOfCases } from '../cases/read-cases.ts';
import type { Hit, SearchSource } from './source.ts';

/** Cases that may be shown here, whosever they are. */
export const casesSource: SearchSource = {
  needs: 'cases',
  async find(_towns, seeker) {
    const here = await casesHere({ ...seeker, audience: seeker.room.audience });
    return here.all.map((one): Hit => {
      const { id, municipality, content, at } = one;
      const [shows] = shownOfCases([one], here.scope, true);
      return {
        ...{ kind: '事例', title: content.title, town: municipality.name, day: dayOf(new Date(at)) },
        texts: content.sections.flatMap(({ label, text }) => [label, text]),
        open: ask('find-cases', { case: id }),
        ...(shows && { shows }),
      };
    });
  },
};
