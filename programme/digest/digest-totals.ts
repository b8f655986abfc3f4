import { catalogue, type Kpi } from '../catalogue.ts';
import type { Day } from '../day.ts';
import { type KpiRecord, lastSaid } from '../progress/kpi-record.ts';
import { isWeighed, type KpiTotal, totalOf } from '../progress/kpi-total.ts';
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

/** The weekly KPIs that can be summed, in the order of the catalogue. */
export function digestTotals(
  { before, after }: Then,
  { week, start, today }: { readonly week: Week; readonly start: Day; readonly today: Day },
): readonly DigestTotal[] {
  return catalogue.kpis.flatMap((kpi) => {
    const own = weeklyOf(after, kpi);
    const total = totalOf(kpi, own, week);
    if (own.length === 0 || total.value === undefined) return [];
    const summed = own.flatMap((record) => {
      const said = lastSaid(record, week);
      const counts = said?.kind === 'value' && (!isWeighed(kpi) || said.denominator !== undefined);
      return counts ? [{ record, weight: said.denominator ?? 1 }] : [];
    });
    const hasLine = kpi.type !== 'boolean' && kpi.type !== 'stage';
    return [
      {
        kpi,
        total,
        before: totalOf(kpi, weeklyOf(before, kpi), week).value,
        target: together(kpi, summed, ({ target }) => target),
        planned: hasLine ? together(kpi, summed, (record) => plannedValue(record, start, today)) : undefined,
      },
    ];
  });
}

const weeklyOf = (all: readonly Progress[], { id }: Kpi): readonly KpiRecord[] =>
  all.flatMap(({ kpis }) => kpis.get(id) ?? []).filter(({ weekly }) => weekly);

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
