import type { z } from 'zod';
import { defineKind, inOne, type Kind, ofYearOfMoment, PROGRAMME } from '../kind.ts';
import type { Provenance } from '../provenance.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';

/** One entry of a register the secretariat keeps, in versions; the last one counts. */
export type Registered<E> = { id: string; versions: (Provenance & E)[] };

type Register<R, N extends string> = {
  readonly name: N;
  readonly called: string;
  readonly schema: z.ZodType<R>;
  /** What of an entry stands in which column of the sheet. */
  readonly columns: Readonly<Record<string, keyof EntryOf<R> & string>>;
};
type EntryOf<R> = R extends Registered<infer E> ? Omit<E, keyof Provenance> : never;

/** What is the same in every register: it is the programme's, of no municipality alone, and nothing of it is taken back. */
export function registerKind<R extends Registered<unknown>, const N extends string>({
  name,
  called,
  schema,
  columns,
}: Register<R, N>): Kind<R, N> {
  const said = Object.entries(columns).map(
    ([heading, field]) =>
      [heading, ({ version }: Row) => (version as Readonly<Record<string, string>>)[field]] as const,
  );
  return defineKind<R, N>({
    ...{ name, called, schema, container: 'state' },
    ...inOne(PROGRAMME),
    id: ({ id }) => id,
    belongsTo: () => undefined,
    ofYear: ofYearOfMoment(({ versions: [first] }) => first?.at ?? ''),
    keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
    exported: {
      as: 'sheets',
      sheets: [
        exportSheetOfParts(called, 'trust', rowsOf<R>, {
          番号: ({ id }) => id,
          版: ({ number }) => number,
          ...Object.fromEntries(said),
          日時: ({ version }) => momentCell(version.at),
          記録した方: ({ version }, { nameOf }) => nameOf(version.by),
        }),
      ],
    },
    takenBack: { never: 'a register is put right by a version' },
    audited: true,
    ofTheChat: [],
  });
}

type Row = { readonly id: string; readonly number: number; readonly version: Provenance };

const rowsOf = <R extends Registered<unknown>>({ id, versions }: R): readonly Row[] =>
  versions.map((version, at) => ({ id, number: at + 1, version }));
