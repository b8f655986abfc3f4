import { ask } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { visibleRequests } from '../help/requests.ts';
import type { SearchSource } from './source.ts';

/** 相談, as far as this person may learn of them, and what was answered: 1:1 alone, where they can be opened. */
export const requestsSource: SearchSource = {
  needs: 'report',
  async find(towns, seeker) {
    if (seeker.room.audience !== undefined) return [];
    const codes = new Set(towns.map(({ code }) => code));
    const views = (await visibleRequests(seeker)).filter(({ municipality }) => codes.has(municipality.code));
    return views.map(({ request, municipality, standing }) => ({
      ...{ kind: '相談', title: request.text.split(/\r?\n/)[0] ?? '', town: municipality.name },
      ...{ texts: [request.text, standing.answer?.text], day: dayOf(new Date(request.at)) },
      open: ask('show-requests', { request: request.id, municipality: municipality.code }),
    }));
  },
};
