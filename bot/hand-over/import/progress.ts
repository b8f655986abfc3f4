import type { ProgrammeContent } from '../../../documents/workbook/content.ts';
import type { ItemRecord } from '../../../programme/progress/item-record.ts';
import type { KpiRecord } from '../../../programme/progress/kpi-record.ts';
import { itemsIn, kpisIn } from '../../../storage/progress.ts';
import type { Stored } from '../../../storage/store.ts';
import { bring, type ImportStep, type Run, withOwn } from './step.ts';

type ItemLine = ProgrammeContent['items'][number] & Pick<ItemRecord, 'fiscalYear'>;
type KpiLine = ProgrammeContent['kpis'][number] & Pick<KpiRecord, 'fiscalYear'>;

const OWN_OF_ITEM = ['municipality', 'fiscalYear', 'item', 'year', 'due'] as const;
const OWN_OF_KPI = ['municipality', 'fiscalYear', 'kpi', 'baseline', 'target', 'due', 'weekly'] as const;

/** Items and KPIs of the workbook's year, of every municipality that is, or ever was, in the programme. */
export async function planProgress(
  run: Run,
  workbook: ProgrammeContent,
  known: readonly string[],
): Promise<ImportStep[]> {
  const codes = [...new Set([...known, ...workbook.municipalities.map(({ code }) => code)])];
  const { fiscalYear } = workbook.programme;
  const [items, kpis] = [byTown(workbook.items), byTown(workbook.kpis)];
  const ofYear = <T>(lines: readonly T[] = []) => lines.map((line) => ({ ...line, fiscalYear }));
  const plans = codes.map(async (code) => [
    ...planItems(run, ofYear(items.get(code)), await itemsIn(run.store, code, fiscalYear)),
    ...planKpis(run, ofYear(kpis.get(code)), await kpisIn(run.store, code, fiscalYear)),
  ]);
  return (await Promise.all(plans)).flat();
}

function byTown<T extends { readonly municipality: string }>(lines: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const all = new Map<string, T[]>();
  for (const line of lines) {
    const own = all.get(line.municipality);
    if (own) own.push(line);
    else all.set(line.municipality, [line]);
  }
  return all;
}

function planItems(run: Run, lines: readonly ItemLine[], known: readonly Stored<ItemRecord>[]): ImportStep[] {
  const byItem = new Map(known.map((found) => [found.value.item, found]));
  const listed = new Set(lines.map(({ item }) => item));
  const kept = known.filter(({ value }) => !listed.has(value.item));
  return [
    ...lines.map((line) =>
      bring(run, 'items', byItem.get(line.item), (now) => itemOf(line, now), {
        section: 'items',
        municipality: line.municipality,
      }),
    ),
    ...kept.map((): ImportStep => ({ section: 'items', outcome: 'kept' })),
  ];
}

function itemOf(line: ItemLine, now: ItemRecord = { ...line, versions: [] }): ItemRecord {
  const { start = now.start, ...entry } = line;
  const item = withOwn<ItemRecord, (typeof OWN_OF_ITEM)[number]>(now, OWN_OF_ITEM, entry);
  return start ? { ...item, start } : item;
}

function planKpis(run: Run, lines: readonly KpiLine[], known: readonly Stored<KpiRecord>[]): ImportStep[] {
  const byKpi = new Map(known.map((found) => [found.value.kpi, found]));
  const listed = new Set(lines.map(({ kpi }) => kpi));
  const gone = known.filter(({ value }) => !listed.has(value.kpi));
  return [
    ...lines.map((line) =>
      bring(run, 'kpis', byKpi.get(line.kpi), (now) => kpiOf(line, now), {
        section: 'kpis',
        municipality: line.municipality,
      }),
    ),
    ...gone.map((found): ImportStep => {
      if (!found.value.weekly) return { section: 'kpis', outcome: 'kept' };
      const { municipality } = found.value;
      const next = (now = found.value) => ({ ...now, weekly: false });
      return bring(run, 'kpis', found, next, { section: 'kpis', outcome: 'ended', municipality });
    }),
  ];
}

function kpiOf(line: KpiLine, now: KpiRecord = { ...line, entries: [] }): KpiRecord {
  // What is counted on from the year before begins there, unless the workbook says from where.
  const entry = line.baseline === undefined && now.carried ? { ...line, baseline: now.carried.value } : line;
  return withOwn<KpiRecord, (typeof OWN_OF_KPI)[number]>(now, OWN_OF_KPI, entry);
}
