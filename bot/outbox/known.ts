import { createHash } from 'node:crypto';
import { type Delivery, deliveryId } from '../../programme/delivery.ts';
import { collectionOf, type KnownKinds, kinds, type Store } from '../../storage/collections.ts';
import type { Collection } from '../../storage/store.ts';
import { type Clock, steadyOf } from './clock.ts';
import { createKnownCollection, type KnownCollection } from './known-collection.ts';
import type { PartitionReading } from './known-partition.ts';
import { type ChangedDocument, createChanges } from './look-at-changes.ts';
import type { Place } from './notes-seen.ts';
import { storeOfTurn } from './store-of-turn.ts';

/**
 * The store as planning reads it: what was read once is not read again until a change of it is noted, so that a look
 * costs what has changed. Only whoever holds the lease may keep it from one look to the next: it takes the notes away.
 */
export type Known = {
  readonly store: Store;
  /** The same store for whoever plans and sends: its deliveries are written without a note, and looked at again. */
  readonly own: Store;
  /**
   * What is known is of this term and no other: what was read before it is forgotten. Without one, as in the beginning,
   * nobody but planning goes by it.
   */
  begin(term: number): void;
  /**
   * Another look begins: learns what has changed since the last one. @returns how many leftovers were carried out
   * @param isQuiet nothing is likely to have: what is noted is asked for only where some of it is still to be seen to
   */
  refresh(isQuiet?: boolean): Promise<number>;
  /**
   * The store for a turn that begins now: it reads of what is known only what is as late as that, and the store itself
   * where that cannot be said. Its reads of a kind that is written without notes, and all after it has written, are the
   * store's own.
   */
  asOfNow(): Promise<Store>;
  /** How many notes there are that the next look can take away. */
  settled(): number;
  /** Waits until another request may be made. */
  pace(): Promise<void>;
  /** A delivery that is not, or may not be, as it was known. */
  touch(delivery: Delivery): void;
  forget(): void;
};

export type KnownSetup = {
  readonly store: Store;
  readonly kinds?: KnownKinds | undefined;
  readonly clock: Clock;
  /** How many RU may be asked for in a second, as estimated; without it, as many as one likes. */
  readonly ruPerSecond?: number | undefined;
  /**
   * Whether nobody else has gone by the notes since this term began; without a term, since the last look did. Everybody who
   * takes notes away makes this sure just before, so that two never do.
   */
  readonly isOurs: (term: number | undefined) => Promise<boolean>;
  readonly onFault: (what: string, error: unknown) => void;
  /** Told how many documents had changed without a note. */
  readonly onUnnoted?: (documents: number) => void;
};

const DAY_MS = 86_400_000;
/** Answers that are kept: more than planning has of 1,741 municipalities. A turn has no more kept beyond them. */
const MOST_ANSWERS = 100_000;

export function createKnown(setup: KnownSetup): Known {
  const { store, kinds: of = kinds, clock, onUnnoted } = setup;
  const passed = () => steadyOf(clock);
  const pace = paced(clock, setup.ruPerSecond);
  const { collections, ...all } = createCollections(store, of, { passed, keeps, pace });
  const { touched, touch } = createTouched(store);
  let term: number | undefined;
  const isOurs = () => setup.isOurs(term);
  const changes = createChanges({ store, of, passed, pace, isOurs, learn: all.learn, onFault: setup.onFault });
  const forget = (): void => {
    for (const collection of collections.values()) collection.forget();
    touched.clear();
    changes.forget();
    term = undefined;
  };
  return {
    store: all.ofPlanning,
    own: { ...store, deliveries: writingOwn(store.deliveries, touch) },
    begin(now) {
      if (now === term) return;
      forget();
      term = now;
    },
    async refresh(isQuiet = false) {
      for (const { name } of unnotedOf(of)) collections.get(name)?.forget();
      const own = [...touched.values()];
      touched.clear();
      const isNeeded = !isQuiet || own.length > 0 || changes.isOpen();
      const learning = isNeeded ? changes.learn(own) : Promise.resolve(0);
      const relayed = await learning.catch((error: unknown) => {
        for (const place of own) touched.set(`${place.partition}/${place.document}`, place);
        throw error;
      });
      const wrong = await all.renew();
      if (wrong > 0) onUnnoted?.(wrong);
      return relayed;
    },
    async asOfNow() {
      const began = term;
      if (began === undefined) return store;
      const isKnown = await changes.learnAtOnce().catch(() => false);
      return isKnown && term === began ? storeOfTurn(store, all.ofTurns) : store;
    },
    settled: changes.settled,
    pace: () => pace(),
    touch,
    forget,
  };
}

