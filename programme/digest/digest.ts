import { findItem, findKpi, findStage, type Item, type Kpi } from '../catalogue.ts';
import { addDays, type Day, dayOf, instantOf } from '../day.ts';
import type { HelpRequest } from '../help/help-request.ts';
import { isOpenRequest } from '../help/request-standing.ts';
import { itemsAskedByMany, type OpenRequests, openRequestsAt } from '../help/request-sums.ts';
import type { Municipality } from '../municipality.ts';
import type { Programme } from '../programme.ts';
import { currentVersion, type ItemRecord, itemStandingName } from '../progress/item-record.ts';
import { entryOf, type KpiRecord, lastReading } from '../progress/kpi-record.ts';
import { type Signal, signalOf } from '../progress/plan-line.ts';
import { weekReport, weeksSilent } from '../progress/silence.ts';
import { type Deadline, openDeadlines, type Progress, progressOf, stepStandings } from '../progress/step-standing.ts';
import { weeklyKpis } from '../progress/weekly.ts';
import { addWeeks, type Week, weekOfDay } from '../week.ts';
import { type DigestTotal, digestTotals } from './digest-totals.ts';

/** Deadlines this many days ahead belong in the digest. */
const DAYS_AHEAD = 14;
/** Looking further back than this for the last report adds nothing: it has been silent for long. */
const WEEKS_BACK = 26;

export type Move = { readonly what: string; readonly from: string; readonly to: string };

/**
 * How a week was reported. `unchanged`: all that was said is that nothing changed. `partly`: begun and not ended.
 * `none`: nothing is asked for, so that nothing can be missing.
 */
export type ReportKind = 'reported' | 'unchanged' | 'partly' | 'silent' | 'none';

/** What a week brought in one municipality. */
export type MunicipalityWeek = {
  readonly municipality: Municipality;
  readonly report: ReportKind;
  /** The same of the week before, which is over; undefined where the programme had not begun. */
  readonly lastReport: ReportKind | undefined;
  /** Weeks in a row without any report, the open one not counted: there is still time to answer it. */
  readonly silentWeeks: number;
  readonly moves: readonly Move[];
  readonly achieved: readonly number[];
  /** 相談 since the last digest, and those from before that nobody has seen to yet. */
  readonly helps: number;
  /** Of those since the last digest, how many the secretariat has seen to. */
  readonly settled: number;
  readonly waiting: number;
  /** All that go on, whenever they were asked. */
  readonly open: OpenRequests;
  readonly due: readonly Deadline[];
  readonly overdue: readonly Deadline[];
  readonly signals: Readonly<Record<Signal, number>>;
};

export type Digest = {
  readonly week: Week;
  /** Deltas are against this moment: the previous digest. */
  readonly since: Date;
  readonly until: Date;
  readonly municipalities: readonly MunicipalityWeek[];
  readonly totals: readonly DigestTotal[];
  /** Items that several municipalities asked about of late; by whom is not said. */
  readonly askedByMany: readonly Item[];
};

export type MunicipalityRecords = {
  readonly municipality: Municipality;
  readonly records: Progress;
  readonly helps: readonly HelpRequest[];
};

/** From the previous week's digest slot to this week's, or to now while the week is running. */
export function digestPeriod(programme: Programme, week: Week, now: Date): { since: Date; until: Date } {
  const { weekday, time } = programme.digest;
  const slot = (of: Week) => instantOf(addDays(of, (weekday + 6) % 7), time);
  const [since, end] = [slot(addWeeks(week, -1)), instantOf(addWeeks(week, 1))];
  return { since, until: now < end ? now : slot(week) };
}

const byCode = (a: MunicipalityWeek, b: MunicipalityWeek): number =>
  a.municipality.code.localeCompare(b.municipality.code);

/** The facts of a week, municipality by municipality in the order of their codes: whoever is named first is no worse off. */
export function digestOf(
  programme: Programme,
  week: Week,
  period: { readonly since: Date; readonly until: Date },
  all: readonly MunicipalityRecords[],
): Digest {
  const then = all.map((each) => ({
    ...each,
    before: asOf(each.records, period.since),
    after: asOf(each.records, period.until),
  }));
  const municipalities = then.map((each) => weekOfMunicipality(each, { programme, week, ...period }));
  const records = { before: then.map(({ before }) => before), after: then.map(({ after }) => after) };
  const totals = digestTotals(records, { week, start: programme.start, today: dayOf(period.until) });
  const askedByMany = itemsAskedByMany(all, period.until).flatMap((id) => findItem(id) ?? []);
  return { week, ...period, municipalities: municipalities.toSorted(byCode), totals, askedByMany };
}

type Period = { readonly programme: Programme; readonly week: Week; readonly since: Date; readonly until: Date };

type Then = MunicipalityRecords & { readonly before: Progress; readonly after: Progress };

