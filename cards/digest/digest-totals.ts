import { type DigestTotal, togetherText, totalText } from '../../programme/digest/digest-totals.ts';
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
  return {
    title: `${kpi.id} ${kpi.name}`,
    detail: [
      `合計 ${totalText(kpi, total)}`,
      `前回 ${togetherText(kpi, before)}・値なし ${total.notReported}団体`,
      `目標 ${togetherText(kpi, target)}・計画線 ${togetherText(kpi, planned)}`,
    ].join('\n'),
  };
}
