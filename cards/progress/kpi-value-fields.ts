import type { Kpi } from '../../programme/catalogue.ts';
import { type KpiRecord, lastReading } from '../../programme/progress/kpi-record.ts';
import type { Field } from '../card.ts';

export type EnteredValue = {
  readonly value?: string | undefined;
  readonly numerator?: string | undefined;
  readonly denominator?: string | undefined;
};

type Filling = {
  readonly prefix?: string;
  readonly required?: boolean;
  readonly given?: EnteredValue | undefined;
  readonly error?: string | undefined;
  /** Beside each field by its name, where each is known. */
  readonly errors?: ReadonlyMap<string, string> | undefined;
  /** What is given was said just now: where fields are asked one by one, these are not. */
  readonly said?: boolean;
};

/** The fields for one KPI's value: a rate by its parts with the last denominator filled in, a choice where there is one. */
export function valueFields(
  kpi: Kpi,
  record: KpiRecord,
  { prefix = '', required = false, given, error, errors, said = false }: Filling,
): Field[] {
  const own = (name: keyof EnteredValue) => ({
    required,
    error: errors?.get(name) ?? (name === 'denominator' ? undefined : error),
    ...(said && given?.[name] !== undefined ? { said: true } : {}),
  });
  const last = lastReading(record);
  if (kpi.denominator !== undefined) {
    const known = last?.denominator;
    const denominator = given?.denominator ?? textOf(known);
    return [
      {
        ...own('numerator'),
        type: 'number',
        name: `${prefix}numerator`,
        label: kpi.numerator ?? '分子',
        value: given?.numerator,
        last: textOf(last?.numerator),
      },
      {
        ...own('denominator'),
        type: 'number',
        name: `${prefix}denominator`,
        label: kpi.denominator ?? '分母',
        value: denominator,
      },
    ];
  }
  const name = `${prefix}value`;
  const choices = choicesOf(kpi);
  if (choices) return [{ ...own('value'), type: 'choice', name, label: '今週の状態', value: given?.value, choices }];
  const value: Field = {
    ...own('value'),
    type: 'number',
    name,
    label: `今週の値（${kpi.unit}）`,
    unit: kpi.unit,
    value: given?.value,
    last: textOf(last?.value),
  };
  if (kpi.answers === undefined) return [value];
  const answers = { type: 'number', name: `${prefix}denominator`, label: kpi.answers } as const;
  return [value, { ...own('denominator'), ...answers, value: given?.denominator, last: textOf(last?.denominator) }];
}

/** What was given for a value, as it is typed into its fields. */
export function typedValue(given: Readonly<Record<string, unknown>>): EnteredValue {
  const typed = (name: string) =>
    typeof given[name] === 'string' || typeof given[name] === 'number' ? String(given[name]) : undefined;
  return { value: typed('value'), numerator: typed('numerator'), denominator: typed('denominator') };
}

const textOf = (value: number | undefined) => (value === undefined ? undefined : String(value));

function choicesOf(kpi: Kpi) {
  if (kpi.type === 'boolean')
    return [
      { value: '1', label: '有' },
      { value: '0', label: '無' },
    ];
  return kpi.grades?.map(([at, title]) => ({ value: String(at), label: `${title}（${at}%）` }));
}
