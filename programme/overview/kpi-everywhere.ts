import type { Kpi } from '../catalogue.ts';
import type { Day } from '../day.ts';
import { besideTotal } from '../digest/digest-totals.ts';
import type { Municipality } from '../municipality.ts';
import { type KpiEntry, type KpiRecord, kpiState, lastSaid } from '../progress/kpi-record.ts';
import { type KpiTotal, totalOf } from '../progress/kpi-total.ts';
import { plannedValue, type Signal, signalOf } from '../progress/plan-line.ts';
import type { Progress } from '../progress/step-standing.ts';
import type { DataState } from '../provenance.ts';
import type { Week } from '../week.ts';
import { inCodeOrder, type TownRecords } from './town-standing.ts';

/** A KPI in one municipality: what was last said of it, of which week, beside its plan line and target. */
export type TownKpi = {
  readonly municipality: Municipality;
  readonly record: KpiRecord | undefined;
  /** What was last said, for this week or an earlier one. */
  readonly said: KpiEntry | undefined;
  readonly state: DataState;
  readonly planned: number | undefined;
  readonly signal: Signal | undefined;
  /** It is asked for every week, and for this one nothing was said yet. */
  readonly isOpen: boolean;
};

export type KpiEverywhere = {
  readonly kpi: Kpi;
  /** By 団体コード. */
  readonly towns: readonly TownKpi[];
  readonly total: KpiTotal;
  readonly target: number | undefined;
  readonly planned: number | undefined;
};

type Asked = { readonly week: Week; readonly start: Day; readonly today: Day };

/** One KPI in all municipalities beside each other, and together: the same figures as on its cards and in the digest. */
export function kpiEverywhere(kpi: Kpi, all: readonly TownRecords[], asked: Asked): KpiEverywhere {
  const towns = inCodeOrder(all).map(({ municipality, records }) =>
    townKpi(kpi, municipality, records.kpis.get(kpi.id), asked),
  );
  const own = towns.flatMap(({ record }) => record ?? []);
  return { kpi, towns, ...besideTotal(kpi, own, { ...asked, all: true }) };
}

export function townKpi(kpi: Kpi, municipality: Municipality, record: KpiRecord | undefined, asked: Asked): TownKpi {
  const { week, start, today } = asked;
  const said = record && lastSaid(record, week);
  const hasLine = kpi.type !== 'boolean' && kpi.type !== 'stage';
  return {
    municipality,
    record,
    said,
    state: stateOf(record, said),
    planned: record && hasLine ? plannedValue(record, start, today) : undefined,
    signal: record && signalOf(kpi, record, said?.value, start, today),
    isOpen: record?.weekly === true && kpiState(record, week) === 'notReported',
  };
}

/** A KPI that a municipality was not given is unconfirmed: nobody has asked for it. */
function stateOf(record: KpiRecord | undefined, said: KpiEntry | undefined): DataState {
  if (record === undefined) return 'unconfirmed';
  if (said === undefined) return 'notReported';
  return said.kind === 'confirmedNone' ? 'confirmedNone' : 'reported';
}

/** A KPI together, as it was known in a week. */
export type KpiSum = {
  readonly kpi: Kpi;
  readonly total: KpiTotal;
  /** Of whom nothing was said; a value without its parts was said, and is in no sum. */
  readonly notReported: number;
};

/** Every KPI that some of these have, in the order of the catalogue; without a sum those that cannot be put together. */
export function kpiSums(all: readonly Progress[], week: Week): readonly KpiSum[] {
  return (all[0]?.catalogue.kpis ?? []).flatMap((kpi) => {
    const own = all.flatMap(({ kpis }) => kpis.get(kpi.id) ?? []);
    if (own.length === 0) return [];
    const notReported = own.filter((record) => !lastSaid(record, week)).length;
    return [{ kpi, total: totalOf(kpi, own, week), notReported }];
  });
}
