import { findKpi, findStage, type Kpi } from '../catalogue.ts';
import { currentVersion, type ItemRecord, itemStandingName } from '../progress/item-record.ts';
import { type KpiRecord, lastReading } from '../progress/kpi-record.ts';
import type { Progress } from '../progress/step-standing.ts';

export type Move = { readonly what: string; readonly from: string; readonly to: string };

/** What has changed from one moment to another. */
export const movesBetween = (before: Progress, after: Progress): readonly Move[] =>
  before === after ? [] : [...itemMoves(before, after), ...kpiMoves(before, after)];

/** The items of a municipality that are at another stage than before. */
export function itemMoves(before: Progress, after: Progress): Move[] {
  return after.catalogue.items.flatMap((item) => {
    const [was, is] = [currentVersion(before.items.get(item.id)), currentVersion(after.items.get(item.id))];
    if (!is || was?.stage === is.stage) return [];
    const short = (record: ItemRecord | undefined) =>
      findStage(currentVersion(record)?.stage ?? '')?.name ?? itemStandingName(record);
    return [
      { what: `${item.id} ${item.short}`, from: short(before.items.get(item.id)), to: short(after.items.get(item.id)) },
    ];
  });
}

function kpiMoves(before: Progress, after: Progress): Move[] {
  return [...after.kpis.values()].flatMap((record) => {
    const kpi = findKpi(record.kpi, after.catalogue);
    const [was, is] = [readingValue(before.kpis.get(record.kpi)), readingValue(record)];
    if (!kpi || is === undefined || was === is) return [];
    return [{ what: `${kpi.id} ${kpi.name}`, from: was === undefined ? '―' : bare(kpi, was), to: bare(kpi, is) }];
  });
}

const readingValue = (record: KpiRecord | undefined) => record && lastReading(record)?.value;

function bare(kpi: Kpi, value: number): string {
  if (kpi.type === 'boolean') return value === 1 ? '有' : '無';
  return `${value.toLocaleString('ja-JP')}${kpi.unit}`;
}
