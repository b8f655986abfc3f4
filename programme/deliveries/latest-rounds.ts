import { type Delivery, deliveryId } from '../delivery.ts';

/** What was sent again counts as where the last try has got to. */
export function latestRounds(all: readonly Delivery[]): readonly Delivery[] {
  const latest = new Map<string, Delivery>();
  for (const delivery of all) {
    const key = `${delivery.municipality}|${deliveryId({ ...delivery, round: 1 })}`;
    if ((latest.get(key)?.round ?? 0) < delivery.round) latest.set(key, delivery);
  }
  return [...latest.values()];
}
