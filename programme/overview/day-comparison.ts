import type { Item, Kpi } from '../catalogue.ts';
import type { Day } from '../day.ts';
import type { HelpRequest } from '../help/help-request.ts';
import type { Municipality } from '../municipality.ts';
import { currentVersion, type ItemRecord, itemStandingName, itemState } from '../progress/item-record.ts';
import { type Deadline, isOverdue, openDeadlines, type Progress, stepStandings } from '../progress/step-standing.ts';
import type { DataState } from '../provenance.ts';
import { weekOfDay } from '../week.ts';
import { type DayMoment, recordsAt, requestThen, tookPart } from './day-standing.ts';
import { type TownKpi, townKpi } from './kpi-everywhere.ts';
import type { SettingHistory } from './setting-at.ts';
import { inCodeOrder, type TownRecords } from './town-standing.ts';

/** How an item stood on a day: its state, and as it is called; 未報告 is no stage and no zero. */
type ItemOnDay = { readonly state: DataState; readonly stage: string | undefined; readonly name: string };
export type ItemChange = { readonly item: Item; readonly before: ItemOnDay; readonly after: ItemOnDay };

/** A KPI on a day: what was known then for the week of that day, beside its plan line. */
export type KpiOnDay = Pick<TownKpi, 'record' | 'said' | 'state' | 'planned' | 'signal'>;
export type KpiPair = {
  readonly kpi: Kpi;
  readonly before: KpiOnDay;
  readonly after: KpiOnDay;
  readonly isChanged: boolean;
};

/** What is different in one municipality on the second of two days. */
export type TownComparison = {
  readonly municipality: Municipality;
  /** In the order of the catalogue. */
  readonly items: readonly ItemChange[];
  /** All that it had on either day, in the order of the catalogue. */
  readonly kpis: readonly KpiPair[];
  readonly newlyLate: readonly Deadline[];
  readonly noLongerLate: readonly Deadline[];
  /** Steps by their number. */
  readonly achieved: readonly number[];
  readonly noLongerAchieved: readonly number[];
  /** 相談, counted alone; what was taken back is ended too. */
  readonly requests: { readonly opened: number; readonly ended: number };
};

export type DayComparison = {
  readonly from: DayMoment;
  readonly until: DayMoment;
  /** In 団体コード order. */
  readonly towns: readonly TownComparison[];
};

export type ComparedTown = TownRecords & { readonly requests: readonly HelpRequest[] };

type Days = Pick<DayComparison, 'from' | 'until'>;
type Compared = Days & {
  /** The first day of the programme in the year of both days. */
  readonly start: Day;
  readonly settings: SettingHistory;
  /** The year of both days is: who took part in it is who has records of it. */
  readonly isOver: boolean;
};

/** Two days of municipalities, each as its records stood at its end. */
export function compareDays(all: readonly ComparedTown[], compared: Compared): DayComparison {
  const { from, until, settings, isOver } = compared;
  const part = inCodeOrder(all).filter(({ municipality, records }) =>
    isOver
      ? records.items.size + records.kpis.size > 0
      : [from, until].some(({ at }) => tookPart(municipality, settings, at)),
  );
  return { from, until, towns: part.map((town) => compareTown(town, compared)) };
}

function compareTown({ municipality, records, requests }: ComparedTown, compared: Compared): TownComparison {
  const { from, until, settings } = compared;
  const [before, after] = [recordsAt(records, settings, from.at), recordsAt(records, settings, until.at)];
  const [late, lateNow] = [lateOn(before, from.day), lateOn(after, until.day)];
  const [done, doneNow] = [achievedSteps(before), achievedSteps(after)];
  return {
    municipality,
    items: itemChanges(before, after),
    kpis: kpiPairs(municipality, { before, after }, compared),
    newlyLate: without(lateNow, late),
    noLongerLate: without(late, lateNow),
    achieved: doneNow.filter((step) => !done.includes(step)),
    noLongerAchieved: done.filter((step) => !doneNow.includes(step)),
    requests: requestCounts(requests, compared),
  };
}

function itemChanges(before: Progress, after: Progress): readonly ItemChange[] {
  return after.catalogue.items.flatMap((item) => {
    const [was, is] = [onDay(before.items.get(item.id)), onDay(after.items.get(item.id))];
    return was.state === is.state && was.stage === is.stage ? [] : [{ item, before: was, after: is }];
  });
}

function onDay(record: ItemRecord | undefined): ItemOnDay {
  const state = itemState(record);
  const stage = state === 'reported' ? currentVersion(record)?.stage : undefined;
  return { state, stage, name: itemStandingName(record) };
}

type Both = { readonly before: Progress; readonly after: Progress };

function kpiPairs(municipality: Municipality, { before, after }: Both, { from, until, start }: Compared) {
  return after.catalogue.kpis.flatMap((kpi): readonly KpiPair[] => {
    const [was, is] = [before.kpis.get(kpi.id), after.kpis.get(kpi.id)];
    if (was === undefined && is === undefined) return [];
    const then = townKpi(kpi, municipality, was, { week: weekOfDay(from.day), start, today: from.day });
    const now = townKpi(kpi, municipality, is, { week: weekOfDay(until.day), start, today: until.day });
    return [{ kpi, before: then, after: now, isChanged: !isSame(then, now) }];
  });
}

/** The same value said once more is no change; other parts of the same rate are one. */
const isSame = (was: KpiOnDay, is: KpiOnDay): boolean =>
  was.state === is.state &&
  was.said?.value === is.said?.value &&
  was.said?.numerator === is.said?.numerator &&
  was.said?.denominator === is.said?.denominator;

const lateOn = (records: Progress, day: Day): readonly Deadline[] =>
  openDeadlines(records).filter(({ item }) => isOverdue(records.items.get(item.id), day));

const without = (all: readonly Deadline[], known: readonly Deadline[]): readonly Deadline[] =>
  all.filter(({ item }) => !known.some((each) => each.item.id === item.id));

const achievedSteps = (records: Progress): readonly number[] =>
  stepStandings(records).flatMap(({ achieved, step }) => (achieved ? [step.order] : []));

/** What was asked and taken back in between stood on neither day, and is not counted. */
function requestCounts(all: readonly HelpRequest[], { from, until }: Days): TownComparison['requests'] {
  const stood = all.map((request) => ({ was: requestThen(request, from.at), is: requestThen(request, until.at) }));
  const isOpened = ({ was, is }: (typeof stood)[number]) => was === 'none' && (is === 'open' || is === 'ended');
  const isEnded = ({ was, is }: (typeof stood)[number]) =>
    (is === 'ended' && was !== 'ended') || (is === 'gone' && was === 'open');
  return { opened: stood.filter(isOpened).length, ended: stood.filter(isEnded).length };
}

/** Whether anything a person would want to know is different. */
export function hasChanged({ requests, ...town }: TownComparison): boolean {
  const lists = [town.items, town.newlyLate, town.noLongerLate, town.achieved, town.noLongerAchieved];
  return lists.some(({ length }) => length > 0) || town.kpis.some(({ isChanged }) => isChanged) || isAsked(requests);
}

const isAsked = ({ opened, ended }: TownComparison['requests']): boolean => opened + ended > 0;
