import { findItem, type Item } from '../catalogue.ts';
import { addDays, dayOf, instantOf } from '../day.ts';
import type { HelpRequest } from '../help/help-request.ts';
import { itemsAskedByMany } from '../help/request-sums.ts';
import type { Municipality } from '../municipality.ts';
import type { Programme } from '../programme.ts';
import { type Progress, progressOf } from '../progress/step-standing.ts';
import { addWeeks, type Week } from '../week.ts';
import { type DigestTotal, digestTotals } from './digest-totals.ts';
import { type HelpFacts, helpFacts } from './help-facts.ts';
import { type WeekFacts, weekFacts } from './week-facts.ts';

/** What a week brought in one municipality. */
export type MunicipalityWeek = WeekFacts & HelpFacts & { readonly municipality: Municipality };

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
  const asked = { week, start: programme.start, today: dayOf(period.until) };
  const municipalities = then.map(({ municipality, helps, ...records }) => ({
    municipality,
    ...weekFacts(records, asked),
    ...helpFacts(helps, period),
  }));
  const records = { before: then.map(({ before }) => before), after: then.map(({ after }) => after) };
  const totals = digestTotals(records, asked);
  const askedByMany = itemsAskedByMany(all, period.until).flatMap((id) => findItem(id) ?? []);
  return { week, ...period, municipalities: municipalities.toSorted(byCode), totals, askedByMany };
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
