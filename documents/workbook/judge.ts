import type { Columns, Sheet } from './columns.ts';
import { type Problem, problem } from './fault.ts';
import type { ProgrammePeriod } from './settings.ts';
import type {
  closureSheet,
  dispatchSheet,
  itemSheet,
  kpiSheet,
  meetingSheet,
  municipalitySheet,
  rosterSheet,
} from './sheets.ts';
import type { Line, Table } from './table.ts';

type TableOf<S> = S extends Sheet<infer C> ? Table<C> : never;

/**
 * The whole workbook as read, cell by cell: what rules between cells and sheets look at. They judge what could be
 * read and leave alone what could not, so that no fault hides another one and none follows from another one.
 */
export type ReadSheets = {
  /** Absent while 年度, 開始日 or 終了日 have a fault. */
  readonly period: ProgrammePeriod | undefined;
  readonly municipalities: TableOf<typeof municipalitySheet>;
  readonly roster: TableOf<typeof rosterSheet>;
  readonly items: TableOf<typeof itemSheet>;
  readonly kpis: TableOf<typeof kpiSheet>;
  readonly meetings: TableOf<typeof meetingSheet>;
  readonly closures: TableOf<typeof closureSheet>;
  readonly dispatch: TableOf<typeof dispatchSheet>;
};

/** Faults the second and later lines of the same key. A line without a key is left alone. */
export function faultRepeats<C extends Columns>(
  table: Table<C>,
  column: keyof C & string,
  what: string,
  remedy: string,
  keyOf: (line: Line<C>) => string | undefined,
): void {
  const first = new Map<string, number>();
  for (const line of table.lines) {
    const key = keyOf(line);
    const earlier = key === undefined ? undefined : first.get(key);
    if (earlier !== undefined) table.fault(line, column, problem(`同じ${what}が${earlier}行目にもあります`, remedy));
    else if (key !== undefined) first.set(key, line.row);
  }
}

/** 支援対象外 municipalities neither report nor carry items and KPIs. */
export function unsupportedCodes({ municipalities }: ReadSheets): ReadonlySet<string | undefined> {
  return new Set(
    municipalities.lines.flatMap(({ is }) => (is.supported === false && is.code !== undefined ? [is.code] : [])),
  );
}

/** What a municipality of 市町村 is called in a sentence, by its code. */
export const townInSheet = ({ municipalities }: ReadSheets, code: string | undefined): string =>
  municipalities.lines.find(({ is }) => is.code !== undefined && is.code === code)?.is.name ?? 'この市町村';

/** The same of every row of a 支援対象外 municipality. */
export const unsupportedFault = (read: ReadSheets, code: string | undefined): Problem => ({
  ...problem(
    `${townInSheet(read, code)}は支援対象外の市町村です`,
    '行を消すか、「市町村」シートの区分を「支援対象」にしてください',
  ),
  cause: `unsupported ${code}`,
});

/** A key of several cells: there is none while one of them could not be read. */
export function rowKey(...parts: readonly (string | undefined)[]): string | undefined {
  return parts.some((part) => part === undefined) ? undefined : parts.join(' ').normalize('NFKC').replace(/\s/g, '');
}
