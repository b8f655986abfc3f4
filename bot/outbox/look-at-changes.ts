import type { ChangeNote } from '../../programme/change-note.ts';
import { CHANGES, collectionOf, type KnownKinds, type Store } from '../../storage/collections.ts';
import { relay } from '../../storage/relay.ts';
import type { Stored } from '../../storage/store.ts';
import { each } from './move-delivery.ts';
import { createTurnstile } from './turnstile.ts';

/** A document of a kind, by their names. */
export type Place = Pick<ChangeNote, 'of' | 'partition' | 'document'>;
/** A document that changed as it now is, or that it cannot be read. */
export type ChangedDocument = { readonly found: Stored<unknown> | undefined } | { readonly unreadable: true };
type Note = Stored<ChangeNote>;

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
  /** Nothing is known any more. */
  forget(): void;
};

/**
 * A write that was noted and has not come by then will not: it has failed, or its process has ended before it. No request
 * takes a tenth as long.
 */
const GIVEN_UP_MS = 15 * 60_000;
/** As many notes are worked off in one look at most where what they are about was read after them, as after an import. */
const AT_ONCE = 200;
/** Changes that a turn may be kept waiting for; with more of them it had better read what it needs itself. */
const WAITED_FOR = 48;

type Noted = { readonly place: Place; readonly notes: Note[] };

export function createChanges(looking: Looking): Changes {
  const { store, of, onFault } = looking;
  /** By version, as a write that is noted again must not be given up with the one before it. */
  const waiting = new Map<string, number>();
  const settled = new Set<string>();
  /** Notes that were there when nothing was known yet: what they are about was read after them, but perhaps not changed. */
  const backlog = new Set<string>();
  let isCold = true;
  const turnstile = createTurnstile();

  const listed = async (): Promise<readonly Note[]> => {
    const all = await store.changes.list(CHANGES);
    const there = new Set(all.map(keyOf));
    for (const keys of [waiting, settled, backlog])
      for (const key of keys.keys()) if (!there.has(key)) keys.delete(key);
    return all;
  };
  const placesOf = (notes: readonly Note[], own: readonly Place[] = []): readonly Noted[] => {
    const places = new Map<string, Noted>();
    const at = (place: Place): Noted => {
      const key = [place.of, place.partition, place.document].join('/');
      const noted = places.get(key) ?? { place, notes: [] };
      places.set(key, noted);
      return noted;
    };
    for (const note of notes) if (!settled.has(keyOf(note))) at(note.value).notes.push(note);
    for (const place of own) at(place);
    // What is of a newer program, that one looks at.
    return [...places.values()].filter(({ place }) => of[place.of]);
  };
  const judge = (note: Note, found: Stored<unknown> | undefined, isSettled: boolean): void => {
    const key = keyOf(note);
    if (isSettled && hasCome(note, found)) settled.add(key);
    else waiting.set(key, waiting.get(key) ?? looking.passed());
  };
  const isGivenUp = (note: Note): boolean =>
    looking.passed() - (waiting.get(keyOf(note)) ?? Number.POSITIVE_INFINITY) >= GIVEN_UP_MS;
  /** Asked after everything was read: whoever takes over from here on reads it as late. */
  const clear = async (over: readonly Note[]): Promise<void> => {
    if (over.length === 0 || !(await looking.isOurs())) return;
    const remove = async (note: Note): Promise<void> => {
      await looking.pace();
      await store.changes.remove(CHANGES, note.value.id, note.etag);
      settled.delete(keyOf(note));
    };
    await each(over, remove, (error) => onFault('a change could not be looked at', error));
  };

  const learnAtOnce = async (): Promise<boolean> => {
    if (isCold || backlog.size > 0) return false;
    const places = placesOf(await listed());
    if (places.length > WAITED_FOR) return false;
    let isMissed = false;
    const look = async ({ place, notes }: Noted): Promise<void> => {
      const found = await reread(place, looking);
      for (const note of notes) judge(note, found, found?.effects.length === 0);
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
      const all = await listed();
      if (isCold && all.length > AT_ONCE) for (const note of all) backlog.add(keyOf(note));
      isCold = false;
      for (const note of all.filter((one) => backlog.has(keyOf(one))).slice(0, AT_ONCE)) backlog.delete(keyOf(note));
      const notes = all.filter((note) => !backlog.has(keyOf(note)));
      const over = notes.filter((note) => settled.has(keyOf(note)));
      let relayed = 0;
      const look = async ({ place, notes: about }: Noted): Promise<void> => {
        await looking.pace();
        const found = await turnstile.alone(() => reread(place, looking));
        if (await relayLeft(place, found, looking)) relayed++;
        for (const note of about) judge(note, found, true);
        over.push(...about.filter((note) => settled.has(keyOf(note)) || isGivenUp(note)));
      };
      await each(placesOf(notes, own), look, (error) => onFault('a change could not be looked at', error));
      await clear(over);
      return relayed;
    },
    learnAtOnce: turnstile.shared(learnAtOnce),
    settled: () => settled.size,
    forget() {
      for (const keys of [waiting, settled, backlog]) keys.clear();
      isCold = true;
    },
  };
}

const keyOf = ({ value, etag }: Note): string => `${value.id} ${etag}`;

/**
 * Whether the noted write has come, and no other one that this note stands for can. What is not there may yet be made by
 * somebody who noted it before it was made and taken away.
 */
const hasCome = ({ value }: Note, found: Stored<unknown> | undefined): boolean =>
  found !== undefined && (value.was === 'absent' || found.etag !== value.was);

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
