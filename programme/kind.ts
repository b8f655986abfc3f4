import type { z } from 'zod';
import { type Day, dayOf, fiscalYearOf } from './day.ts';
import type { ExportSheet } from './sheet.ts';
import type { NeverTakenBack, TakenBack } from './undo.ts';

/** Where documents live in Cosmos DB; the embedded store keeps the same names as a column. */
export type Container = 'state' | 'jobs' | 'audit';

/** The partition of a municipality. */
export const municipal = (code: string): string => `m-${code}`;
/** The partition of what belongs to the programme as a whole. */
export const PROGRAMME = '_programme';

/** What partitions are named after. */
export type PartitionNames = { readonly codes: readonly string[]; readonly years: readonly number[] };

/** Makes a body of one version into a body of the next. Pure, and never changed once a program with it was released. */
export type Upcast = (body: unknown) => unknown;

type Named = { readonly name: string };

/**
 * What of a document belongs to one municipality. `own` is what it may take along, `rest` what stays for the others
 * when it leaves: the very same document, one without its part, or nothing.
 */
type Share<T> = { readonly own?: T; readonly rest?: T };

/** A municipality, as the declarations of what belongs to it see it. */
export type OwningMunicipality = {
  readonly code: string;
  /** 支援対象. */
  readonly supported: boolean;
  /** Whether a document of another kind, one that says so by `ofOneMunicipality`, belongs to it alone. */
  readonly has: (kind: Named, id: string) => boolean;
  /** Audit entries before this moment need not be kept any longer. */
  readonly auditFrom: Date;
};

/** A fiscal year, as the declarations of what belongs to it see it. */
export type Year = {
  readonly fiscalYear: number;
  /** Whether a document of another kind belongs to it whole. */
  readonly has: (kind: Named, id: string) => boolean;
};

/** What is old, as the declarations of how long something is kept see it. */
export type Ages = {
  readonly isOld: (at: string) => boolean;
  /** Whether a document of another kind need not be kept any longer. */
  readonly isOver: (kind: Named, id: string) => boolean;
  /** Every document of another kind. */
  readonly all: <T>(kind: Kind<T>) => readonly T[];
};

/** Kept for so many years (of the settings) after it is over, or for `always`, which needs a reason. */
type Keeping<T> =
  | { readonly years: 'records' | 'audit'; isOver(value: T, ages: Ages): boolean }
  | { readonly always: string };

/**
 * What people get of it when everything is exported: its JSON and sheets of the workbook, its JSON only, or nothing,
 * which both need a reason. `without` names fields that mean nothing outside of the store.
 */
type Exported<T> = (
  | { readonly as: 'sheets'; readonly sheets: readonly [ExportSheet<T>, ...ExportSheet<T>[]] }
  | { readonly as: 'json'; readonly because: string }
  | { readonly as: 'nothing'; readonly because: string }
) & { readonly without?: readonly string[] };

/**
 * What goes late when everything of a municipality, or of the programme, is erased, in this order: a run that was cut
 * short can be finished by another as long as what others are recognised by (`landmarks`) is still there.
 */
export const lastOnes = ['traces', 'landmarks', 'towns', 'programme'] as const;

/**
 * A kind of document, with everything anybody needs to know of it. Its functions are methods, whose arguments compare
 * both ways, so that a list may hold kinds of every document.
 */
