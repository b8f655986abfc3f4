import {
  ACQUAINTANCES,
  type CollectionName,
  INVITATIONS,
  kinds,
  MEMBERS,
  municipal,
  PROGRAMME,
  ROOMS,
  type Store,
} from '../../storage/collections.ts';
import { relay } from '../../storage/relay.ts';
import type { Collection } from '../../storage/store.ts';
import { each } from './step.ts';

/** Never written in a turn, so never with effects. */
const EFFECTLESS: readonly CollectionName[] = ['audit', 'leases'];

/** Every partition that a turn may write into. */
export function turnPartitions(municipalities: readonly string[]): string[] {
  return [PROGRAMME, MEMBERS, INVITATIONS, ACQUAINTANCES, ROOMS, ...municipalities.map(municipal)];
}

/** Carries out what a crash between a write and its effects has left. @returns how many documents had some */
export async function relayLeftovers(
  store: Store,
  municipalities: readonly string[],
  onFault: (what: string, error: unknown) => void,
): Promise<number> {
  const names = (Object.keys(kinds) as CollectionName[]).filter((name) => !EFFECTLESS.includes(name));
  const places = turnPartitions(municipalities).flatMap((partition) => names.map((name) => ({ name, partition })));
  let relayed = 0;
  const sweep = async ({ name, partition }: (typeof places)[number]): Promise<void> => {
    const docs = store[name] as unknown as Collection<unknown>;
    for (const found of await docs.list(partition, { withEffects: true })) {
      await relay(store, docs, found);
      relayed++;
    }
  };
  await each(places, sweep, (error) => onFault('effects could not be carried out', error));
  return relayed;
}
