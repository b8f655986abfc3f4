import { findItem, findKpi, type Kpi } from '../catalogue.ts';
import { type Day, dayOf, fullDate } from '../day.ts';
import { visitModeNames } from '../meetings/visit-mode.ts';
import { type ItemRecord, stageName } from '../progress/item-record.ts';
import { type KpiEntry, type KpiRecord, lastReading } from '../progress/kpi-record.ts';
import { readingText, valueText } from '../progress/kpi-value.ts';
import { currentVisit, type VisitRecord } from '../visits/visit-record.ts';
import { weekName } from '../week.ts';
import type { CaseContent } from './case.ts';

/** What is on record about one item of a municipality, of all years. */
export type CaseFacts = {
  readonly item: string;
  readonly items: readonly ItemRecord[];
  readonly kpis: readonly KpiRecord[];
  readonly visits: readonly VisitRecord[];
  /** The offices of those who report for the municipality, whoever answers first before the others; never their names. */
  readonly offices: readonly string[];
};

/** More lines of 経過 than these say no more to others. */
const LINES = 12;

/** FM-16 as far as the records fill it; what they do not say stays blank, to be asked. */
export function caseDraft(facts: CaseFacts): CaseContent['texts'] {
  const { item, offices } = facts;
  const visits = visitsOf(facts);
  const texts = {
    title: `${findItem(item)?.short ?? item}の取組`,
    structure: structureOf(offices, visits),
    schedule: scheduleOf(facts, visits),
    effect: effectOf(facts),
    contact: offices[0],
  };
  return Object.fromEntries(Object.entries(texts).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** Each visit that was about the item, as it was recorded last, in the order of the days. */
function visitsOf({ item, visits }: CaseFacts) {
  const all = visits.flatMap((record) => currentVisit(record)?.content ?? []);
  return all.filter(({ items }) => items.includes(item)).toSorted((a, b) => a.day.localeCompare(b.day));
}

type Visits = ReturnType<typeof visitsOf>;

function structureOf(offices: readonly string[], visits: Visits): string {
  const [first, last] = [visits.at(0), visits.at(-1)];
  const support = first && last ? `派遣人材の訪問支援 ${visits.length}回（${span(first.day, last.day)}）` : undefined;
  return [offices.join('、'), support].filter(Boolean).join('\n');
}

const span = (first: Day, last: Day): string =>
  first === last ? fullDate(first) : `${fullDate(first)}〜${fullDate(last)}`;

/** 経過: how the item went from stage to stage, and what support came between. */
function scheduleOf({ item, items }: CaseFacts, visits: Visits): string {
  const records = items.filter((record) => record.item === item);
  const stages = records.flatMap(({ versions }) =>
    versions
      .filter(({ undone }) => undone === undefined)
      .map(({ at, stage }) => ({ day: dayOf(new Date(at)), what: stageName(stage) })),
  );
  const sorted = stages.toSorted((a, b) => a.day.localeCompare(b.day));
  const moved = sorted.filter(({ what }, at) => what !== sorted[at - 1]?.what);
  const came = visits.map(({ day, mode }) => ({ day, what: `派遣人材の訪問支援（${visitModeNames[mode]}）` }));
  const lines = [...moved, ...came].toSorted((a, b) => a.day.localeCompare(b.day));
  return lines
    .slice(-LINES)
    .map(({ day, what }) => `${fullDate(day)} ${what}`)
    .join('\n');
}

/** 効果: each KPI of the item before and after, with what it was divided from; one that says only one of them says nothing. */
function effectOf({ item, kpis }: CaseFacts): string {
  const own = findItem(item)?.kpis ?? [];
  return own
    .flatMap((id) => {
      const kpi = findKpi(id);
      const records = kpis.filter((record) => record.kpi === id).toSorted((a, b) => a.fiscalYear - b.fiscalYear);
      return kpi ? (effectLine(kpi, records) ?? []) : [];
    })
    .join('\n');
}

function effectLine(kpi: Kpi, records: readonly KpiRecord[]): string | undefined {
  const entries = records.flatMap((record) => record.entries);
  const values = entries.filter(({ kind, undone }) => kind === 'value' && undone === undefined);
  const [first, last] = [values[0], records.toReversed().flatMap((record) => lastReading(record) ?? [])[0]];
  if (!last) return undefined;
  const before = baselineText(kpi, records) ?? (first && first !== last ? readingIn(kpi, first) : undefined);
  return before && `${kpi.name}: ${before} → ${readingIn(kpi, last)}`;
}

/** The first year's is from before the support began. */
function baselineText(kpi: Kpi, records: readonly KpiRecord[]): string | undefined {
  const baseline = records.find((record) => record.baseline !== undefined)?.baseline;
  return baseline === undefined ? undefined : `${valueText(kpi, baseline)}（基準値）`;
}

const readingIn = (kpi: Kpi, entry: KpiEntry): string => `${readingText(kpi, entry)}（${weekName(entry.week)}）`;
