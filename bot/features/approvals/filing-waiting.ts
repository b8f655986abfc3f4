import { submittedCard } from '../../../cards/approvals/notices.ts';
import { OPEN_DAYS_TO_WAIT, waitingSince } from '../../../programme/approvals/filing-standing.ts';
import { addOpenDays, calendarOf } from '../../../programme/calendar.ts';
import { dayOf, instantOf } from '../../../programme/day.ts';
import { currentFiling } from '../../../programme/filing.ts';
import { daily } from '../../../programme/schedule.ts';
import type { Filed } from '../../filed.ts';
import { days, defineJob, type Job, withdraw } from '../../job.ts';
import { decidersOn, FilingItem, itemFor, versionThatWaits, waitingNotices } from './filing-notices.ts';
import { filingsIn, waitingAmong } from './filings.ts';

/** What has waited for three open days is spoken of once more. */
export const filingWaitingOver = (filed: readonly Filed[]): Job =>
  defineJob({
    name: 'filing-waiting',
    called: '決定待ちのお知らせ',
    withdraws: waitingNotices,
    item: FilingItem,
    within: days(14),
    schedule: () => daily('09:00', 'previous-open'),

    async due(slot, planning) {
      const calendar = calendarOf(planning.programme.closures);
      const isToday = (since: string) => addOpenDays(dayOf(new Date(since)), OPEN_DAYS_TO_WAIT, calendar) === slot.day;
      const waiting = waitingAmong(await filingsIn(planning.store, filed)).filter(({ filing }) =>
        isToday(waitingSince(filing) ?? ''),
      );
      const at = instantOf(slot.day, '09:00');
      return waiting.flatMap((one) =>
        decidersOn(slot.day, planning).map((member) => itemFor(member, one, currentFiling(one.filing).number, at)),
      );
    },

    async card(item, drawing) {
      const view = await versionThatWaits(item, filed, drawing);
      return typeof view === 'string' ? withdraw(view) : submittedCard(view, 'waiting');
    },
  });
