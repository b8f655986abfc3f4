import { findKpi, type Kpi } from '../catalogue.ts';
import { type KpiRecord, lastSaid } from '../progress/kpi-record.ts';
import type { Progress, StepStanding } from '../progress/step-standing.ts';
import type { Week } from '../week.ts';
import { judged } from './judged-kpi.ts';

/** What a KPI of a municipality lacks to be judged by. */
export type MissingKpi = { readonly kpi: Kpi; readonly lacks: 'value' | 'target' };

/** Every KPI of a municipality that has no value by a week, or no target. 未実施（確認済） is an answer. */
export function missingKpis({ kpis, catalogue }: Progress, week: Week): readonly MissingKpi[] {
  return [...kpis.values()].flatMap((record) => {
    const kpi = findKpi(record.kpi, catalogue);
    if (!kpi) return [];
    return lacksIn(record, week).map((lacks) => ({ kpi, lacks }));
  });
}

const lacksIn = (record: KpiRecord, week: Week): readonly MissingKpi['lacks'][] => [
  ...(lastSaid(record, week) === undefined ? (['value'] as const) : []),
  ...(record.target === undefined ? (['target'] as const) : []),
];

/** KPIs of a step's items of the year that lack something: a step with one is not achieved in 業務報告書. */
export function missingInStep(standing: StepStanding, progress: Progress, week: Week): readonly MissingKpi[] {
  const ids = new Set(kpisOfStep(standing, progress).map(({ kpi }) => kpi));
  return missingKpis(progress, week).filter(({ kpi }) => ids.has(kpi.id));
}

/** What is known of the KPIs of a step's items of the year. */
function kpisOfStep({ step }: StepStanding, { catalogue, items, kpis }: Progress): readonly KpiRecord[] {
  const own = catalogue.items.filter((item) => item.step === step.id && items.get(item.id)?.year === 'this');
  const ids = new Set(own.flatMap((item) => item.kpis));
  return [...kpis.values()].filter(({ kpi }) => ids.has(kpi));
}

/** Achieved as 状況 has it, and every KPI of it judged 達成 by what was said up to the report's week. */
export const isFinallyAchieved = (standing: StepStanding, progress: Progress, week: Week): boolean =>
  standing.achieved &&
  kpisOfStep(standing, progress).every((record) => {
    const kpi = findKpi(record.kpi, progress.catalogue);
    return kpi === undefined || judged(kpi, record, week) === '達成';
  });
