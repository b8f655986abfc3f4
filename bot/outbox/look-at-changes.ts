import { CHANGES, collectionOf, type KnownKinds, type Store } from '../../storage/collections.ts';
import { relay } from '../../storage/relay.ts';
import type { Stored } from '../../storage/store.ts';
import { each } from './move-delivery.ts';
import { createNotesSeen, type Note, type Noted, type Place } from './notes-seen.ts';
import { createTurnstile } from './turnstile.ts';

/** A document that changed as it now is, or that it cannot be read. */
export type ChangedDocument = { readonly found: Stored<unknown> | undefined } | { readonly unreadable: true };

type Looking = {
  readonly store: Store;
  readonly of: KnownKinds;
  /** Ms that have passed since some beginning. */
  readonly passed: () => number;
  readonly pace: () => Promise<void>;
  /** Whether nobody else has gone by the notes since what is known began to be: only then may they be taken away. */
  readonly isOurs: () => Promise<boolean>;
  readonly learn: (place: Place, changed: ChangedDocument) => void;
  readonly onFault: (what: string, error: unknown) => void;
};

/** What is noted to change, and how much of it is known. */
export type Changes = {
  /**
   * Learns all of it, and what has become of these places; carries out what a crash has left, and takes away the notes of
   * what is known.
   * @returns how many documents had effects left
   */
  learn(own: readonly Place[]): Promise<number>;
  /**
   * Learns all that was noted before it was asked, and writes nothing; one look serves everybody who asks before it begins.
   * @returns whether all is known: it is not where there is too much to wait for, or the notes are not ours
   */
  learnAtOnce(): Promise<boolean>;
  /** How many notes there are of what is known already, as far as anybody has looked. */
  settled(): number;
  /** Whether there are notes that were seen and are still to be taken away, or nobody has looked yet. */
  isOpen(): boolean;
  /** Nothing is known any more. */
  forget(): void;
};

/** Changes that a turn may be kept waiting for; with more of them it had better read what it needs itself. */
const WAITED_FOR = 48;

export function createChanges(looking: Looking): Changes {
  const { store, of, passed, pace, onFault } = looking;
  const seen = createNotesSeen(of, passed);
  const turnstile = createTurnstile();
  const tell = (error: unknown) => onFault('a change could not be looked at', error);

  const listed = async (): Promise<readonly Note[]> => {
    const all = await store.changes.list(CHANGES);
    seen.prune(all);
    return all;
  };
  /** Asked after everything was read: whoever takes over from here on reads it as late. */
  const clear = async (over: readonly Note[]): Promise<void> => {
    if (over.length === 0 || !(await looking.isOurs())) return;
    const remove = async ({ value, etag }: Note): Promise<void> => {
      await pace();
      await store.changes.remove(CHANGES, value.id, etag);
    };
    await each(over, remove, tell);
  };
  const learnAtOnce = async (): Promise<boolean> => {
    if (!seen.isCaughtUp()) return false;
    const places = seen.places(await listed());
    if (places.length > WAITED_FOR) return false;
    let isMissed = false;
    const look = async ({ place, notes }: Noted): Promise<void> => {
      const found = await reread(place, looking);
      seen.judge(notes, found, found !== undefined && found.effects.length > 0);
    };
    const miss = () => {
      isMissed = true;
    };
    // Asked after they were listed: what is not among them nobody else has taken away.
    const [isOurs] = await Promise.all([looking.isOurs(), each(places, look, miss)]);
    return isOurs && !isMissed;
  };
  return {
    async learn(own) {
      const notes = seen.worked(await listed());
      const over = notes.filter(seen.isSettled);
      let relayed = 0;
      const look = async ({ place, notes: about }: Noted): Promise<void> => {
        await pace();
        // What was read later is never learned sooner.
        const found = await turnstile.alone(() => reread(place, looking));
        if (await relayLeft(place, found, looking)) relayed++;
        seen.judge(about, found, false);
        over.push(...about.filter((note) => seen.isSettled(note) || seen.isGivenUp(note)));
      };
      await each(seen.places(notes, own), look, tell);
      await clear(over);
      return relayed;
    },
    learnAtOnce: turnstile.shared(learnAtOnce),
    settled: seen.settled,
    isOpen: seen.isOpen,
    forget: seen.forget,
  };
}

async function reread(place: Place, { store, of, learn }: Looking): Promise<Stored<unknown> | undefined> {
  const kind = of[place.of];
  if (!kind) return undefined;
  try {
    const found = await collectionOf(store, kind).get(place.partition, place.document);
    learn(place, { found });
    return found;
  } catch (error) {
    learn(place, { unreadable: true });
    throw error;
  }
}

/** @returns whether effects were left in it */
async function relayLeft(place: Place, found: Stored<unknown> | undefined, { store, of }: Looking): Promise<boolean> {
  const kind = of[place.of];
  if (!kind || !found || found.effects.length === 0) return false;
  await relay(store, collectionOf(store, kind), found);
  return true;
}
