import type { Kind } from '../../programme/kind.ts';
import { collectionOf, type KnownKinds, kinds, type Store } from '../../storage/collections.ts';
import { relay } from '../../storage/relay.ts';
import { each } from './move-delivery.ts';

const auditedOf = (of: KnownKinds): readonly Kind<unknown>[] => Object.values(of).filter((kind) => kind.audited);

/** Every partition that a turn may write into. */
export function turnPartitions(municipalities: readonly string[], of: KnownKinds = kinds): string[] {
  return [...new Set(auditedOf(of).flatMap((kind) => kind.partitions({ codes: municipalities, years: [] })))];
}

/** A part of all places, as shares of the whole: from the first, up to the second. */
export type SweptPart = readonly [from: number, below: number];

/** Which kinds, which part of their places (all, if none is named), and what is waited for before each. */
export type Through = {
  readonly of?: KnownKinds | undefined;
  readonly part?: SweptPart;
  readonly pace?: () => Promise<void>;
};

/**
 * Carries out what a crash between a write and its effects has left, where no note of it was kept.
 * @returns how many documents had some
 */
export async function relayLeftovers(
  store: Store,
  municipalities: readonly string[],
  onFault: (what: string, error: unknown) => void,
  { of = kinds, part: [from, below] = [0, 1], pace }: Through = {},
): Promise<number> {
  const where = { codes: municipalities, years: [] };
  const places = auditedOf(of).flatMap((kind) => kind.partitions(where).map((partition) => ({ kind, partition })));
  let relayed = 0;
  const sweep = async ({ kind, partition }: (typeof places)[number]): Promise<void> => {
    const docs = collectionOf(store, kind);
    await pace?.();
    for (const found of await docs.list(partition, { withEffects: true })) {
      await relay(store, docs, found);
      relayed++;
    }
  };
  const part = places.slice(Math.round(from * places.length), Math.round(below * places.length));
  await each(part, sweep, (error) => onFault('effects could not be carried out', error));
  return relayed;
}
