import { shortMoment } from '../../programme/day.ts';
import { calledBy, type DeclaredJob, isConfidential } from '../../programme/declared-job.ts';
import { type Delivery, type DeliveryState, deliveriesFrom, deliveryId } from '../../programme/delivery.ts';
import { deliveryStateNames, isTrouble, reasonText } from '../../programme/delivery-words.ts';
import { MEMBERS, type Store } from '../../storage/collections.ts';
import { admission } from '../features/admission.ts';
import { jobs as all } from '../features/jobs.ts';
import { days } from '../job.ts';
import { deliveryPartitions, readWorld } from '../outbox/world.ts';
import { type AskedPeriod, badPeriod, periodFrom } from './period.ts';
import { recipientNames } from './recipient-names.ts';
import { notImported, type Verb, withStore } from './verb.ts';

/** How far the period a delivery belongs to may begin before it is due. */
const SLOT_BEFORE_DUE = days(45);

/** What became of the deliveries, each called as its job says. */
export const deliveriesVerbOf = (jobs: readonly DeclaredJob[]): Verb => ({
  name: 'deliveries',
  usage: 'deliveries [--from 日付] [--to 日付]',
  help: '配信の件数と、届かなかった理由を示します。',

  async run(call) {
    const period = periodFrom(call, { back: 7, ahead: 2 });
    if (!period) return badPeriod;
    return withStore(call.config, async (store) => {
      const world = await readWorld(store, call.now, admission);
      if (!world) return { ok: false, lines: [notImported], data: { deliveries: [] } };
      const all = await deliveriesIn(store, deliveryPartitions(world), period);
      const found = all.filter((delivery) => !isConfidential(jobs, delivery));
      // People who have left are still named in what was sent to them.
      const members = (await store.members.list(MEMBERS)).map(({ value }) => value);
      const nameOf = recipientNames({ ...world, members });
      const lines = [
        ...countLines(found, jobs),
        ...found
          .filter(isTrouble)
          .map((delivery) =>
            troubleLine(delivery, calledBy(jobs, delivery), nameOf(delivery.recipient, delivery.municipality)),
          ),
      ];
      const deliveries = found.map(({ item: _private, ...delivery }) => ({ id: deliveryId(delivery), ...delivery }));
      return {
        ok: true,
        lines: lines.length > 0 ? lines : ['この期間の配信はありません。'],
        data: { counts: countsOf(found), deliveries },
      };
    });
  },
});

export const deliveriesVerb = deliveriesVerbOf(all);

async function deliveriesIn(
  store: Store,
  partitions: readonly string[],
  { from, until }: AskedPeriod,
): Promise<Delivery[]> {
  const which = deliveriesFrom(new Date(from.getTime() - SLOT_BEFORE_DUE));
  const found = await Promise.all(partitions.map((partition) => store.deliveries.list(partition, which)));
  return found
    .flat()
    .map(({ value }) => value)
    .filter(({ dueAt }) => new Date(dueAt) >= from && new Date(dueAt) <= until)
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt) || deliveryId(a).localeCompare(deliveryId(b)));
}

type Counts = Readonly<Record<string, Partial<Record<DeliveryState, number>>>>;

function countsOf(deliveries: readonly Delivery[]): Counts {
  const counts: Record<string, Partial<Record<DeliveryState, number>>> = {};
  for (const { job, state } of deliveries) {
    const own = counts[job] ?? {};
    counts[job] = { ...own, [state]: (own[state] ?? 0) + 1 };
  }
  return counts;
}

function countLines(deliveries: readonly Delivery[], jobs: readonly DeclaredJob[]): string[] {
  return Object.entries(countsOf(deliveries)).map(([job, states]) => {
    const parts = Object.entries(states).map(
      ([state, count]) => `${deliveryStateNames[state as DeliveryState]} ${count}件`,
    );
    return `${calledBy(jobs, { job })}\t${parts.join('、')}`;
  });
}

function troubleLine(delivery: Delivery, called: string, name: string): string {
  const { dueAt, state } = delivery;
  const why = reasonText(delivery);
  const outcome = why === undefined ? deliveryStateNames[state] : `${deliveryStateNames[state]}: ${why}`;
  return `  ${shortMoment(new Date(dueAt))}\t${called}\t${name}\t${outcome}`;
}
