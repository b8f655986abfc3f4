import { catalogue, type Kpi } from '../catalogue.ts';
import type { Day } from '../day.ts';
import { type KpiRecord, lastSaid } from '../progress/kpi-record.ts';
import { isWeighed, type KpiTotal, totalOf } from '../progress/kpi-total.ts';
import { readingText, valueText } from '../progress/kpi-value.ts';
import { plannedValue } from '../progress/plan-line.ts';
import type { Progress } from '../progress/step-standing.ts';
import type { Week } from '../week.ts';

/** A KPI over all municipalities, beside what it is measured by. Target and plan line are of those who are in the sum. */
export type DigestTotal = {
  readonly kpi: Kpi;
  readonly total: KpiTotal;
  /** The sum when the last digest was sent; undefined where there was none. */
  readonly before: number | undefined;
  readonly target: number | undefined;
  readonly planned: number | undefined;
};

type Then = { readonly before: readonly Progress[]; readonly after: readonly Progress[] };

type TotalsAsked = {
  readonly week: Week;
  readonly start: Day;
  readonly today: Day;
  /** Also those that are not asked for every week. */
  readonly all?: true;
};

/** The weekly KPIs that can be summed, or all of them, in the order of the catalogue. */
export function digestTotals({ before, after }: Then, asked: TotalsAsked): readonly DigestTotal[] {
  const ownOf = (records: readonly Progress[], { id }: Kpi) =>
    records.flatMap(({ kpis }) => kpis.get(id) ?? []).filter(({ weekly }) => weekly || asked.all);
  return catalogue.kpis.flatMap((kpi) => {
    const own = ownOf(after, kpi);
    const together = own.length === 0 ? undefined : besideTotal(kpi, own, asked);
    if (together?.total.value === undefined) return [];
    return [{ ...together, kpi, before: totalOf(kpi, ownOf(before, kpi), asked.week).value }];
  });
}

/** The sum of a KPI over these records, and target and plan line of those who are in it. */
export function besideTotal(
  kpi: Kpi,
  own: readonly KpiRecord[],
  { week, start, today }: TotalsAsked,
): Pick<DigestTotal, 'total' | 'target' | 'planned'> {
  const summed = own.flatMap((record) => {
    const said = lastSaid(record, week);
    const counts = said?.kind === 'value' && (!isWeighed(kpi) || said.denominator !== undefined);
    return counts ? [{ record, weight: isWeighed(kpi) ? (said.denominator ?? 1) : 1 }] : [];
  });
  const hasLine = kpi.type !== 'boolean' && kpi.type !== 'stage';
  return {
    total: totalOf(kpi, own, week),
    target: together(kpi, summed, ({ target }) => target),
    planned: hasLine ? together(kpi, summed, (record) => plannedValue(record, start, today)) : undefined,
  };
}

/** Added up as the values are: rates by what they are parts of. One that is not known leaves the whole unknown. */
function together(
  kpi: Kpi,
  summed: readonly { readonly record: KpiRecord; readonly weight: number }[],
  of: (record: KpiRecord) => number | undefined,
): number | undefined {
  let [sum, weights] = [0, 0];
  for (const { record, weight } of summed) {
    const value = of(record);
    if (value === undefined) return undefined;
    sum += value * weight;
    weights += weight;
  }
  const whole = isWeighed(kpi) ? sum / weights : sum;
  return summed.length === 0 ? undefined : Math.round(whole * 10) / 10;
}

/** 合計 of a KPI with its parts. */
export const totalText = (kpi: Kpi, total: KpiTotal): string =>
  kpi.type === 'boolean' ? togetherText(kpi, total.value) : readingText(kpi, total);

/** Of yes-or-no, how many say yes. */
export function togetherText(kpi: Kpi, value: number | undefined): string {
  if (value === undefined) return '―';
  return kpi.type === 'boolean' ? `${value}団体` : valueText(kpi, value);
}
