import type { Kpi } from '../catalogue.ts';
import type { Day } from '../day.ts';
import type { Municipality } from '../municipality.ts';
import type { DataState } from '../provenance.ts';
import { addWeeks, type Week } from '../week.ts';
import { kpiGraph } from './kpi-graph.ts';
import { type KpiRecord, lastSaid } from './kpi-record.ts';
import { type Signal, signalOf } from './plan-line.ts';
import { openDeadlines, type Progress, stepStandings } from './step-standing.ts';

/** A step of one municipality, as a picture shows it: of its items of the year how many are settled, and how many are reported. */
export type StepPicture = {
  readonly order: number;
  readonly items: number;
  readonly settled: number;
  readonly reported: number;
  /** All of it is achieved, this year or in one that is closed. */
  readonly achieved: boolean;
  /** Settled in years that are closed, so that this year has no items of it. */
  readonly earlier: boolean;
};

/** The KPI of one municipality: what was last said, and the values of the last weeks; a week without one is a gap. */
export type KpiPicture = {
  readonly state: DataState;
  readonly value?: number;
  readonly signal?: Signal;
  readonly target?: number;
  readonly recent: readonly (number | undefined)[];
};

export type TownPicture = {
  readonly municipality: Municipality;
  readonly steps: readonly StepPicture[];
  /** Items whose date has passed. */
  readonly late: number;
  /** Absent where no KPI is shown. */
  readonly kpi?: KpiPicture;
};

export type TownsPicture = {
  readonly kpi: Kpi | undefined;
  /** By 団体コード: nobody is ranked by what was reached. */
  readonly towns: readonly TownPicture[];
};

type OfTown = { readonly municipality: Municipality; readonly records: Progress };
type Asked = { readonly start: Day; readonly today: Day; readonly week: Week };

/** Weeks of the small curve. */
const RECENT_WEEKS = 12;

/** All municipalities beside each other as one picture draws them. @param kpi the main weekly one where absent */
export function townsPicture(all: readonly OfTown[], asked: Asked, kpi: Kpi | undefined = mainKpi(all)): TownsPicture {
  const ordered = all.toSorted((a, b) => a.municipality.code.localeCompare(b.municipality.code));
  return { kpi, towns: ordered.map((each) => townPicture(each, asked, kpi)) };
}

/** The weekly KPI that most municipalities have; of several the first of the catalogue. */
function mainKpi(all: readonly OfTown[]): Kpi | undefined {
  const having = (id: string) => all.filter(({ records }) => records.kpis.get(id)?.weekly).length;
  const counted = (all[0]?.records.catalogue.kpis ?? []).map((kpi) => ({ kpi, having: having(kpi.id) }));
  const most = Math.max(0, ...counted.map((each) => each.having));
  return most === 0 ? undefined : counted.find((each) => each.having === most)?.kpi;
}

function townPicture({ municipality, records }: OfTown, asked: Asked, kpi: Kpi | undefined): TownPicture {
  return {
    municipality,
    steps: stepStandings(records).map(({ step, items, settled, notReported, achieved, earlier }) => ({
      ...{ order: step.order, items, settled, reported: items - notReported },
      ...{ achieved: earlier ? earlier.achieved : achieved, earlier: earlier !== undefined },
    })),
    late: openDeadlines(records).filter(({ day }) => day < asked.today).length,
    ...(kpi ? { kpi: kpiPicture(kpi, records.kpis.get(kpi.id), asked) } : {}),
  };
}

/** A KPI that a municipality was not given is 未確認: nobody has asked for it. */
function kpiPicture(kpi: Kpi, record: KpiRecord | undefined, { start, today, week }: Asked): KpiPicture {
  if (!record) return { state: 'unconfirmed', recent: [] };
  const said = lastSaid(record, week);
  const signal = signalOf(kpi, record, said?.value, start, today);
  const { points } = kpiGraph(kpi, record, { start, today, week });
  return {
    state: said === undefined ? 'notReported' : said.kind === 'confirmedNone' ? 'confirmedNone' : 'reported',
    ...(said?.value === undefined ? {} : { value: said.value }),
    ...(signal === undefined ? {} : { signal }),
    ...(record.target === undefined ? {} : { target: record.target }),
    recent: Array.from({ length: RECENT_WEEKS }, (_, at) => {
      const of = addWeeks(week, at - RECENT_WEEKS + 1);
      return points.find((point) => point.week === of)?.value;
    }),
  };
}
