import { catalogue, findKpi, findStage, type Item, type Kpi } from './catalogue.ts';
import { addDays, type Day, dayOf, instantOf } from './day.ts';
import type { HelpRequest } from './help-request.ts';
import { currentVersion, type ItemRecord, itemPercent, itemStandingName } from './item-record.ts';
import { entryOf, type KpiRecord, lastReading } from './kpi-record.ts';
import type { Municipality } from './municipality.ts';
import { type Signal, signalOf } from './plan-line.ts';
import type { Programme } from './programme.ts';
import { weeksSilent } from './silence.ts';
import { type Records, recordsOf, SETTLED, stepStandings } from './step.ts';
import { addWeeks, type Week } from './week.ts';

/** Deadlines this many days ahead belong in the digest. */
const DAYS_AHEAD = 14;
/** Looking further back than this for the last report adds nothing: it has been silent for long. */
const WEEKS_BACK = 26;

type Move = { readonly what: string; readonly from: string; readonly to: string };

/** What a week brought in one municipality. */
export type MunicipalityWeek = {
  readonly municipality: Municipality;
  /** `unchanged`: everything that was said is that nothing changed. `none`: there is nothing to ask for. */
  readonly report: 'reported' | 'unchanged' | 'silent' | 'none';
  /** Weeks in a row without any report, this one included. */
  readonly silentWeeks: number;
  readonly moves: readonly Move[];
  readonly achieved: readonly number[];
  readonly helps: number;
  readonly due: readonly { readonly item: Item; readonly day: Day }[];
  readonly overdue: number;
  readonly signals: Readonly<Record<Signal, number>>;
};

export type Digest = {
  readonly week: Week;
  /** Deltas are against this moment: the previous digest. */
  readonly since: Date;
  readonly until: Date;
  readonly municipalities: readonly MunicipalityWeek[];
};

export type MunicipalityRecords = {
  readonly municipality: Municipality;
  readonly records: Records;
  readonly helps: readonly HelpRequest[];
};

/** From the previous week's digest slot to this week's, or to now while the week is running. */
export function digestPeriod(programme: Programme, week: Week, now: Date): { since: Date; until: Date } {
  const { weekday, time } = programme.digest;
  const slot = (of: Week) => instantOf(addDays(of, (weekday + 6) % 7), time);
  const [since, end] = [slot(addWeeks(week, -1)), instantOf(addWeeks(week, 1))];
  return { since, until: now < end ? now : slot(week) };
}

/** The facts of a week, municipality by municipality, ordered by need and not by rank. */
export function digestOf(
  programme: Programme,
  week: Week,
  period: { readonly since: Date; readonly until: Date },
  all: readonly MunicipalityRecords[],
): Digest {
  const municipalities = all.map((each) => weekOfMunicipality(each, { programme, week, ...period }));
  return { week, ...period, municipalities: municipalities.toSorted(byNeed) };
}

/** Who asked for help, then who has been silent for long, then who is overdue; otherwise in the order of the codes. */
function byNeed(a: MunicipalityWeek, b: MunicipalityWeek): number {
  return (
    b.helps - a.helps ||
    b.silentWeeks - a.silentWeeks ||
    b.overdue - a.overdue ||
    a.municipality.code.localeCompare(b.municipality.code)
  );
}

type Period = { readonly programme: Programme; readonly week: Week; readonly since: Date; readonly until: Date };

function weekOfMunicipality({ municipality, records, helps }: MunicipalityRecords, period: Period): MunicipalityWeek {
  const { since, until } = period;
  const [before, after] = [asOf(records, since), asOf(records, until)];
  const today = dayOf(until);
  const open = catalogue.items.flatMap((item) => openDeadline(item, after.items.get(item.id)));
  return {
    municipality,
    ...reportOf(after, period),
    moves: [...itemMoves(before, after), ...kpiMoves(before, after)],
    achieved: achievedSteps(after).filter((step) => !achievedSteps(before).includes(step)),
    helps: helps.filter(
      ({ at, undone }) => undone === undefined && at > since.toISOString() && at <= until.toISOString(),
    ).length,
    due: open.filter(({ day }) => day >= today && day <= addDays(today, DAYS_AHEAD)),
    overdue: open.filter(({ day }) => day < today).length,
    signals: countSignals(after, period, today),
  };
}

function reportOf(records: Records, { week, programme }: Period): Pick<MunicipalityWeek, 'report' | 'silentWeeks'> {
  const weekly = [...records.kpis.values()].filter((record) => record.weekly);
  if (weekly.length === 0) return { report: 'none', silentWeeks: 0 };
  const silentWeeks = Math.min(WEEKS_BACK, weeksSilent(weekly, week, programme));
  if (silentWeeks > 0) return { report: 'silent', silentWeeks };
  const said = weekly.flatMap((record) => entryOf(record, week) ?? []);
  return { report: said.every(({ kind }) => kind === 'unchanged') ? 'unchanged' : 'reported', silentWeeks: 0 };
}

/** The records as they stood at a moment: what was written later, or taken back earlier, does not count. */
export function asOf(records: Records, moment: Date): Records {
  const at = moment.toISOString();
  return recordsOf(
    [...records.items.values()].map((record) => {
      const versions = stoodAt(record.versions, at);
      return versions === record.versions ? record : { ...record, versions };
    }),
    [...records.kpis.values()].map((record) => {
      const entries = stoodAt(record.entries, at);
      return entries === record.entries ? record : { ...record, entries };
    }),
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

function itemMoves(before: Records, after: Records): Move[] {
  return catalogue.items.flatMap((item) => {
    const [was, is] = [currentVersion(before.items.get(item.id)), currentVersion(after.items.get(item.id))];
    if (!is || was?.stage === is.stage) return [];
    const short = (record: ItemRecord | undefined) =>
      findStage(currentVersion(record)?.stage ?? '')?.name ?? itemStandingName(record);
    return [
      { what: `${item.id} ${item.short}`, from: short(before.items.get(item.id)), to: short(after.items.get(item.id)) },
    ];
  });
}

function kpiMoves(before: Records, after: Records): Move[] {
  return [...after.kpis.values()].flatMap((record) => {
    const kpi = findKpi(record.kpi);
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

function achievedSteps(records: Records): readonly number[] {
  return stepStandings(records).flatMap(({ achieved, step }) => (achieved ? [step.order] : []));
}

function openDeadline(item: Item, record: ItemRecord | undefined): { item: Item; day: Day }[] {
  if (!record?.due || record.year !== 'this' || (itemPercent(record) ?? 0) >= SETTLED) return [];
  return [{ item, day: record.due }];
}

function countSignals(records: Records, { programme }: Period, today: Day): Record<Signal, number> {
  const counts = { green: 0, yellow: 0, red: 0 };
  for (const record of records.kpis.values()) {
    const kpi = findKpi(record.kpi);
    const signal = kpi && signalOf(kpi, record, readingValue(record), programme.start, today);
    if (signal) counts[signal]++;
  }
  return counts;
}