function weekOfMunicipality({ municipality, before, after, helps }: Then, period: Period): MunicipalityWeek {
  const { since, until } = period;
  const today = dayOf(until);
  const open = openDeadlines(after);
  const isNew = ({ at }: HelpRequest) => at > since.toISOString();
  const going = helps.filter((help) => isOpenRequest(help, until));
  const fresh = helps.filter((help) => isNew(help) && help.at <= until.toISOString() && help.undone === undefined);
  return {
    municipality,
    ...reportsOf(after, period),
    moves: movesBetween(before, after),
    achieved: achievedSteps(after).filter((step) => !achievedSteps(before).includes(step)),
    helps: fresh.length,
    settled: fresh.filter((help) => !going.includes(help)).length,
    waiting: going.filter((help) => !isNew(help)).length,
    open: openRequestsAt(going, until),
    due: open.filter(({ day }) => day >= today && day <= addDays(today, DAYS_AHEAD)),
    overdue: open.filter(({ day }) => day < today),
    signals: countSignals(after, period, today),
  };
}

function reportsOf(records: Progress, { week, programme }: Period) {
  const weekly = weeklyKpis(records).map(([, record]) => record);
  const last = addWeeks(week, -1);
  const report = reportOf(weekly, week);
  const silentWeeks = report === 'silent' ? Math.min(WEEKS_BACK, weeksSilent(weekly, last, programme)) : 0;
  return { report, silentWeeks, lastReport: last < weekOfDay(programme.start) ? undefined : reportOf(weekly, last) };
}

function reportOf(weekly: readonly KpiRecord[], week: Week): ReportKind {
  const report = weekReport(weekly, week);
  if (report !== 'complete') return report;
  return weekly.every((record) => entryOf(record, week)?.kind === 'unchanged') ? 'unchanged' : 'reported';
}

/** Of the same records: when the last thing was said or taken back, and how they stood at the moments last asked for. */
type Stood = { readonly last: string; readonly isTakenBack: boolean; readonly moments: Map<string, Progress> };
const stood = new WeakMap<Progress, Stood>();
/** A digest has two moments. */
const MOMENTS = 2;

/** The records as they stood at a moment: what was written later, or taken back earlier, does not count. */
export function asOf(records: Progress, moment: Date): Progress {
  const known = stood.get(records) ?? stoodOf(records);
  stood.set(records, known);
  const { last, isTakenBack, moments } = known;
  const asked = moment.toISOString();
  const isOver = asked >= last;
  if (isOver && !isTakenBack) return records;
  const at = isOver ? last : asked;
  const found = moments.get(at) ?? recordsAt(records, at);
  moments.delete(at);
  moments.set(at, found);
  const [oldest] = moments.keys();
  if (moments.size > MOMENTS && oldest !== undefined) moments.delete(oldest);
  return found;
}

function stoodOf({ items, kpis }: Progress): Stood {
  let [last, isTakenBack] = ['', false];
  const hear = ({ at, undone }: Report): void => {
    if (at > last) last = at;
    if (!undone) return;
    isTakenBack = true;
    if (undone.at > last) last = undone.at;
  };
  for (const { versions } of items.values()) for (const version of versions) hear(version);
  for (const { entries } of kpis.values()) for (const entry of entries) hear(entry);
  return { last, isTakenBack, moments: new Map() };
}

function recordsAt(records: Progress, at: string): Progress {
  return progressOf(
    [...records.items.values()].map((record) => {
      const versions = stoodAt(record.versions, at);
      return versions === record.versions ? record : { ...record, versions };
    }),
    [...records.kpis.values()].map((record) => {
      const entries = stoodAt(record.entries, at);
      return entries === record.entries ? record : { ...record, entries };
    }),
    records.catalogue,
  );
}

type Report = { readonly at: string; readonly undone?: { readonly at: string } | undefined };

/** Most records have nothing newer and nothing taken back: those are handed on as they are. */
function stoodAt<T extends Report>(reports: T[], at: string): T[] {
  if (reports.every((report) => report.at <= at && report.undone === undefined)) return reports;
  return reports
    .filter((report) => report.at <= at && !(report.undone && report.undone.at <= at))
    .map((report) => (report.undone === undefined ? report : { ...report, undone: undefined }));
}

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

function achievedSteps(records: Progress): readonly number[] {
  return stepStandings(records).flatMap(({ achieved, step }) => (achieved ? [step.order] : []));
}

function countSignals(records: Progress, { programme }: Period, today: Day): Record<Signal, number> {
  const counts = { green: 0, yellow: 0, red: 0 };
  for (const record of records.kpis.values()) {
    const kpi = findKpi(record.kpi, records.catalogue);
    const signal = kpi && signalOf(kpi, record, readingValue(record), programme.start, today);
    if (signal) counts[signal]++;
  }
  return counts;
}
