import type { ChangeNote } from '../../programme/change-note.ts';
import type { KnownKinds } from '../../storage/collections.ts';
import type { Stored } from '../../storage/store.ts';

/** A document of a kind, by their names. */
export type Place = Pick<ChangeNote, 'of' | 'partition' | 'document'>;
export type Note = Stored<ChangeNote>;
export type Noted = { readonly place: Place; readonly notes: readonly Note[] };

/** What came of the notes that were seen: by version, as a write that is noted again is not given up with the one before. */
export type NotesSeen = {
  /** Whether everything that is known was read since all of these notes were there, or their change was learned. */
  isCaughtUp(): boolean;
  /** What is not there any more is nobody's business. */
  prune(all: readonly Note[]): void;
  /**
   * The first time, when nothing was known before they were there: of very many only some are looked at each time.
   * @returns those to look at now
   */
  worked(all: readonly Note[]): readonly Note[];
  /** The documents that are still to be read. */
  places(notes: readonly Note[], own?: readonly Place[]): readonly Noted[];
  /** A document was read and learned. @param isLeft whether a crash has left something in it that is to be carried out */
  judge(notes: readonly Note[], found: Stored<unknown> | undefined, isLeft: boolean): void;
  isSettled(note: Note): boolean;
  isGivenUp(note: Note): boolean;
  /** How many are of what is known already. */
  settled(): number;
  /** Whether any of them is still there, as far as is known, or nobody has looked yet. */
  isOpen(): boolean;
  forget(): void;
};

/**
 * A write that was noted and has not come by then will not: it has failed, or its process has ended before it. No request
 * takes a tenth as long.
 */
const GIVEN_UP_MS = 15 * 60_000;
/** As many notes are worked off in one look at most where what they are about was read after them, as after an import. */
const AT_ONCE = 200;

/** @param passed ms that have passed since some beginning */
export function createNotesSeen(of: KnownKinds, passed: () => number): NotesSeen {
  /** Since when the noted write is waited for. */
  const waiting = new Map<string, number>();
  const settled = new Set<string>();
  /** Notes that were there when nothing was known yet: what they are about was read after them, but perhaps not changed. */
  const backlog = new Set<string>();
  let isCold = true;
  const isSettled = (note: Note): boolean => settled.has(keyOf(note));
  return {
    isCaughtUp: () => !isCold && backlog.size === 0,
    prune(all) {
      const there = new Set(all.map(keyOf));
      for (const keys of [waiting, settled, backlog])
        for (const key of keys.keys()) if (!there.has(key)) keys.delete(key);
    },
    worked(all) {
      if (isCold && all.length > AT_ONCE) for (const note of all) backlog.add(keyOf(note));
      isCold = false;
      const some = all.filter((note) => backlog.has(keyOf(note))).slice(0, AT_ONCE);
      for (const note of some) backlog.delete(keyOf(note));
      return all.filter((note) => !backlog.has(keyOf(note)));
    },
    places(notes, own = []) {
      const places = new Map<string, { readonly place: Place; readonly notes: Note[] }>();
      const at = (place: Place) => {
        const key = [place.of, place.partition, place.document].join('/');
        const noted = places.get(key) ?? { place, notes: [] };
        places.set(key, noted);
        return noted;
      };
      for (const note of notes) if (!isSettled(note)) at(note.value).notes.push(note);
      for (const place of own) at(place);
      // What is of a newer program, that one looks at.
      return [...places.values()].filter(({ place }) => of[place.of]);
    },
    judge(notes, found, isLeft) {
      for (const note of notes) {
        const key = keyOf(note);
        if (!isLeft && hasCome(note, found)) settled.add(key);
        else waiting.set(key, waiting.get(key) ?? passed());
      }
    },
    isSettled,
    isGivenUp: (note) => passed() - (waiting.get(keyOf(note)) ?? Number.POSITIVE_INFINITY) >= GIVEN_UP_MS,
    settled: () => settled.size,
    isOpen: () => isCold || [waiting, settled, backlog].some(({ size }) => size > 0),
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
