import { type Catalogue, catalogue, findKpi, type Item, itemsOf, type Step } from '../catalogue.ts';
import type { Day } from '../day.ts';
import { evidenceOf, type ItemRecord, itemPercent, itemState } from './item-record.ts';
import { type KpiRecord, lastReading } from './kpi-record.ts';
import { meetsTarget } from './kpi-value.ts';

/** From this percentage on an item counts as settled. */
export const SETTLED = 80;

/** What is left to do of an item, with its date: of this year, dated, and not settled. Whatever chases or shows dates asks here. */
export function openDeadline(record: ItemRecord | undefined): Day | undefined {
  if (!record?.due || record.year !== 'this' || (itemPercent(record) ?? 0) >= SETTLED) return undefined;
  return record.due;
}

/** Whether its date has passed: on the day itself it has not. */
export function isOverdue(record: ItemRecord | undefined, today: Day): boolean {
  const due = openDeadline(record);
  return due !== undefined && due < today;
}

/** An item with the day it is due. */
export type Deadline = { readonly item: Item; readonly day: Day };

/** Every item with what is left to do of it and a date, in the order of the catalogue. */
export const openDeadlines = ({ catalogue: edition, items }: Progress): readonly Deadline[] =>
  edition.items.flatMap((item) => {
    const day = openDeadline(items.get(item.id));
    return day === undefined ? [] : [{ item, day }];
  });

/** Ids of what is left to do this year, dated or not. */
export function openItems({ items }: Pick<Progress, 'items'>): readonly string[] {
  const open = [...items.values()].filter((record) => record.year === 'this' && (itemPercent(record) ?? 0) < SETTLED);
  return open.map(({ item }) => item).toSorted();
}

/** One thing that still stands between a municipality and a step. */
export type Gap =
  | { readonly kind: 'stage'; readonly item: Item; readonly percent: number | undefined }
  | { readonly kind: 'evidence'; readonly item: Item }
  | { readonly kind: 'kpi'; readonly kpi: string; readonly name: string }
  /** Without a target there is nothing to judge the step by. */
  | { readonly kind: 'no-kpi' };

/** Where a municipality stands in a step. */
export type StepStanding = {
  readonly step: Step;
  /** Items of the programme's year, settled ones, and the mean of their percentages with unreported ones as 0. */
  readonly items: number;
  readonly settled: number;
  readonly percent: number;
  readonly notReported: number;
  readonly later: number;
  readonly gaps: readonly Gap[];
  readonly achieved: boolean;
  /** Where nothing of it is left to do because its items were settled in years that are closed. */
  readonly earlier?: SettledEarlier;
};

/** The last year in which items of a step were settled, and whether the step was achieved then. */
type SettledEarlier = { readonly fiscalYear: number; readonly achieved: boolean };

/** A municipality's records, by item and KPI id, and the edition of the catalogue they are judged by. */
export type Progress = {
  readonly catalogue: Catalogue;
  readonly items: ReadonlyMap<string, ItemRecord>;
  readonly kpis: ReadonlyMap<string, KpiRecord>;
};

export function progressOf(
  items: readonly ItemRecord[],
  kpis: readonly KpiRecord[],
  edition: Catalogue = catalogue,
): Progress {
  return {
    catalogue: edition,
    items: new Map(items.map((r) => [r.item, r])),
    kpis: new Map(kpis.map((r) => [r.kpi, r])),
  };
}

const known = new WeakMap<Progress, readonly StepStanding[]>();

/** Records never change, so what follows from them is worked out once. */
export function stepStandings(records: Progress): readonly StepStanding[] {
  const standings = known.get(records) ?? records.catalogue.steps.map((step) => stepStanding(step, records));
  known.set(records, standings);
  return standings;
}

/**
 * Every item that a step ever asked for was settled in a year that is closed. What ended unsettled, goes on, or was put
 * off leaves it open; what never applied does not count.
 */
function settledEarlier(records: readonly ItemRecord[]): SettledEarlier | undefined {
  if (records.some(({ year }) => year !== 'none')) return undefined;
  const asked = records.flatMap(({ carried }) => (carried && carried.was !== 'none' ? [carried] : []));
  if (asked.length === 0 || asked.some(({ was }) => was !== 'done')) return undefined;
  const fiscalYear = Math.max(...asked.map((carried) => carried.fiscalYear));
  const last = asked.filter((carried) => carried.fiscalYear === fiscalYear);
  return { fiscalYear, achieved: last.every(({ stepAchieved }) => stepAchieved === true) };
}

/**
 * A step is achieved when every item assigned to the programme's year is at 80 or more with at least one piece of
 * evidence, and the KPIs of those items meet their targets, of which there must be one. A step without such items is
 * not achieved.
 */
export function stepStanding(step: Step, records: Progress): StepStanding {
  const all = itemsOf(step.id, records.catalogue).map((item) => ({ item, record: records.items.get(item.id) }));
  const items = all.filter(({ record }) => record?.year === 'this');
  const percents = items.map(({ record }) => itemPercent(record));
  const gaps = items.flatMap(({ item, record }) => itemGaps(item, record));
  const kpis = [...new Set(items.flatMap(({ item }) => item.kpis))];
  gaps.push(...kpiGaps(kpis, records));
  if (items.length > 0 && !kpis.some((id) => records.kpis.get(id)?.target !== undefined)) gaps.push({ kind: 'no-kpi' });
  const earlier = settledEarlier(all.flatMap(({ record }) => record ?? []));
  return {
    step,
    ...(earlier && { earlier }),
    items: items.length,
    settled: percents.filter((percent) => (percent ?? 0) >= SETTLED).length,
    percent: items.length === 0 ? 0 : Math.round(percents.reduce<number>((sum, p) => sum + (p ?? 0), 0) / items.length),
    notReported: items.filter(({ record }) => itemState(record) === 'notReported').length,
    later: all.filter(({ record }) => record?.year === 'later').length,
    gaps,
    achieved: items.length > 0 && gaps.length === 0,
  };
}

function itemGaps(item: Item, record: ItemRecord | undefined): Gap[] {
  const percent = itemPercent(record);
  if (percent === undefined || percent < SETTLED) return [{ kind: 'stage', item, percent }];
  return evidenceOf(record).length === 0 ? [{ kind: 'evidence', item }] : [];
}

function kpiGaps(ids: readonly string[], records: Progress): Gap[] {
  return ids.flatMap((id) => {
    const [kpi, record] = [findKpi(id, records.catalogue), records.kpis.get(id)];
    if (!kpi || !record) return [];
    const reading = lastReading(record);
    const met = meetsTarget(kpi, record, reading?.value === undefined ? undefined : { value: reading.value });
    return met === false ? [{ kind: 'kpi' as const, kpi: id, name: kpi.name }] : [];
  });
}

/** What to do next: the first open item of the first step that is not achieved. */
export function nextItem(standings: readonly StepStanding[]): Item | undefined {
  for (const { gaps, achieved } of standings) {
    const gap = gaps.find((g) => g.kind === 'stage' || g.kind === 'evidence');
    if (!achieved && gap) return gap.item;
  }
  return undefined;
}
