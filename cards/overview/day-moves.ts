import type { Kpi } from '../../programme/catalogue.ts';
import type { ItemChange, KpiOnDay, KpiPair } from '../../programme/overview/day-comparison.ts';
import { entryText, valueText } from '../../programme/progress/kpi-value.ts';
import { signalNames } from '../../programme/progress/plan-line.ts';
import { stateNames } from '../../programme/provenance.ts';

/** 未報告 → 検討中（25%） */
export const itemMove = ({ before, after }: ItemChange): string => `${before.name} → ${after.name}`;

/** 62% → 70%（計画線 75.2%・やや遅れ） */
export function kpiMove({ kpi, before, after }: KpiPair): string {
  const beside = [lineText(kpi, after), after.signal && signalNames[after.signal]].filter(Boolean).join('・');
  return `${saidText(kpi, before)} → ${saidText(kpi, after)}${beside && `（${beside}）`}`;
}

/** What was known on the day: the value, or by its own name that there was none. */
export const saidText = (kpi: Kpi, { said, state }: KpiOnDay): string =>
  said ? entryText(kpi, said) : stateNames[state];

/** 計画線 75.2% */
export const lineText = (kpi: Kpi, { planned }: KpiOnDay): string =>
  planned === undefined ? '' : `計画線 ${valueText(kpi, Math.round(planned * 10) / 10)}`;
