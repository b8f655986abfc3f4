import { waitingSince } from '../../../programme/approvals/filing-standing.ts';
import { dayOf } from '../../../programme/day.ts';
import type { MeetingPaper } from '../../../programme/meeting-papers/meeting-paper.ts';
import type { Filed } from '../../filed.ts';
import type { Making } from '../../files/handed-out.ts';
import { consultationsWaiting } from '../approvals/also-waiting.ts';
import { filingsIn, waitingAmong } from '../approvals/filings.ts';

/** What 承認待ち shows, oldest first: filings, then 協議. What they say, and whom they name, stays there. */
export async function paperWaiting(filed: readonly Filed[], from: Making): Promise<MeetingPaper['waiting']> {
  const waiting = waitingAmong(await filingsIn(from.store, filed));
  const filings = waiting.flatMap(({ of, filing }) => {
    const since = waitingSince(filing);
    return since === undefined ? [] : [{ what: of.called, since: dayOf(new Date(since)) }];
  });
  const others = await consultationsWaiting(from);
  return [...filings, ...others.map(({ since }) => ({ what: '協議', since }))];
}
