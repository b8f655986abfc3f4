import type { Kpi } from '../programme/catalogue.ts';
import { type KpiRecord, lastReading } from '../programme/kpi-record.ts';
import type { Field } from './card.ts';

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
};

/** The fields for one KPI's value: a rate by its parts with the last denominator filled in, a choice where there is one. */
export function valueFields(
  kpi: Kpi,
  record: KpiRecord,
  { prefix = '', required = false, given, error }: Filling,
): Field[] {
  const base = { required, error } as const;
  const last = lastReading(record);
  if (kpi.denominator !== undefined) {
    const known = last?.denominator;
    const denominator = given?.denominator ?? textOf(known);
    return [
      {
        ...base,
        type: 'number',
        name: `${prefix}numerator`,
        label: kpi.numerator ?? '分子',
        value: given?.numerator,
        last: textOf(last?.numerator),
      },
      { type: 'number', name: `${prefix}denominator`, label: kpi.denominator ?? '分母', required, value: denominator },
    ];
  }
  const name = `${prefix}value`;
  const choices = choicesOf(kpi);
  if (choices) return [{ ...base, type: 'choice', name, label: '今週の状態', value: given?.value, choices }];
  return [
    {
      ...base,
      type: 'number',
      name,
      label: `今週の値（${kpi.unit}）`,
      unit: kpi.unit,
      value: given?.value,
      last: textOf(last?.value),
    },
  ];
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
