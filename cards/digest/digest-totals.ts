import type { Kpi } from '../../programme/catalogue.ts';
import type { DigestTotal } from '../../programme/digest/digest-totals.ts';
import { readingText, valueText } from '../../programme/progress/kpi-value.ts';
import { list, type Node, type Row, text } from '../card.ts';

/** How many KPIs a phone shows. */
const SHOWN = 8;

/** Sums of the weekly KPIs: each beside the last time, its target and the plan line. */
export function totalNodes(totals: readonly DigestTotal[]): Node[] {
  if (totals.length === 0) return [];
  const more = totals.length - SHOWN;
  return [
    text('KPIの合計', 'heading'),
    list(totals.slice(0, SHOWN).map(totalRow)),
    ...(more > 0 ? [text(`ほか${more}件のKPI`, 'quiet')] : []),
  ];
}

function totalRow({ kpi, total, before, target, planned }: DigestTotal): Row {
  const now = kpi.type === 'boolean' ? sumText(kpi, total.value) : readingText(kpi, total);
  return {
    title: `${kpi.id} ${kpi.name}`,
    detail: [
      `合計 ${now}`,
      `前回 ${sumText(kpi, before)}・値なし ${total.notReported}団体`,
      `目標 ${sumText(kpi, target)}・計画線 ${sumText(kpi, planned)}`,
    ].join('\n'),
  };
}

/** Of yes-or-no, how many say yes. */
function sumText(kpi: Kpi, value: number | undefined): string {
  if (value === undefined) return '―';
  return kpi.type === 'boolean' ? `${value}団体` : valueText(kpi, value);
}
