import type { ChangeNote } from '../../programme/change-note.ts';
import { CHANGES, collectionOf, type KnownKinds, type Store } from '../../storage/collections.ts';
import { relay } from '../../storage/relay.ts';
import type { Stored } from '../../storage/store.ts';
import { each } from './move-delivery.ts';

/** A document of a kind, by their names. */
export type Place = Pick<ChangeNote, 'of' | 'partition' | 'document'>;
/** A document that changed as it now is, or that it cannot be read. */
export type ChangedDocument = { readonly found: Stored<unknown> | undefined } | { readonly unreadable: true };

type Looking = {
  readonly store: Store;
  readonly of: KnownKinds;
  /** What is looked at whether or not it is noted. */
  readonly own: readonly Place[];
  /** Since when notes are known whose document has not changed yet, by their ids; kept by whoever looks. */
  readonly waiting: Map<string, number>;
  /** Notes that were there when nothing was known yet, by their ids: what they are about was read after them. */
  readonly backlog: Set<string>;
  /** Nothing is known yet. */
  readonly isCold: boolean;
  readonly mayClear: boolean;
  /** Ms that have passed since some beginning. */
  readonly now: number;
  readonly pace: () => Promise<void>;
  readonly learn: (place: Place, changed: ChangedDocument) => void;
  readonly onFault: (what: string, error: unknown) => void;
};

/**
 * A write that was noted and has not come by then will not: it has failed, or its process has ended before it. No request
 * takes a tenth as long.
 */
const GIVEN_UP_MS = 15 * 60_000;

/** As many notes are worked off in one look at most where what they are about was read after them, as after an import. */
const AT_ONCE = 200;

type Noted = { readonly place: Place; readonly notes: Stored<ChangeNote>[] };

/**
 * Reads what was noted to change, carries out what a crash has left in it, and takes the notes away whose document is no
 * longer as it was. One that is still as it was is looked at again next time.
 * @returns how many documents had effects left
 */
export async function lookAtChanges(looking: Looking): Promise<number> {
  const { store, own, onFault, waiting } = looking;
  const all = await store.changes.list(CHANGES);
  const notes = withoutBacklog(all, looking);
  const places = new Map<string, Noted>();
  const at = (place: Place): Noted => {
    const key = [place.of, place.partition, place.document].join('/');
    const noted = places.get(key) ?? { place, notes: [] };
    places.set(key, noted);
    return noted;
  };
  for (const note of notes) at(note.value).notes.push(note);
  for (const place of own) at(place);
  const there = new Set(all.map(({ value }) => value.id));
  for (const id of waiting.keys()) if (!there.has(id)) waiting.delete(id);
  let relayed = 0;
  const look = async (noted: Noted): Promise<void> => {
    if (await lookAt(noted, looking)) relayed++;
  };
  await each([...places.values()], look, (error) => onFault('a change could not be looked at', error));
  return relayed;
}

/** What changed since it was read, and some of the rest. */
function withoutBacklog(all: readonly Stored<ChangeNote>[], { backlog, isCold }: Looking): Stored<ChangeNote>[] {
  const ids = all.map(({ value }) => value.id);
  if (isCold && all.length > AT_ONCE) for (const id of ids) backlog.add(id);
  const some = new Set(ids.filter((id) => backlog.has(id)).slice(0, AT_ONCE));
  for (const id of some) backlog.delete(id);
  return all.filter(({ value }) => !backlog.has(value.id));
}

/** @returns whether effects were left in it */
async function lookAt({ place, notes }: Noted, looking: Looking): Promise<boolean> {
  const { store, of, learn, pace } = looking;
  const kind = of[place.of];
  // Of a newer program; it is the one to look at it.
  if (!kind) return false;
  const docs = collectionOf(store, kind);
  await pace();
  let found: Stored<unknown> | undefined;
  try {
    found = await docs.get(place.partition, place.document);
  } catch (error) {
    learn(place, { unreadable: true });
    throw error;
  }
  learn(place, { found });
  const isLeft = found !== undefined && found.effects.length > 0;
  if (found && isLeft) await relay(store, docs, found);
  for (const note of notes) await settle(note, found, looking);
  return isLeft;
}

async function settle(
  { value, etag }: Stored<ChangeNote>,
  found: Stored<unknown> | undefined,
  { store, waiting, mayClear, now, pace }: Looking,
): Promise<void> {
  const hasLeft = value.was === 'absent' ? found !== undefined : found?.etag !== value.was;
  const since = waiting.get(value.id) ?? now;
  waiting.set(value.id, since);
  if (!mayClear || (!hasLeft && now - since < GIVEN_UP_MS)) return;
  await pace();
  if ((await store.changes.remove(CHANGES, value.id, etag)) === 'removed') waiting.delete(value.id);
}
