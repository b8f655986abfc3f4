import { findKpi } from '../catalogue.ts';
import { addDays, type Day } from '../day.ts';
import { entryOf, type KpiRecord, lastReading } from '../progress/kpi-record.ts';
import { type Signal, signalOf } from '../progress/plan-line.ts';
import { weekReport, weeksSilent } from '../progress/silence.ts';
import { type Deadline, openDeadlines, type Progress, stepStandings } from '../progress/step-standing.ts';
import { weeklyKpis } from '../progress/weekly.ts';
import { addWeeks, type Week, weekOfDay } from '../week.ts';
import { type Move, movesBetween } from './moves.ts';

/** Deadlines this many days ahead belong in the digest. */
const DAYS_AHEAD = 14;
/** Looking further back than this for the last report adds nothing: it has been silent for long. */
const WEEKS_BACK = 26;

/**
 * How a week was reported. `unchanged`: all that was said is that nothing changed. `partly`: begun and not ended.
 * `none`: nothing is asked for, so that nothing can be missing.
 */
export type ReportKind = 'reported' | 'unchanged' | 'partly' | 'silent' | 'none';

/** What a week brought in one municipality, as far as its records tell. */
export type WeekFacts = {
  readonly report: ReportKind;
  /** The same of the week before, which is over; undefined where the programme had not begun. */
  readonly lastReport: ReportKind | undefined;
  /** Weeks in a row without any report, the open one not counted: there is still time to answer it. */
  readonly silentWeeks: number;
  readonly moves: readonly Move[];
  readonly achieved: readonly number[];
  readonly due: readonly Deadline[];
  readonly overdue: readonly Deadline[];
  readonly signals: Readonly<Record<Signal, number>>;
};

/** The records as they stood when the span began, and when it ended. */
type Between = { readonly before: Progress; readonly after: Progress };
/** Whatever else the facts follow from: of the programme nothing but when it began. */
type Asked = { readonly week: Week; readonly start: Day; readonly today: Day };

/** By the later records: what they were compared with and what was asked when that was last worked out. */
const known = new WeakMap<Progress, { readonly before: Progress; readonly asked: string; readonly facts: WeekFacts }>();

/** Records never change: while they are the same and the same is asked of them, so are the facts. */
export function weekFacts({ before, after }: Between, { week, start, today }: Asked): WeekFacts {
  const asked = `${week} ${start} ${today}`;
  const last = known.get(after);
  if (last?.before === before && last.asked === asked) return last.facts;
  const facts = factsOf({ before, after }, { week, start, today });
  known.set(after, { before, asked, facts });
  return facts;
}

function factsOf({ before, after }: Between, asked: Asked): WeekFacts {
  const { today } = asked;
  const open = openDeadlines(after);
  const achieved = achievedSteps(before);
  return {
    ...reportsOf(after, asked),
    moves: movesBetween(before, after),
    achieved: achievedSteps(after).filter((step) => !achieved.includes(step)),
    due: open.filter(({ day }) => day >= today && day <= addDays(today, DAYS_AHEAD)),
    overdue: open.filter(({ day }) => day < today),
    signals: countSignals(after, asked),
  };
}

function reportsOf(records: Progress, { week, start }: Asked) {
  const weekly = weeklyKpis(records).map(([, record]) => record);
  const last = addWeeks(week, -1);
  const report = reportOf(weekly, week);
  const silentWeeks = report === 'silent' ? Math.min(WEEKS_BACK, weeksSilent(weekly, last, { start })) : 0;
  return { report, silentWeeks, lastReport: last < weekOfDay(start) ? undefined : reportOf(weekly, last) };
}

function reportOf(weekly: readonly KpiRecord[], week: Week): ReportKind {
  const report = weekReport(weekly, week);
  if (report !== 'complete') return report;
  return weekly.every((record) => entryOf(record, week)?.kind === 'unchanged') ? 'unchanged' : 'reported';
}

function achievedSteps(records: Progress): readonly number[] {
  return stepStandings(records).flatMap(({ achieved, step }) => (achieved ? [step.order] : []));
}

function countSignals(records: Progress, { start, today }: Asked): Record<Signal, number> {
  const counts = { green: 0, yellow: 0, red: 0 };
  for (const record of records.kpis.values()) {
    const kpi = findKpi(record.kpi, records.catalogue);
    const signal = kpi && signalOf(kpi, record, lastReading(record)?.value, start, today);
    if (signal) counts[signal]++;
  }
  return counts;
}
