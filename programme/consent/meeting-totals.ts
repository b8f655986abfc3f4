import { catalogue, type Kpi } from '../catalogue.ts';
import { itemMoves } from '../digest/moves.ts';
import { type KpiRecord, lastSaid } from '../progress/kpi-record.ts';
import { isWeighed, type KpiTotal, totalOf } from '../progress/kpi-total.ts';
import type { Week } from '../week.ts';
import type { PartPeriod } from './meeting-part.ts';
import { totalsToShow } from './totals-to-show.ts';

/** A municipality in a meeting: its records, and whether what they say of it is shown by itself. */
export type InMeeting = Pick<PartPeriod, 'before' | 'after'> & {
  readonly municipality: string;
  readonly isShown: boolean;
};

/** A sum that stands in what is shared of a meeting, over whom it is. `kpi` absent: items that moved. */
export type MeetingTotal = { readonly of: readonly string[] } & (
  | { readonly kpi: Kpi; readonly total: KpiTotal }
  | { readonly kpi?: undefined; readonly moved: number }
);

/**
 * The sums of a meeting, each over all municipalities; where that would give one away that is not shown, over those that
 * are; and where that is over too few, not at all.
 */
export function meetingTotals(all: readonly InMeeting[], week: Week): readonly MeetingTotal[] {
  const known = new Set(all.flatMap(({ municipality, isShown }) => (isShown ? [municipality] : [])));
  const figure = (make: (some: readonly InMeeting[]) => MeetingTotal | undefined): readonly MeetingTotal[] => {
    const sums = [make(all), make(all.filter(({ isShown }) => isShown))].flatMap((sum) => sum ?? []);
    return totalsToShow(sums, known).slice(0, 1);
  };
  return [figure(movedIn), ...catalogue.kpis.map((kpi) => figure((some) => kpiTotal(kpi, some, week)))].flat();
}

const movedIn = (some: readonly InMeeting[]): MeetingTotal => ({
  of: some.map(({ municipality }) => municipality),
  moved: some.reduce((sum, { before, after }) => sum + itemMoves(before, after).length, 0),
});

/** Over those alone who have something to add. */
function kpiTotal(kpi: Kpi, some: readonly InMeeting[], week: Week): MeetingTotal | undefined {
  const counted = some.flatMap(({ municipality, after }) => {
    const record = after.kpis.get(kpi.id);
    return record && adds(kpi, record, week) ? [{ municipality, record }] : [];
  });
  const records = counted.map(({ record }) => record);
  const total = totalOf(kpi, records, week);
  return total.value === undefined ? undefined : { of: counted.map(({ municipality }) => municipality), kpi, total };
}

function adds(kpi: Kpi, record: KpiRecord, week: Week): boolean {
  const said = lastSaid(record, week);
  return said?.kind === 'value' && (!isWeighed(kpi) || said.denominator !== undefined);
}
