import { findKpi, findStage } from '../catalogue.ts';
import { addDays, type Day, dayOf, instantOf } from '../day.ts';
import type { Programme, WeeklySlot } from '../programme.ts';
import { currentVersion } from '../progress/item-record.ts';
import { entryText } from '../progress/kpi-value.ts';
import type { Progress } from '../progress/step-standing.ts';
import { stateNames } from '../provenance.ts';
import { addWeeks, type Week } from '../week.ts';

/** What somebody else has reported of a municipality, as it stands. */
export type ToldByOther = {
  readonly by: string;
  /** The id of the item or the KPI. */
  readonly what: string;
  readonly said: string;
  readonly on: Day;
};

/**
 * What others than these people have reported since the card of the week before, or since these people began to answer
 * this week's, the latest first. What was taken back or replaced is not told.
 * @param isOwn whether somebody is of the municipality
 */
export function toldSince(
  records: Progress,
  week: Week,
  { checkIn }: Pick<Programme, 'checkIn'>,
  isOwn: (id: string) => boolean,
): readonly ToldByOther[] {
  const since = [lastCard(week, checkIn), ...answersOf(records, week, isOwn)].toSorted().at(-1) ?? '';
  return [...itemsTold(records), ...kpisTold(records)]
    .filter(({ at, by }) => at > since && !isOwn(by))
    .toSorted((a, b) => b.at.localeCompare(a.at))
    .map(({ at, by, what, said }) => ({ by, what, said, on: dayOf(new Date(at)) }));
}

const lastCard = (week: Week, { weekday, time }: WeeklySlot): string =>
  instantOf(addDays(addWeeks(week, -1), (weekday + 6) % 7), time).toISOString();

const answersOf = ({ kpis }: Progress, week: Week, isOwn: (id: string) => boolean): readonly string[] =>
  [...kpis.values()]
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.week === week && entry.undone === undefined && isOwn(entry.by))
    .map(({ at }) => at);

type Told = Omit<ToldByOther, 'on'> & { readonly at: string };

const itemsTold = ({ items }: Progress): readonly Told[] =>
  [...items.values()].flatMap((record) => {
    const current = currentVersion(record);
    if (!current) return [];
    const said = findStage(current.stage)?.name ?? stateNames.confirmedNone;
    return [{ by: current.by, at: current.at, what: record.item, said }];
  });

function kpisTold({ kpis, catalogue }: Progress): readonly Told[] {
  return [...kpis.values()].flatMap((record) => {
    const kpi = findKpi(record.kpi, catalogue);
    const last = record.entries.filter(({ undone }) => undone === undefined).at(-1);
    return kpi && last ? [{ by: last.by, at: last.at, what: record.kpi, said: entryText(kpi, last) }] : [];
  });
}
