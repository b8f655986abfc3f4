import { waitingSince } from '../../../programme/approvals/filing-standing.ts';
import { ask } from '../../../programme/asks.ts';
import { dayOf } from '../../../programme/day.ts';
import { filingAt } from '../../../programme/filing.ts';
import type { Filed } from '../../filed.ts';
import type { DigestLine } from '../digest/digest-line.ts';
import { filingsIn, waitingAmong } from './filings.ts';

/** What waited for a decision at the moment of the digest, counted by kind: what each says, and whom it names, stays there. */
export const filingsToDecideOver =
  (filed: readonly Filed[]): DigestLine =>
  async ({ store, until }) => {
    const then = (await filingsIn(store, filed)).flatMap(({ of, filing }) => {
      const stood = filingAt(filing, until);
      return stood ? [{ of, filing: stood }] : [];
    });
    const waiting = waitingAmong(then);
    const [first] = waiting;
    const since = first && waitingSince(first.filing);
    if (since === undefined) return undefined;
    const counts = filed.flatMap((kind) => {
      const count = waiting.filter(({ of }) => of === kind).length;
      return count > 0 ? [`${kind.called}\u00a0${count}`] : [];
    });
    return {
      ...{ what: '承認待ち', count: waiting.length, since: dayOf(new Date(since)) },
      ...{ parts: counts, open: ask('show-waiting') },
    };
  };
