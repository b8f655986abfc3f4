import type { Kpi } from '../catalogue.ts';
import type { Day } from '../day.ts';
import { addWeeks, type Week, weekOfDay } from '../week.ts';
import { entryOf, type KpiRecord, lastSaid } from './kpi-record.ts';
import { plannedValue } from './plan-line.ts';

/** What was said for a week. A week of which nothing was said is a gap; 未実施（確認済） is not a zero. */
export type GraphPoint = {
  readonly week: Week;
  readonly state: 'reported' | 'unchanged' | 'confirmedNone' | 'notReported';
  /** In the KPI's unit; of `reported`, and of `unchanged` since a value. */
  readonly value?: number;
};

type DayValue = { readonly day: Day; readonly value: number };

/** What the picture of a KPI in one municipality draws; every figure of it is in the record. */
export type KpiGraph = {
  readonly kpi: Kpi;
  /** Every week from the programme's first (or the first that was reported) to the one in force, oldest first. */
  readonly points: readonly GraphPoint[];
  readonly start: Day;
  readonly today: Day;
  readonly baseline: number | undefined;
  readonly target: number | undefined;
  readonly due: Day | undefined;
  /** Two ends of the straight line from the baseline to the target, as `plannedValue` reckons; of no yes-or-no or graded KPI. */
  readonly plan: readonly [DayValue, DayValue] | undefined;
  /** Where that line is today. */
  readonly planned: number | undefined;
};

/** More weeks than a year has are none that one programme reports. */
const MOST_WEEKS = 54;

export function kpiGraph(
  kpi: Kpi,
  record: KpiRecord,
  { start, today, week }: { readonly start: Day; readonly today: Day; readonly week: Week },
): KpiGraph {
  const { baseline, target, due } = record;
  const first = [weekOfDay(start), ...record.entries.map((entry) => entry.week)].toSorted()[0] ?? week;
  const weeks = Array.from({ length: MOST_WEEKS }, (_, back) => addWeeks(week, -back)).filter((at) => at >= first);
  const hasLine = kpi.type !== 'boolean' && kpi.type !== 'stage';
  const planned = hasLine ? plannedValue(record, start, today) : undefined;
  const ends = [baseline, target, due] as const;
  return {
    ...{ kpi, start, today, baseline, target, due, planned },
    points: weeks.toReversed().map((at) => pointOf(record, at)),
    plan:
      planned === undefined || ends[0] === undefined || ends[1] === undefined || ends[2] === undefined
        ? undefined
        : [
            { day: start, value: ends[0] },
            { day: ends[2], value: ends[1] },
          ],
  };
}

function pointOf(record: KpiRecord, week: Week): GraphPoint {
  const entry = entryOf(record, week);
  if (entry === undefined) return { week, state: 'notReported' };
  const said = entry.kind === 'unchanged' ? lastSaid(record, week) : entry;
  if (said?.kind === 'confirmedNone' || said?.value === undefined) return { week, state: 'confirmedNone' };
  return { week, state: entry.kind === 'unchanged' ? 'unchanged' : 'reported', value: said.value };
}
