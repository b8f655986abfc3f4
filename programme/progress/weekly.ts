import { findKpi, type Item, type Kpi } from '../catalogue.ts';
import { type Week, weekOf } from '../week.ts';
import { currentVersion, type ItemRecord, itemPercent } from './item-record.ts';
import type { KpiEntry, KpiRecord } from './kpi-record.ts';
import { openIn } from './silence.ts';
import type { Progress } from './step-standing.ts';

/** A week asks for at most this many KPIs: under a minute on a phone. */
const WEEKLY_KPIS = 5;
/** And for the stages of at most this many items. */
const WEEKLY_ITEMS = 3;

type Kpis = readonly (readonly [Kpi, KpiRecord])[];
const asked = new WeakMap<Progress, Kpis>();
const lacking = new WeakMap<Progress, Map<Week, Kpis>>();
const heard = new WeakMap<Progress, Map<Week, boolean>>();

/** The KPIs a municipality is asked for every week. Records never change: what follows from them is worked out once. */
export function weeklyKpis(records: Progress): Kpis {
  const known = asked.get(records) ?? weeklyOf(records);
  asked.set(records, known);
  return known;
}

function weeklyOf(records: Progress): Kpis {
  return [...records.kpis.values()]
    .filter((record) => record.weekly)
    .flatMap((record) => {
      const kpi = findKpi(record.kpi, records.catalogue);
      return kpi ? [[kpi, record] as const] : [];
    })
    .slice(0, WEEKLY_KPIS);
}

/** What is still to be said of a week. */
export function openKpis(records: Progress, week: Week): Kpis {
  const weeks = lacking.get(records) ?? new Map<Week, Kpis>();
  lacking.set(records, weeks);
  const known = weeks.get(week) ?? openOf(weeklyKpis(records), week);
  weeks.set(week, known);
  return known;
}

function openOf(weekly: Kpis, week: Week): Kpis {
  const open = new Set(
    openIn(
      weekly.map(([, record]) => record),
      week,
    ),
  );
  return weekly.filter(([, record]) => open.has(record));
}

/**
 * Whether somebody has put in for the municipality what it answered in this week (代理入力). It is then asked nothing
 * more: what it left blank it was asked.
 */
export function isEnteredFor({ kpis, items }: Progress, week: Week): boolean {
  const stands = ({ proxy, undone }: Pick<KpiEntry, 'proxy' | 'undone'>) => proxy !== undefined && undone === undefined;
  return (
    [...kpis.values()].some(({ entries }) => entries.some((entry) => entry.week === week && stands(entry))) ||
    [...items.values()].some(({ versions }) =>
      versions.some((version) => stands(version) && weekOf(new Date(version.at)) === week),
    )
  );
}

/** Whether anything was heard in a week: a KPI of it, or the stage of an item. Nobody is then told that nothing was. */
export function isHeard(records: Progress, week: Week): boolean {
  const weeks = heard.get(records) ?? new Map<Week, boolean>();
  heard.set(records, weeks);
  const known = weeks.get(week) ?? wasHeard(records, week);
  weeks.set(week, known);
  return known;
}

function wasHeard(records: Progress, week: Week): boolean {
  if (openKpis(records, week).length < weeklyKpis(records).length) return true;
  return [...records.items.values()].some(({ versions }) =>
    versions.some(({ at, undone }) => undone === undefined && weekOf(new Date(at)) === week),
  );
}

/** The first items in motion. */
export const weeklyItems = (records: Progress): ReturnType<typeof itemsInMotion> =>
  itemsInMotion(records).slice(0, WEEKLY_ITEMS);

/** The items of the programme's year in motion: those under way first, then those due soonest; finished ones are left alone. */
export function itemsInMotion(records: Progress): readonly (readonly [Item, ItemRecord])[] {
  const open = records.catalogue.items.flatMap((item) => {
    const record = records.items.get(item.id);
    return record?.year === 'this' && (itemPercent(record) ?? 0) < 100 ? [[item, record] as const] : [];
  });
  return open.sort(([, a], [, b]) => urgency(a).localeCompare(urgency(b)));
}

function urgency(record: ItemRecord): string {
  const underWay = currentVersion(record) !== undefined && (itemPercent(record) ?? 0) > 0;
  return `${underWay ? 0 : 1} ${record.due ?? '9999'}`;
}
