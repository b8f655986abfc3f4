import { type Closure, calendarOf } from '../calendar.ts';
import type { Day } from '../day.ts';
import type { Municipality } from '../municipality.ts';
import type { Rating } from '../visits/rating.ts';
import { yearOfSpan, yearSpan } from './month.ts';
import { type Satisfaction, satisfactionOf } from './satisfaction.ts';
import {
  addFigures,
  type Consumption,
  consumptionOf,
  type DaySpan,
  figuresOf,
  isServedIn,
  plannedDays,
  replacementsIn,
  type SupportFigures,
  type SupportRecords,
} from './support-figures.ts';

/** One municipality, with what is known of its support. */
export type MunicipalSupport = SupportRecords & {
  readonly municipality: Municipality;
  readonly ratings: readonly Rating[];
};

/** One municipality in a month, or in a year. */
export type SupportRow = {
  readonly municipality: Municipality;
  readonly figures: SupportFigures;
  /** Whether anybody was assigned; where nobody was, there is nothing to be reported. */
  readonly isServed: boolean;
  /** From the beginning of the year to the end of what is shown. */
  readonly daysSoFar: number;
  /** 計画日数 of the year; undefined where there is none. */
  readonly planned: number | undefined;
};

/** The support of all municipalities to whom somebody is assigned or came, in the order of their codes. */
export type SupportOverview = {
  readonly rows: readonly SupportRow[];
  /** Supported ones to whom nobody is assigned and nobody came: 対象外. */
  readonly without: readonly Municipality[];
  readonly total: SupportFigures;
  readonly consumption: Consumption;
  /** Of `rows`, how many have a record. */
  readonly recorded: number;
  /** Of the whole year, whichever month is shown: two months of it beside each other would tell a single answer. */
  readonly satisfaction: Satisfaction | undefined;
  readonly replacements: number;
};

type Asked = { readonly today: Day; readonly closures: readonly Closure[] };

export function supportOverview(all: readonly MunicipalSupport[], span: DaySpan, asked: Asked): SupportOverview {
  const fiscalYear = yearOfSpan(span);
  const own = all
    .toSorted((a, b) => a.municipality.code.localeCompare(b.municipality.code))
    .map((each) => rowOf(each, span, asked));
  const rows = own.filter(hasSupport);
  return {
    rows,
    without: own.flatMap((row) => (!hasSupport(row) && row.municipality.supported ? [row.municipality] : [])),
    total: addFigures(rows.map(({ figures }) => figures)),
    consumption: consumptionOf(rows.map(({ daysSoFar: days, planned }) => ({ days, planned }))),
    recorded: rows.filter(({ figures }) => figures.visits > 0).length,
    satisfaction: satisfactionOf(all, yearSpan(fiscalYear)),
    replacements: all.flatMap(({ assignments }) => replacementsIn(assignments, fiscalYear)).length,
  };
}

/** Whether there is anything to say of it; where nobody is assigned and nobody came it is 対象外. */
export const hasSupport = ({ figures, isServed }: Pick<SupportRow, 'figures' | 'isServed'>): boolean =>
  isServed || figures.visits + figures.unrecorded > 0;

function rowOf(each: MunicipalSupport, span: DaySpan, { today, closures }: Asked): SupportRow {
  const { municipality, assignments } = each;
  const asOf = { today, calendar: calendarOf(closures, municipality.code) };
  const fiscalYear = yearOfSpan(span);
  const soFar = { from: yearSpan(fiscalYear).from, until: span.until };
  const figures = figuresOf(each, span, asOf);
  const { days: daysSoFar } = span.from === soFar.from ? figures : figuresOf(each, soFar, asOf);
  return {
    municipality,
    figures,
    isServed: isServedIn(each, span),
    daysSoFar,
    planned: plannedDays(assignments, fiscalYear),
  };
}

/** A month of one municipality. */
type SupportMonth = {
  readonly span: DaySpan;
  readonly figures: SupportFigures;
  readonly isServed: boolean;
};

/** One municipality in some months, and in their whole year. */
export type MunicipalYear = {
  readonly months: readonly SupportMonth[];
  readonly year: SupportRow;
};

/** @param spans months of one fiscal year, at least one */
export function municipalYear(each: MunicipalSupport, spans: readonly DaySpan[], asked: Asked): MunicipalYear {
  const asOf = { today: asked.today, calendar: calendarOf(asked.closures, each.municipality.code) };
  const months = spans.map((span) => ({
    span,
    figures: figuresOf(each, span, asOf),
    isServed: isServedIn(each, span),
  }));
  const [first] = spans;
  if (!first) throw new Error('no month of a year');
  return { months, year: rowOf(each, yearSpan(yearOfSpan(first)), asked) };
}
