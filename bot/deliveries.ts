import { type Delivery, deliveriesFrom } from '../programme/delivery.ts';
import { type Lease, rung } from '../programme/lease.ts';
import { LEASES, municipal, PROGRAMME, type Store } from '../storage/collections.ts';
import type { Turn } from './turn.ts';

/** What was planned or sent in these municipalities, and for the programme as a whole. */
export async function deliveriesIn(store: Store, codes: readonly string[], from: Date): Promise<readonly Delivery[]> {
  const partitions = [PROGRAMME, ...codes.map(municipal)];
  const found = await Promise.all(partitions.map((each) => store.deliveries.list(each, deliveriesFrom(from))));
  return found.flat().map(({ value }) => value);
}

/** Wakes the outbox, so that what was put into it by hand goes out with the next tick. */
export async function ringBell({ change }: Pick<Turn, 'change'>): Promise<void> {
  await change('leases', { partition: LEASES, id: 'dispatcher' }, (lease: Lease | undefined) => rung(lease));
}
