import { submittedCard } from '../../../cards/approvals/notices.ts';
import { OPEN_DAYS_TO_WAIT, waitingSince } from '../../../programme/approvals/filing-standing.ts';
import { addOpenDays, calendarOf } from '../../../programme/calendar.ts';
import { dayOf, instantOf } from '../../../programme/day.ts';
import { currentFiling } from '../../../programme/filing.ts';
import { daily } from '../../../programme/schedule.ts';
import type { Filed } from '../../filed.ts';
import { days, defineJob, foundByDay, type Job, withdraw } from '../../job.ts';
import { decidersOn, FilingItem, itemFor, versionThatWaits, waitingNotices } from './filing-notices.ts';
import { filingsIn, waitingAmong } from './filings.ts';

/** What has waited for three open days is spoken of once more. */
export function filingWaitingOver(filed: readonly Filed[]): Job {
  const waiting = foundByDay(async ({ store, programme }) => {
    const calendar = calendarOf(programme.closures);
    return waitingAmong(await filingsIn(store, filed)).map((one) => {
      const since = dayOf(new Date(waitingSince(one.filing) ?? ''));
      return [addOpenDays(since, OPEN_DAYS_TO_WAIT, calendar), one] as const;
    });
  });
  return defineJob({
    name: 'filing-waiting',
    called: '決定待ちのお知らせ',
    withdraws: waitingNotices,
    item: FilingItem,
    within: days(14),
    schedule: () => daily('09:00', 'previous-open'),

    async due(slot, planning) {
      const at = instantOf(slot.day, '09:00');
      return (await waiting(slot, planning)).flatMap((one) =>
        decidersOn(slot.day, planning).map((member) => itemFor(member, one, currentFiling(one.filing).number, at)),
      );
    },

    async card(item, drawing) {
      const view = await versionThatWaits(item, filed, drawing);
      return typeof view === 'string' ? withdraw(view) : submittedCard(view, 'waiting');
    },
  });
}
