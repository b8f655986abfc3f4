import {
  ACQUAINTANCES,
  type CollectionName,
  INVITATIONS,
  MEMBERS,
  municipal,
  PROGRAMME,
  ROOMS,
  type Store,
} from '../../storage/collections.ts';
import { relay } from '../../storage/relay.ts';
import type { Collection } from '../../storage/store.ts';
import { each } from './step.ts';

type Codes = readonly string[];
const inEach = (codes: Codes) => codes.map(municipal);
const programmeWide = () => [PROGRAMME];

/** Where documents live that are written in a turn, and so may carry effects a crash has left over. */
export const turnWritten: Readonly<Partial<Record<CollectionName, (codes: Codes) => readonly string[]>>> = {
  programmes: programmeWide,
  municipalities: programmeWide,
  members: () => [MEMBERS],
  invitations: () => [INVITATIONS],
  acquaintances: () => [ACQUAINTANCES],
  rooms: () => [ROOMS],
  meetings: programmeWide,
  items: inEach,
  kpis: inEach,
  helpRequests: inEach,
  deliveries: (codes) => [PROGRAMME, ...inEach(codes)],
};

/** Carries out what a crash between a write and its effects has left. @returns how many documents had some */
export async function relayLeftovers(
  store: Store,
  municipalities: Codes,
  onFault: (what: string, error: unknown) => void,
): Promise<number> {
  const places = Object.entries(turnWritten).flatMap(([name, partitions]) =>
    partitions(municipalities).map((partition) => ({ name: name as CollectionName, partition })),
  );
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