const unnotedOf = (of: KnownKinds) => Object.values(of).filter(({ audited }) => !audited);

/** What is known of each kind, and everything of it together. */
function createCollections(store: Store, of: KnownKinds, how: Omit<PartitionReading, 'hasRoom'>) {
  let answers = 0;
  const reading: PartitionReading = { ...how, hasRoom: () => answers++ < MOST_ANSWERS };
  const collections = new Map(
    Object.values(of).map((kind) => [kind.name, createKnownCollection(collectionOf(store, kind), reading)]),
  );
  // Whoever held the lease before may still be writing deliveries, and does it without notes.
  const apart = new Set([...unnotedOf(of).map(({ name }) => name), store.deliveries.name]);
  const noted = [...collections].filter(([name]) => !apart.has(name));
  return {
    collections,
    ofPlanning: Object.fromEntries([...collections].map(([name, { docs }]) => [name, docs])) as unknown as Store,
    ofTurns: new Map(noted.map(([name, { ofTurns }]) => [name, ofTurns])),
    learn({ of: name, partition, document }: Place, changed: ChangedDocument): void {
      const collection: KnownCollection | undefined = collections.get(name);
      if ('found' in changed) collection?.learn(partition, document, changed.found);
      else collection?.unlearn(partition);
    },
    /** @returns how many documents were not as they were known */
    async renew(): Promise<number> {
      let [wrong, kept] = [0, 0];
      for (const collection of collections.values()) {
        wrong += await collection.renew();
        kept += collection.answers();
      }
      answers = kept;
      return wrong;
    },
  };
}

function createTouched({ deliveries }: Store) {
  const touched = new Map<string, Place>();
  const touch = (delivery: Delivery): void => {
    const [partition, id] = [deliveries.partitionOf(delivery), deliveryId(delivery)];
    touched.set(`${partition}/${id}`, { of: deliveries.name, partition, document: id });
  };
  return { touched, touch };
}

/** Before it is written and after: what is read in between is not yet what was written. */
function writingOwn(docs: Collection<Delivery>, touch: (delivery: Delivery) => void): Collection<Delivery> {
  return {
    ...docs,
    async put(value, was, effects) {
      touch(value);
      return docs.put(value, was, effects, 'unnoted').finally(() => touch(value));
    },
  };
}

/**
 * What was read at the start is read again within a day, for an older program may still be writing without notes, and once
 * more within a week of that; what was both times as it was known, within four weeks from then on, which heals whatever
 * else nobody noted. Spread by what it is, so that it never comes all at once.
 */
function keeps(key: string, agreed: number): number {
  const spread = createHash('sha256').update(key).digest().readUInt32BE(0) / 2 ** 32;
  const [from, to] = KEPT_DAYS[Math.min(agreed, KEPT_DAYS.length - 1)] ?? [0, 1];
  return (from + (to - from) * spread) * DAY_MS;
}

/** At least and at most so many days, by how often it has agreed. */
const KEPT_DAYS = [
  [0, 1],
  [4, 7],
  [21, 28],
] as const;

/** What a query costs that finds nothing, and about what each document adds, in RU; a read alone costs no more. */
const [REQUEST_RU, DOCUMENT_RU] = [3, 1.5];

/** Lets so many RU pass in a second, from everybody who asks, one after the other. */
function paced(clock: Clock, ruPerSecond: number | undefined): PartitionReading['pace'] {
  if (ruPerSecond === undefined) return async () => undefined;
  let freeAt = Number.NEGATIVE_INFINITY;
  return async (documents) => {
    const now = steadyOf(clock);
    const ru = documents === undefined ? REQUEST_RU : documents * DOCUMENT_RU;
    const wait = freeAt - now;
    freeAt = Math.max(freeAt, now) + (ru * 1_000) / ruPerSecond;
    if (wait > 0) await clock.sleep(wait);
  };
}
