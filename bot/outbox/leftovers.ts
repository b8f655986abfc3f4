import type { Kind } from '../../programme/kind.ts';
import { collectionOf, type KnownKinds, kinds, type Store } from '../../storage/collections.ts';
import { relay } from '../../storage/relay.ts';
import { each } from './move-delivery.ts';

const auditedOf = (of: KnownKinds): readonly Kind<unknown>[] => Object.values(of).filter((kind) => kind.audited);

/** Every partition that a turn may write into. */
export function turnPartitions(municipalities: readonly string[], of: KnownKinds = kinds): string[] {
  return [...new Set(auditedOf(of).flatMap((kind) => kind.partitions({ codes: municipalities, years: [] })))];
}

/** Carries out what a crash between a write and its effects has left. @returns how many documents had some */
export async function relayLeftovers(
  store: Store,
  municipalities: readonly string[],
  onFault: (what: string, error: unknown) => void,
  of: KnownKinds = kinds,
): Promise<number> {
  const where = { codes: municipalities, years: [] };
  const places = auditedOf(of).flatMap((kind) => kind.partitions(where).map((partition) => ({ kind, partition })));
  let relayed = 0;
  const sweep = async ({ kind, partition }: (typeof places)[number]): Promise<void> => {
    const docs = collectionOf(store, kind);
    for (const found of await docs.list(partition, { withEffects: true })) {
      await relay(store, docs, found);
      relayed++;
    }
  };
  await each(places, sweep, (error) => onFault('effects could not be carried out', error));
  return relayed;
}
