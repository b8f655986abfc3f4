import { z } from 'zod';
import { Day } from '../day.ts';
import { type DataState, Provenance } from '../provenance.ts';
import { Refusal } from '../refusal.ts';
import { addWeeks, isClosed, Week } from '../week.ts';
import { CountingRule } from './counting-rule.ts';
import { EnteredFor } from './entered-for.ts';
import { refuseStale } from './item-record.ts';
import { RecordYear } from './record-year.ts';

const KpiEntry = Provenance.extend({
  number: z.number().int(),
  week: Week,
  /** `unchanged` confirms what was last said for one more week; it is not a new value. */
  kind: z.enum(['value', 'unchanged', 'confirmedNone']),
  /** In the KPI's unit; a percentage of 62 is 62, yes is 1. Present for `value` only. */
  value: z.number().optional(),
  numerator: z.number().optional(),
  denominator: z.number().optional(),
  note: z.string().optional(),
  evidence: z.string().optional(),
  reason: z.string().optional(),
  proxy: EnteredFor.optional(),
  undone: Provenance.optional(),
});
export type KpiEntry = z.infer<typeof KpiEntry>;

/** A KPI of one municipality in one fiscal year: what was set, and what was reported week by week. */
export const KpiRecord = z.object({
  municipality: z.string(),
  fiscalYear: RecordYear,
  kpi: z.string(),
  baseline: z.number().optional(),
  target: z.number().optional(),
  due: Day.optional(),
  /** What is counted on from the year before: where that left it. The baseline, unless the workbook says another. */
  carried: z.object({ fiscalYear: RecordYear, value: z.number() }).optional(),
  /** Asked for in the weekly check-in. */
  weekly: z.boolean(),
  /** How the municipality counts, as it was decided; oldest first. */
  countings: z.array(CountingRule).optional(),
  entries: z.array(KpiEntry),
});
export type KpiRecord = z.infer<typeof KpiRecord>;

/** A measured value; rates keep what they were divided from, so that totals are sums and not averages. */
export type KpiReading = { readonly value: number; readonly numerator?: number; readonly denominator?: number };

/** The last value reported for this week or an earlier one, whatever was said after it; see `lastSaid`. */
export function lastReading(record: KpiRecord, week?: Week): KpiEntry | undefined {
  return record.entries.findLast(
    (entry) => stands(entry) && entry.kind === 'value' && (week === undefined || entry.week <= week),
  );
}

/** What `unchanged` confirms in this week: the last value or 未実施（確認済）, whichever is of the later week. */
export function lastSaid(record: KpiRecord, week?: Week): KpiEntry | undefined {
  return record.entries.findLast(
    (entry) => stands(entry) && entry.kind !== 'unchanged' && (week === undefined || entry.week <= week),
  );
}

/** What was said last, whatever it was: 変更なし stands for a value as well. */
export const lastEntry = (record: KpiRecord): KpiEntry | undefined => record.entries.findLast(stands);

/** What was said for exactly this week. */
export function entryOf({ entries }: KpiRecord, week: Week): KpiEntry | undefined {
  for (let at = entries.length - 1; at >= 0; at--) {
    const entry = entries[at];
    // They are in the order of their weeks: the others are of earlier ones.
    if (!entry || entry.week < week) return undefined;
    if (entry.week === week && stands(entry)) return entry;
  }
  return undefined;
}

/** A week that is unchanged since 未実施（確認済） is that as well. */
export function kpiState(record: KpiRecord | undefined, week: Week): DataState {
  if (record === undefined) return 'unconfirmed';
  const entry = entryOf(record, week);
  if (entry === undefined) return 'notReported';
  const said = entry.kind === 'unchanged' ? lastSaid(record, week) : entry;
  return said?.kind === 'confirmedNone' ? 'confirmedNone' : 'reported';
}

/** How many weeks in a row, up to and including this one, were confirmed as unchanged. */
export function weeksUnchanged(record: KpiRecord, week: Week): number {
  let count = 0;
  while (entryOf(record, addWeeks(week, -count))?.kind === 'unchanged') count++;
  return count;
}

/** The newest number any card may have shown; passed back as `seen`. */
export function newestNumber(record: { readonly entries: readonly { number: number }[] }): number {
  return record.entries.reduce((newest, { number }) => Math.max(newest, number), 0);
}

export type KpiReport = {
  readonly week: Week;
  readonly kind: KpiEntry['kind'];
  readonly reading?: KpiReading | undefined;
  readonly note?: string | undefined;
  readonly evidence?: string | undefined;
  readonly reason?: string | undefined;
  readonly proxy?: EnteredFor | undefined;
};

/**
 * Adds a week's report. The same report again, or a replay of the same ask, changes nothing.
 * @param now decides whether the week is closed.
 * @throws Refusal `week-closed`, `changed-meanwhile`, `nothing-to-carry-over`
 */
export function withKpiReport(
  record: KpiRecord,
  report: KpiReport,
  from: Provenance,
  options: { now: Date; seen?: number | undefined; mayOpenClosed?: boolean },
): KpiRecord {
  if (record.entries.some((entry) => entry.ask === from.ask && entry.week === report.week)) return record;
  if (isClosed(report.week, options.now) && !options.mayOpenClosed) {
    throw Refusal.because('week-closed', { week: report.week });
  }
  refuseStale(record.entries, options.seen, from);
  if (report.kind === 'unchanged' && lastSaid(record, report.week) === undefined) {
    throw Refusal.because('nothing-to-carry-over', { what: record.kpi });
  }
  const now = entryOf(record, report.week);
  if (now && isSame(now, report)) return record;
  const entry: KpiEntry = {
    ...from,
    number: newestNumber(record) + 1,
    week: report.week,
    kind: report.kind,
    ...(report.kind === 'value' ? report.reading : {}),
    ...(report.note ? { note: report.note } : {}),
    ...(report.evidence ? { evidence: report.evidence } : {}),
    ...(report.reason ? { reason: report.reason } : {}),
    ...(report.proxy ? { proxy: report.proxy } : {}),
  };
  return { ...record, entries: [...record.entries, entry].sort(byWeekThenNumber) };
}

function isSame(entry: KpiEntry, report: KpiReport): boolean {
  if (report.reason && report.reason !== entry.reason) return false;
  if (report.note && report.note !== entry.note) return false;
  if (report.evidence && report.evidence !== entry.evidence) return false;
  if (report.kind === 'unchanged') return true;
  const { value, numerator, denominator } = report.reading ?? {};
  return (
    entry.kind === report.kind &&
    entry.value === value &&
    entry.numerator === numerator &&
    entry.denominator === denominator
  );
}

/** Entries stay in the order of their weeks, so that "last" means the latest week and within it the latest report. */
function byWeekThenNumber(a: KpiEntry, b: KpiEntry): number {
  return a.week < b.week ? -1 : a.week > b.week ? 1 : a.number - b.number;
}

const stands = (entry: KpiEntry): boolean => entry.undone === undefined;
