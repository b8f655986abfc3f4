import type { Delivery } from '../../programme/delivery.ts';
import type { Store } from '../../storage/collections.ts';
import { relay } from '../../storage/relay.ts';

const RACES = 8;

/**
 * Moves a delivery one step, if it may be taken from where it now is.
 * @returns the delivery afterwards; undefined when somebody else has moved it so that the step is not possible any more
 * @throws when the store does not say whether it was written: the step must then not be acted on
 */
export async function moveDelivery(
  store: Store,
  delivery: Delivery,
  next: (now: Delivery) => Delivery | undefined,
): Promise<Delivery | undefined> {
  const { deliveries } = store;
  const at = [deliveries.partitionOf(delivery), deliveries.idOf(delivery)] as const;
  for (let race = 0; race < RACES; race++) {
    const found = await deliveries.get(...at);
    const moved = found && next(found.value);
    if (!moved) return undefined;
    const was = found.effects.length > 0 ? await relay(store, deliveries, found) : found.etag;
    if ((await deliveries.put(moved, was)).outcome === 'written') return moved;
  }
  return undefined;
}

/** Works through many things, so many at a time. A fault of one is told and stops none of the others. */
export async function each<T>(
  all: readonly T[],
  work: (one: T) => Promise<void>,
  onFault: (error: unknown) => void,
  atOnce = 8,
): Promise<void> {
  const rest = all.values();
  const worker = async (): Promise<void> => {
    for (const one of rest) await work(one).catch(onFault);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, all.length) }, worker));
}