export type Kind<T, Name extends string = string> = {
  /** Of its collection, its file in an export, and of its documents where they are stored. */
  readonly name: Name;
  /** What people call it. */
  readonly called: string;
  readonly container: Container;
  readonly schema: z.ZodType<T>;
  /**
   * How older documents are read: the first makes version 1 into version 2, and so on; without any the kind is at
   * version 1. For a change of shape only. What is merely added and optional needs none: a program that does not know a
   * field refuses the documents that have it, because writing them back would lose it. Each version has its documents in
   * test/fixtures/documents.
   */
  readonly upcasts: readonly Upcast[];
  /** Partitions and ids are ASCII, follow from the content, and are never names. */
  partition(value: T): string;
  id(value: T): string;
  /** Every partition in which documents of it may lie: what is exported or erased whole must miss none. */
  partitions(where: PartitionNames): readonly string[];
  /** Undefined for what does not concern the municipality at all. */
  belongsTo(value: T, town: OwningMunicipality): Share<T> | undefined;
  /** What of a document belongs to a fiscal year; `ofNoYear` for what goes on from one to the next. */
  ofYear(value: T, year: Year): T | undefined;
  /**
   * Whether it belongs to the municipality (団体コード) and nobody else; for kinds by which others are recognised.
   * `has` knows the kinds that come before it in the list.
   */
  ofOneMunicipality?(value: T, code: string, has: OwningMunicipality['has']): boolean;
  readonly keptFor: Keeping<T>;
  readonly exported: Exported<T>;
  readonly erasedLast?: (typeof lastOnes)[number];
  /** What stays even when everything is erased. */
  outlives?(value: T): boolean;
  /** What 取消 does with it, or that it never does, with a reason. */
  readonly takenBack: TakenBack<T> | NeverTakenBack<T>;
  /** Whether turns write it, each time with an audit entry that a crash may leave to be written. */
  readonly audited: boolean;
  /**
   * Nobody but the secretariat learns that there is one: its audit entries are the programme's and in no export, and
   * what counts documents counts all such kinds as one.
   */
  readonly confidential?: true;
  /** What of it belongs to the chat product it came through, or to the process: all, or these fields. */
  readonly ofTheChat: 'all' | readonly string[];
  /** What of it is about the store it lies in, and stays behind when the records move to another: all, or these fields. */
  readonly ofTheStore?: 'all' | readonly string[];
};

type Fields<T> = readonly (keyof T & string)[];

/** A kind as it is declared; fields are named by the document's own. */
type Declaration<T, Name extends string> = Omit<
  Kind<NoInfer<T>, Name>,
  'schema' | 'upcasts' | 'exported' | 'ofTheChat' | 'ofTheStore'
> & {
  readonly schema: z.ZodType<T>;
  readonly upcasts?: readonly Upcast[];
  readonly exported: Exported<NoInfer<T>> & { readonly without?: Fields<NoInfer<T>> };
  readonly ofTheChat: 'all' | Fields<NoInfer<T>>;
  readonly ofTheStore?: 'all' | Fields<NoInfer<T>>;
};

/** All kinds that only the secretariat knows of, where documents are counted. */
export const CONFIDENTIAL = { name: 'confidential', called: '事務局限りの記録' } as const;

/** The one place where a kind of document says everything about itself; listed in storage/collections.ts. */
export function defineKind<T, const Name extends string>(declared: Declaration<T, Name>): Kind<T, Name> {
  return { upcasts: [], ...declared };
}

/** All in this one partition. */
export const inOne = (partition: string) => ({ partition: () => partition, partitions: () => [partition] });

/** Each in its municipality's partition. */
export const inMunicipality = {
  partition: ({ municipality }: { readonly municipality: string }) => municipal(municipality),
  partitions: ({ codes }: PartitionNames) => codes.map(municipal),
};

/** Each in its municipality's partition, or with the programme. */
export const inMunicipalityOrProgramme = {
  partition: ({ municipality }: { readonly municipality?: string | undefined }) =>
    municipality ? municipal(municipality) : PROGRAMME,
  partitions: ({ codes }: PartitionNames) => [PROGRAMME, ...codes.map(municipal)],
};

/** Of the year in which this day lies. */
export const ofYearOfDay =
  <T>(dayIn: (value: T) => Day) =>
  (value: T, { fiscalYear }: Year): T | undefined =>
    fiscalYearOf(dayIn(value)) === fiscalYear ? value : undefined;
/** Of the year in which this moment lies. */
export const ofYearOfMoment = <T>(momentIn: (value: T) => string) =>
  ofYearOfDay<T>((value) => dayOf(new Date(momentIn(value))));
/** Of the year of another document. */
export const ofYearOf =
  <T>(kind: Named, idIn: (value: T) => string) =>
  (value: T, { has }: Year): T | undefined =>
    has(kind, idIn(value)) ? value : undefined;
export const ofNoYear = (): undefined => undefined;

/** All of it, when so. */
export function wholly<T>(value: T, isOwn: boolean): Share<T> | undefined {
  return isOwn ? { own: value } : undefined;
}

/** Those that are one's own, and the others. */
export function parted<T>(all: readonly T[], isOwn: (one: T) => boolean): readonly [own: T[], others: T[]] {
  return [all.filter(isOwn), all.filter((one) => !isOwn(one))];
}
