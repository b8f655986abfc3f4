import { z } from 'zod';
import { decisionCard } from '../../../cards/approvals/notices.ts';
import { dayOf } from '../../../programme/day.ts';
import { decisionOf, type FilingDecision } from '../../../programme/filing.ts';
import { may } from '../../../programme/may.ts';
import { daily } from '../../../programme/schedule.ts';
import type { Filed } from '../../filed.ts';
import { days, defineJob, foundByDay, type Job, type Planning, withdraw } from '../../job.ts';
import { onDuty } from '../people/on-duty.ts';
import { type FiledOne, filingOfId, filingsIn, filingView } from './filings.ts';

const DecidedItem = z.object({ filing: z.string(), decision: z.string() });

/** What the prefecture has decided goes to the PM and to who handed it in as soon as an office is open. */
export function filingDecidedOver(filed: readonly Filed[]): Job {
  const decided = foundByDay(async ({ store }) =>
    (await filingsIn(store, filed)).flatMap((one) =>
      (one.filing.decisions ?? []).map((decision) => [dayOf(new Date(decision.at)), { ...one, decision }] as const),
    ),
  );
  return defineJob({
    name: 'filing-decided',
    called: '県の決定のお知らせ',
    withdraws: { anew: '決定が改められたため送りませんでした', gone: '提出がなくなったため送りませんでした' },
    item: DecidedItem,
    within: days(14),
    schedule: () => daily('09:00', 'previous-open'),

    async due(slot, planning) {
      return (await decided(slot, planning)).flatMap(({ of, filing, decision }) =>
        toldOf(filing, decision, planning).map(({ id }) => ({
          recipient: { kind: 'member' as const, id },
          municipality: of.ofMunicipality?.(filing),
          about: `${filing.id}-${decision.ask}`,
          at: new Date(decision.at),
          item: { filing: filing.id, decision: decision.ask },
        })),
      );
    },

    async card({ filing: id, decision: message }, { store, programme, now, who }) {
      const one = await filingOfId(store, filed, id);
      const decision = one?.filing.decisions?.find(({ ask }) => ask === message);
      if (!one || !decision || !may(who, 'filed')) return withdraw('gone');
      if (decisionOf(one.filing, decision.version)?.ask !== message) return withdraw('anew');
      return decisionCard(await filingView(one, { store, programme, now, who }), decision);
    },
  });
}

/** The PM, and whoever handed that version in. */
function toldOf({ submissions }: FiledOne['filing'], { version, at }: FilingDecision, planning: Planning) {
  const by = submissions?.findLast((each) => each.version === version)?.by;
  const pm = onDuty('pm', dayOf(new Date(at)), planning);
  return [...new Set([...pm, ...planning.members.filter(({ id }) => id === by)])];
}
