import type { Day } from '../../programme/day.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Store } from '../../storage/collections.ts';

/** A kind of document that is handed out as a file; it says itself what it is called and how one is made. */
export type HandedOut = {
  /** By which the operator asks for it: 体制表. */
  readonly name: string;
  readonly called: string;
  /** What files of it end in, with the dot. */
  readonly ending: string;
  /** Whether there is a version of it that may be shown to others, which `make` and `pick` are then asked for. */
  readonly shares?: true;
  /**
   * One of them by its id.
   * @returns undefined where there is none of that id
   */
  make(id: string, from: Making): Promise<Uint8Array | undefined>;
  /** What belongs beside it, as an Excel workbook: 別添. @returns undefined where this one has none */
  annex?(id: string, from: Making): Promise<Uint8Array | undefined>;
  /**
   * The id of the one that is meant where none is said: as of a day, or of a municipality.
   * @returns undefined where that names none, and the list is shown
   */
  pick?(
    of: { readonly municipality: string | undefined; readonly day: Day | undefined },
    from: Making,
  ): Promise<string | undefined>;
  list(from: Making): Promise<readonly (readonly [id: string, what: string])[]>;
};

export type Making = {
  readonly store: Store;
  readonly programme: Programme;
  readonly now: Date;
  /** Asked for by `--shared`: the version that may be shown to others. */
  readonly shared?: boolean;
};
