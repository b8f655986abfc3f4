import { dayOf, timeOf } from './day.ts';
import type { Delivery } from './delivery.ts';

export type ExportCell = string | number | undefined;

/** The parts of the workbook for people, in the order they look for things. */
export const sections = ['towns', 'progress', 'meetings', 'support', 'plans', 'trust', 'people', 'notices'] as const;
export type Section = (typeof sections)[number];

/** What a sheet has to know besides its document: how people call what a document has only the id of. */
export type SheetNames = {
  readonly townName: (code: string | undefined) => string;
  /** Also of people whose records are not among those that are exported. */
  readonly nameOf: (member: string) => string;
  readonly titleOfMeeting: (meeting: string) => string;
  readonly jobName: (delivery: { readonly job: string }) => string;
  readonly reasonText: (delivery: Pick<Delivery, 'state' | 'reason'>) => string | undefined;
};

/** What is in each column, by its heading, in the order of the columns. */
export type ExportColumns<Row> = Readonly<Record<string, (row: Row, names: SheetNames) => ExportCell>>;

/** A sheet of the workbook for people. Kinds that name the same sheet fill it one after the other. */
export type ExportSheet<T> = {
  readonly name: string;
  readonly section: Section;
  readonly headings: readonly string[];
  rows(value: T, names: SheetNames): readonly (readonly ExportCell[])[];
};

/** A row for each document. */
export function exportSheet<T>(name: string, section: Section, columns: ExportColumns<T>): ExportSheet<T> {
  return exportSheetOfParts(name, section, (value: T) => [value], columns);
}

/** A row for each part of a document. */
export function exportSheetOfParts<T, Row>(
  name: string,
  section: Section,
  parts: (value: T) => readonly Row[],
  columns: ExportColumns<Row>,
): ExportSheet<T> {
  const cells = Object.values(columns);
  return {
    name,
    section,
    headings: Object.keys(columns),
    rows: (value, names) => parts(value).map((row) => cells.map((cell) => cell(row, names))),
  };
}

/** 2026-11-24 10:00, in Japan. */
export const momentCell = (at: string | undefined): ExportCell =>
  at === undefined ? undefined : `${dayOf(new Date(at))} ${timeOf(new Date(at))}`;

export const circleCell = (yes: boolean): ExportCell => (yes ? '○' : '');
