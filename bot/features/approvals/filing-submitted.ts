import { submittedCard } from '../../../cards/approvals/notices.ts';
import { waitingSince } from '../../../programme/approvals/filing-standing.ts';
import { currentFiling } from '../../../programme/filing.ts';
import { daily } from '../../../programme/schedule.ts';
import type { Filed } from '../../filed.ts';
import { days, defineJob, type Job, withdraw } from '../../job.ts';
import { decidersOn, FilingItem, itemFor, versionThatWaits, waitingNotices } from './filing-notices.ts';
import { filingsIn, waitingAmong } from './filings.ts';

/** What is handed in goes to who decides in the prefecture as soon as an office is open: 1:1, with the buttons. */
export const filingSubmittedOver = (filed: readonly Filed[]): Job =>
  defineJob({
    name: 'filing-submitted',
    called: '提出のお知らせ',
    withdraws: waitingNotices,
    item: FilingItem,
    within: days(14),
    schedule: () => daily('09:00', 'previous-open'),

    async due(slot, planning) {
      const waiting = waitingAmong(await filingsIn(planning.store, filed));
      return waiting.flatMap((one) => {
        const { filing } = one;
        const at = new Date(waitingSince(filing) ?? 0);
        if (at < slot.start || at >= slot.end) return [];
        return decidersOn(slot.day, planning).map((member) => itemFor(member, one, currentFiling(filing).number, at));
      });
    },

    async card(item, drawing) {
      const view = await versionThatWaits(item, filed, drawing);
      return typeof view === 'string' ? withdraw(view) : submittedCard(view, 'submitted');
    },
  });
