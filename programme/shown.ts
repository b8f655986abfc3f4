import { findItem, findKpi } from './catalogue.ts';
import { type Day, fullDate } from './day.ts';
import { stageName } from './progress/item-record.ts';
import { readingOf, readingText } from './progress/kpi-value.ts';

type Fact = readonly [label: string, text: string];
type Beside = {
  /** All that was read with it. */
  readonly input: Readonly<Record<string, unknown>>;
  townName(code: string): string;
};

/** How an input is shown back to who is asked whether it was meant, and in which order. */
export type Shown = { readonly order: number; facts(value: unknown, beside: Beside): readonly Fact[] };

export function shownAs(
  order: number,
  label: string,
  say: (value: string, beside: Beside) => string | undefined = (value) => value,
): Shown {
  return {
    order,
    facts(value, beside) {
      const text = typeof value === 'string' || typeof value === 'number' ? say(String(value), beside) : undefined;
      return text ? [[label, text]] : [];
    },
  };
}

/** A day in full; a word for one as it was said. */
export const daySaidBack = (said: string): string | undefined => (isDay(said) ? fullDate(said) : undefined);
const isDay = (said: string): said is Day => /^\d{4}-\d\d-\d\d$/.test(said);

export const itemName = (id: string): string => `${id} ${findItem(id)?.short ?? ''}`;
export const kpiName = (id: string): string => `${id} ${findKpi(id)?.name ?? ''}`;

/** A value, or its parts, as the KPI beside it says them. */
export function valueShown(order: number): Shown {
  return {
    order,
    facts(_value, { input }) {
      const text = valueText(input);
      return text ? [['値', text]] : [];
    },
  };
}

function valueText({ kpi: id, value, numerator, denominator }: Beside['input']): string | undefined {
  const kpi = typeof id === 'string' ? findKpi(id) : undefined;
  if (kpi && [value, numerator, denominator].some((each) => typeof each === 'number')) {
    const reading = readingOf(kpi, {
      value: number(value),
      numerator: number(numerator),
      denominator: number(denominator),
    });
    if (typeof reading !== 'string') return readingText(kpi, reading);
  }
  if (typeof numerator === 'number') return `${numerator}/${String(denominator ?? '')}`;
  return value === undefined ? undefined : String(value);
}

const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** Values of several KPIs: a line each. */
export const answersShown = (order: number): Shown => ({
  order,
  facts: (answers) =>
    rowsOf(answers).map(([id, { value, numerator, denominator }]) => {
      const parts = { value: undefined, numerator: Number(numerator), denominator: Number(denominator) };
      const said = valueText({
        kpi: id,
        ...(numerator === undefined ? { value: Number(value ?? Number.NaN) } : parts),
      });
      return [kpiName(id), said ?? ''];
    }),
});

/** Stages of several items: a line each. */
export const stagesShown = (order: number): Shown => ({
  order,
  facts: (stages) => rowsOf(stages).map(([id, { stage = '' }]) => [itemName(id), stageName(stage)]),
});

const rowsOf = (rows: unknown) => Object.entries((rows ?? {}) as Readonly<Record<string, Record<string, string>>>);
