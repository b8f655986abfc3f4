import type { Cell } from './cells.ts';

/** A column (or, in 事業, a row): its heading, how it is read, an example and one line for whoever fills it in. */
export type Column<T = unknown, R extends boolean = boolean> = {
  readonly heading: string;
  readonly required: R;
  readonly cell: Cell<T>;
  readonly example: string;
  readonly note: string;
  /** Filled in by the program: an empty template has none. */
  readonly byUs?: true;
  /** Came later: where no heading of the sheet says it, the column is not there, and nothing is said of it. */
  readonly later?: true;
  /** What an empty cell says, where the heading is there; without it an empty cell says nothing. */
  readonly blank?: T;
};
export type Columns = { readonly [key: string]: Column };
export type Sheet<C extends Columns = Columns> = {
  readonly name: string;
  readonly note: string;
  readonly columns: C;
  /** Came later: a workbook without it says nothing of it. */
  readonly later?: true;
};

/** A row as read: what is required is there. */
export type Values<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends Column<infer T, infer R> ? (R extends true ? T : T | undefined) : never;
};

export const must = <T>(heading: string, cell: Cell<T>, example: string, note: string): Column<T, true> => ({
  heading,
  required: true,
  cell,
  example,
  note,
});
export const can = <T>(heading: string, cell: Cell<T>, example: string, note: string): Column<T, false> => ({
  heading,
  required: false,
  cell,
  example,
  note,
});

export const later = <T>(...column: Parameters<typeof can<T>>): Column<T, false> => ({
  ...can(...column),
  later: true,
});

/** Came later, and holds for everybody once it is there: an empty cell says `blank`. */
export const binding = <T>(blank: T, ...column: Parameters<typeof can<T>>): Column<T, false> => ({
  ...later(...column),
  blank,
});
