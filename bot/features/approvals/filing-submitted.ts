import { submittedCard } from '../../../cards/approvals/notices.ts';
import { waitingSince } from '../../../programme/approvals/filing-standing.ts';
import { dayOf } from '../../../programme/day.ts';
import { currentFiling } from '../../../programme/filing.ts';
import { daily } from '../../../programme/schedule.ts';
import type { Filed } from '../../filed.ts';
import { days, defineJob, foundByDay, type Job, withdraw } from '../../job.ts';
import { decidersOn, FilingItem, itemFor, versionThatWaits, waitingNotices } from './filing-notices.ts';
import { filingsIn, waitingAmong } from './filings.ts';

/** What is handed in goes to who decides in the prefecture as soon as an office is open: 1:1, with the buttons. */
export function filingSubmittedOver(filed: readonly Filed[]): Job {
  const submitted = foundByDay(async ({ store }) =>
    waitingAmong(await filingsIn(store, filed)).map((one) => {
      const at = waitingSince(one.filing) ?? '';
      return [dayOf(new Date(at)), { one, at }] as const;
    }),
  );
  return defineJob({
    name: 'filing-submitted',
    called: '提出のお知らせ',
    withdraws: waitingNotices,
    item: FilingItem,
    within: days(14),
    schedule: () => daily('09:00', 'previous-open'),

    async due(slot, planning) {
      return (await submitted(slot, planning)).flatMap(({ one, at }) =>
        decidersOn(slot.day, planning).map((member) =>
          itemFor(member, one, currentFiling(one.filing).number, new Date(at)),
        ),
      );
    },

    async card(item, drawing) {
      const view = await versionThatWaits(item, filed, drawing);
      return typeof view === 'string' ? withdraw(view) : submittedCard(view, 'submitted');
    },
  });
}
