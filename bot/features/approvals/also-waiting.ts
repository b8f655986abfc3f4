import type { OtherWaiting } from '../../../cards/approvals/waiting.ts';
import { excerpt } from '../../../cards/excerpt.ts';
import { ask } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import type { Making } from '../../files/handed-out.ts';
import { openConsultations } from '../reports/read-consultations.ts';

/** What waits for an answer of the prefecture's and is no filing: 協議. */
export type AlsoWaiting = (from: Making) => Promise<readonly OtherWaiting[]>;

/** How much of a 協議 is shown in a list. */
const SHOWN = 60;

export const consultationsWaiting: AlsoWaiting = async ({ store }) =>
  (await openConsultations(store)).map(({ id, text, at }) => ({
    what: excerpt(text, SHOWN),
    since: dayOf(new Date(at)),
    open: ask('show-inquiries', { inquiry: id }),
  }));
