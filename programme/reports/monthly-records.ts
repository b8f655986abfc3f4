import type { Consent } from '../consent/consent.ts';
import { addDays, type Day, dayOf, instantOf } from '../day.ts';
import { asOf, type MunicipalityRecords } from '../digest/digest.ts';
import type { Meeting } from '../meetings/meeting.ts';
import type { Programme } from '../programme.ts';
import type { ItemRecord } from '../progress/item-record.ts';
import type { KpiRecord } from '../progress/kpi-record.ts';
import { type Progress, progressOf } from '../progress/step-standing.ts';
import type { StaffingChange } from '../staffing/staffing-change.ts';
import type { MismatchDays } from '../support/programme-kpis.ts';
import type { DaySpan } from '../support/support-figures.ts';
import type { MunicipalSupport } from '../support/support-overview.ts';
import { addWeeks, type Week, weekOfDay } from '../week.ts';
import type { Inquiry } from './inquiry.ts';

/** A 事例 a municipality was asked for its 承諾 of; what it says is no part of a report, which stays when that is taken back. */
export type CaseAsked = { readonly item: string; readonly consent: Consent };

/** What the report of a month is drawn from. */
export type MonthRecords = {
  /** In the year of the month. */
  readonly programme: Programme;
  readonly span: DaySpan;
  readonly now: Date;
  /** The supported municipalities. */
  readonly towns: readonly MunicipalityRecords[];
  /** Every municipality, as 派遣状況 counts them. */
  readonly support: readonly MunicipalSupport[];
  readonly mismatches: readonly MismatchDays[];
  readonly meetings: readonly Meeting[];
  readonly staffing: readonly StaffingChange[];
  readonly inquiries: readonly Inquiry[];
  readonly cases: readonly CaseAsked[];
  /** When 満足度 was drawn that a report which was handed in has told last. */
  readonly satisfactionTold: string | undefined;
  nameOf(member: string): string;
};

/** A month as it is drawn: until which moment, and what stood then and when it began. */
export type DrawnMonth = MonthRecords & {
  /** The end of the month, or now while it is running. */
  readonly until: Date;
  readonly untilDay: Day;
  readonly week: Week;
  /** In the order of the codes, and of nothing else. */
  readonly then: readonly (MunicipalityRecords & { readonly before: Progress; readonly after: Progress })[];
};

export function drawnMonth(records: MonthRecords): DrawnMonth {
  const { span, now } = records;
  const [since, end] = [instantOf(span.from), new Date(instantOf(addDays(span.until, 1)).getTime() - 1)];
  const until = new Date(Math.min(now.getTime(), end.getTime()));
  const untilDay = dayOf(until);
  const week = weekOfDay(untilDay);
  const then = records.towns
    .toSorted((a, b) => a.municipality.code.localeCompare(b.municipality.code))
    .map((town) => {
      const known = knownOf(town.records, { until, week });
      return { ...town, records: known, before: asOf(known, since), after: asOf(known, until) };
    });
  return { ...records, until, untilDay, week, then };
}

type Moment = { readonly until: Date; readonly week: Week };

/**
 * What is known today of the month: a report that was taken back since never stood, and a value that came late, or was
 * put right later, belongs to the week it is of.
 */
function knownOf({ items, kpis, catalogue }: Progress, { until, week }: Moment): Progress {
  const end = until.toISOString();
  const itemOf = (record: ItemRecord): ItemRecord => ({
    ...record,
    versions: record.versions.filter(({ undone, at }) => undone === undefined && at <= end),
  });
  const kpiOf = (record: KpiRecord): KpiRecord => ({
    ...record,
    entries: record.entries
      .filter((entry) => entry.undone === undefined && entry.week <= week)
      .map((entry) => {
        const [at = entry.at] = [entry.at, end, instantOf(addWeeks(entry.week, 1)).toISOString()].toSorted();
        return { ...entry, at };
      }),
  });
  return progressOf([...items.values()].map(itemOf), [...kpis.values()].map(kpiOf), catalogue);
}
