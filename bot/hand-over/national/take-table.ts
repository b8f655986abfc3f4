import { createHash } from 'node:crypto';
import { readPublishedTable } from '../../../documents/indicators/read-published-table.ts';
import { type Problem, problem } from '../../../documents/workbook/fault.ts';
import { type Day, fiscalYearOf } from '../../../programme/day.ts';
import {
  type FigureReading,
  NATIONAL_FIGURES,
  type NationalFigure,
  nationalFigureId,
  newestOf,
  sameReading,
  withFigureVersion,
} from '../../../programme/indicators/national-figure.ts';
import {
  figuresIn,
  type NewFigure,
  type PublishedTable,
  type TableFault,
  type TableFigures,
} from '../../../programme/indicators/table-figures.ts';
import type { Municipality } from '../../../programme/municipality.ts';
import { INDICATOR_TERMS, type IndicatorTerms, indicatorsIn } from '../../../programme/national-indicator.ts';
import type { Provenance } from '../../../programme/provenance.ts';
import { municipal, PROGRAMME, type Store } from '../../../storage/collections.ts';
import { municipalitiesIn } from '../../../storage/municipalities.ts';
import { isYearUnderWay } from '../../files/returned-file.ts';
import { writer } from '../../writer.ts';

/** A published table as it was handed over. */
export type HandedTable = {
  readonly bytes: Uint8Array;
  /** What it is called; it says which edition of the source it is. */
  readonly edition: string;
  /** 調査時点, where the one that is known of each indicator is not that of this table. */
  readonly surveyedOn: Day | undefined;
};

/** What would be another figure than the one that stands; `before` is absent where none does. */
export type FigureChange = NewFigure & { readonly before: FigureReading | undefined };

/** What a table would do. */
export type TableLook = Omit<TableFigures, 'figures'> & {
  readonly changes: readonly FigureChange[];
  /** Figures that stand already as the table has them. */
  readonly unchanged: number;
  /** The indicators that were recognised, each with the day its figures are of. */
  readonly read: readonly { readonly terms: IndicatorTerms; readonly surveyedOn: Day | undefined }[];
  /** Headings that nobody has declared. */
  readonly unread: readonly string[];
  readonly municipalities: readonly Municipality[];
};

const YEAR_UNDER_WAY = problem(
  '年度更新の途中のため、取り込めません',
  '年度更新を最後まで進めるか、「npm run bansou -- new-year --drop」でやめてから、もう一度実行してください',
);

/** Reads a table and says what it would change; writes nothing. */
export async function lookAtTable(
  store: Store,
  { bytes, surveyedOn }: HandedTable,
  now: { readonly today: Day },
): Promise<TableLook | Problem> {
  if (await isYearUnderWay(store)) return YEAR_UNDER_WAY;
  const kept = (await store.indicatorTerms.list(PROGRAMME, INDICATOR_TERMS)).map(({ value }) => value);
  const year = fiscalYearOf(surveyedOn ?? now.today);
  const terms = indicatorsIn(year, kept);
  const tables = await readPublishedTable(bytes, terms);
  if ('problem' in tables) return tables;
  const ids = new Set(tables.flatMap(({ columns }) => columns.map(({ indicator }) => indicator)));
  const read = terms
    .filter(({ indicator }) => ids.has(indicator))
    .map((each) => ({ terms: each, surveyedOn: surveyedOn ?? each.surveyedOn }));
  const surveyed = new Map(read.flatMap((each) => (each.surveyedOn ? [[each.terms.indicator, each.surveyedOn]] : [])));
  const municipalities = await municipalitiesIn(store);
  const { figures, ...found } = figuresIn(tables, { programme: municipalities, surveyed });
  const compared = await comparedWith(store, figures);
  return {
    ...found,
    faults: [...read.flatMap(undated), ...found.faults],
    changes: compared.filter(({ before, reading }) => before === undefined || !sameReading(before, reading)),
    unchanged: compared.filter(({ before, reading }) => before !== undefined && sameReading(before, reading)).length,
    read,
    unread: [...new Set(tables.flatMap((table: PublishedTable) => table.unread))],
    municipalities,
  };
}

/** A figure without the day of its survey would be of any day. */
const undated = ({ terms, surveyedOn }: TableLook['read'][number]): TableFault[] =>
  surveyedOn === undefined
    ? [
        {
          sheet: '',
          place: '',
          instead: `「${terms.name}」の調査時点が分かりません。--day 年-月-日 で指定するか、「全国指標の変更 ${terms.indicator}」で調査時点を入れてください`,
        },
      ]
    : [];

async function comparedWith(store: Store, figures: readonly NewFigure[]): Promise<readonly FigureChange[]> {
  const codes = [...new Set(figures.map(({ municipality }) => municipality))];
  const known = new Map<string, NationalFigure>();
  for (const code of codes)
    for (const { value } of await store.nationalFigures.list(municipal(code), NATIONAL_FIGURES))
      known.set(`${code} ${nationalFigureId(value)}`, value);
  return figures.map((figure) => {
    const there = known.get(`${figure.municipality} ${nationalFigureId(figure)}`);
    return { ...figure, before: there && newestOf(there).reading };
  });
}

/** Of whom it is said who did it. */
export type TableTaker = { readonly now: Date; readonly importedBy: string | undefined };

/**
 * Writes the changes, and nothing else: no report and no KPI is touched. What a crash leaves out, the same table taken
 * again writes; what stands already gets no version more.
 */
export async function writeFigures(
  store: Store,
  changes: readonly FigureChange[],
  { bytes, edition }: HandedTable,
  { now, importedBy }: TableTaker,
): Promise<void> {
  const ask = `national-${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}`;
  const from: Provenance = { by: 'operator', at: now.toISOString(), via: 'cli', ask };
  for (const { municipality, indicator, surveyedOn, reading } of changes) {
    const of = { municipality, indicator, surveyedOn };
    const at = { partition: municipal(municipality), id: nationalFigureId(of) };
    const version = { ...from, reading, edition, ...(importedBy === undefined ? {} : { importedBy }) };
    await writer(
      store,
      from,
      'indicators',
      municipality,
    )('nationalFigures', at, (there) => withFigureVersion(of, there, version));
  }
}
