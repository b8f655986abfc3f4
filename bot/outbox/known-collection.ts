import type { Collection, Stored } from '../../storage/store.ts';
import { type AskedBy, createKnownPartition, type KnownPartition, type PartitionReading } from './known-partition.ts';

/**
 * Documents of one kind as they were read, brought up to date one by one. Reads what it is asked for and does not know;
 * writing goes through.
 */
export type KnownCollection = {
  readonly docs: Collection<unknown>;
  /** The same for a turn: it does not wait for planning's pace. */
  readonly ofTurns: Pick<Collection<unknown>, 'get' | 'list'>;
  /** What has become of a document, read again. */
  learn(partition: string, id: string, found: Stored<unknown> | undefined): void;
  /** That a document cannot be read: whoever asks for its partition is to hear why. */
  unlearn(partition: string): void;
  /** Reads anew what is due to be. @returns how many documents were not as they were known */
  renew(): Promise<number>;
  forget(): void;
  /** How many answers are kept. */
  answers(): number;
};

export function createKnownCollection<T>(docs: Collection<T>, reading: PartitionReading): KnownCollection {
  const any = docs as unknown as Collection<unknown>;
  const partitions = new Map<string, KnownPartition>();
  const partitionOf = (name: string): KnownPartition => {
    const found = partitions.get(name) ?? createKnownPartition(any, name, reading);
    partitions.set(name, found);
    return found;
  };
  const reads = (by: AskedBy): Pick<Collection<unknown>, 'get' | 'list'> => ({
    get: (partition, id, how) => (how === 'to-change' ? any.get(partition, id) : partitionOf(partition).get(id, by)),
    // What is cut off, or chosen by what changes without a note, is not kept.
    list: (partition, which = {}) =>
      which.withEffects || which.limit !== undefined
        ? any.list(partition, which)
        : partitionOf(partition).list(which, by),
  });
  return {
    docs: { ...any, ...reads('planning') },
    ofTurns: reads('turn'),
    learn: (partition, id, found) => partitions.get(partition)?.learn(id, found),
    unlearn: (partition) => void partitions.delete(partition),
    async renew() {
      let wrong = 0;
      for (const partition of partitions.values()) wrong += await partition.renew();
      return wrong;
    },
    forget: () => partitions.clear(),
    answers: () => [...partitions.values()].reduce((sum, partition) => sum + partition.answers(), 0),
  };
}
