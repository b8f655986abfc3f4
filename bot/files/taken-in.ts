import type { Ask } from '../../cards/card.ts';
import type { Stamp } from '../../documents/xlsx/stamp.ts';
import type { Municipality } from '../../programme/municipality.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Provenance } from '../../programme/provenance.ts';
import type { CollectionName, Store, ValueOf } from '../../storage/collections.ts';

/** What reading a file may look at. It writes nothing. */
export type TakingIn = {
  readonly store: Store;
  readonly programme: Programme;
  readonly municipalities: readonly Municipality[];
  readonly now: Date;
};

/** A place in a file and what to write there instead. */
export type FileFault = { readonly sheet: string; readonly row: number | undefined; readonly instead: string };

/** What was read: of which municipality it speaks, and its content as the kind of file itself keeps it; or what is wrong. */
export type ReadFile<C> =
  | { readonly municipality: string; readonly content: C }
  | { readonly faults: readonly FileFault[] };

/** What `take` prints: the differences, and how many of them somebody else's change stands against. */
type FileDifferences = { readonly lines: readonly string[]; readonly conflicts: number };

/** The way for what a file says to be written: as `Turn.change`, with an audit entry. */
export type WritingFile = TakingIn & {
  readonly from: Provenance;
  change<K extends CollectionName>(
    collection: K,
    at: { readonly partition: string; readonly id: string },
    next: (now: ValueOf<K> | undefined) => ValueOf<K>,
  ): Promise<ValueOf<K>>;
};

/**
 * A kind of workbook that goes out to be filled in and comes back, by chat or by the operator's `take`; listed in
 * bot/features/taken-in.ts. What was read of a file is kept under an id until somebody has said 確定; the file is not.
 */
export type TakenIn<C = unknown> = {
  /** As its stamp says it: 工程表. */
  readonly name: string;
  /** What it is, in a sentence. */
  readonly called: string;
  read(file: Uint8Array, stamp: Stamp, from: TakingIn): Promise<ReadFile<C>>;
  /** The ask that shows in a chat what the file would change; it is permitted like any other, for `municipality`. */
  show(taken: { readonly id: string; readonly municipality: string }): Ask;
  differences(content: C, from: TakingIn): Promise<FileDifferences>;
  /** Writes all that no other change stands against. @returns what was written, a line each */
  apply(content: C, to: WritingFile): Promise<readonly string[]>;
};

/** Kinds of file differ in their content alone, which the engine only keeps and hands back. */
export function takenIn<C>(declared: TakenIn<C>): TakenIn {
  return declared as TakenIn;
}
