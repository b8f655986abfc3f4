import { z } from 'zod';
import { helpRequestCard } from '../../../cards/help/help-request.ts';
import { dayOf } from '../../../programme/day.ts';
import { isEnded, requestStanding } from '../../../programme/help/request-standing.ts';
import { daily } from '../../../programme/schedule.ts';
import { MEMBERS, municipal } from '../../../storage/collections.ts';
import { municipalityIn } from '../../../storage/municipalities.ts';
import { type DueItem, days, defineJob, foundByDay, withdraw } from '../../job.ts';
import { leadsOn } from '../people/on-duty.ts';
import { standingRequests } from './notices.ts';

const HelpItem = z.object({ municipality: z.string(), request: z.string() });

const askedByDay = foundByDay(async (planning) =>
  (await standingRequests(planning)).map((request) => [dayOf(new Date(request.at)), request] as const),
);

/** A request for help goes to the secretariat as soon as an office is open: 1:1, with its text read when it is sent. */
export const helpRequest = defineJob({
  name: 'help-request',
  called: '相談のお知らせ',
  withdraws: { undone: '相談が取り下げられたため送りませんでした', answered: '対応済みのため送りませんでした' },
  item: HelpItem,
  within: days(14),
  schedule: () => daily('09:00', 'previous-open'),

  async due(slot, planning) {
    return (await askedByDay(slot, planning)).flatMap(({ id, municipality, at }) =>
      leadsOn('secretariat', dayOf(new Date(at)), planning).map(
        (member): DueItem<z.infer<typeof HelpItem>> => ({
          recipient: { kind: 'member', id: member.id },
          about: id,
          at: new Date(at),
          item: { municipality, request: id },
        }),
      ),
    );
  },

  async card({ municipality: code, request: id }, { store }) {
    const request = (await store.helpRequests.get(municipal(code), id))?.value;
    if (!request || request.undone) return withdraw('undone');
    if (isEnded(requestStanding(request))) return withdraw('answered');
    const [municipality, by] = await Promise.all([municipalityIn(store, code), store.members.get(MEMBERS, request.by)]);
    return helpRequestCard(municipality, request, by?.value);
  },
});
