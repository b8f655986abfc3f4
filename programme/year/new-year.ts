import { editionOf, itemsOf } from '../catalogue.ts';
import type { Municipality } from '../municipality.ts';
import type { Programme, YearSettings } from '../programme.ts';
import { type Carried, currentVersion, type ItemRecord } from '../progress/item-record.ts';
import { type KpiRecord, lastReading } from '../progress/kpi-record.ts';
import { progressOf, stepStandings } from '../progress/step-standing.ts';
import { type EndedAs, endedAs, type GoesOn, type ItemDecision, itemYearOf, unlessDecided } from './going-on.ts';
import type { NextEdition } from './next-edition.ts';

/** What the programme has of the year that ends. */
export type ClosingYear = {
  readonly programme: Programme;
  readonly municipalities: readonly Municipality[];
  readonly items: readonly ItemRecord[];
  readonly kpis: readonly KpiRecord[];
};

type ItemLine = Pick<ItemRecord, 'municipality' | 'item' | 'year' | 'due'>;
type KpiLine = Pick<KpiRecord, 'municipality' | 'kpi' | 'baseline' | 'target' | 'due' | 'weekly'>;

/** What the next year's workbook says. */
export type NextWorkbook = {
  readonly programme: YearSettings;
  readonly municipalities: readonly Municipality[];
  readonly items: readonly ItemLine[];
  readonly kpis: readonly KpiLine[];
};

/** What becomes of one item. */
export type ItemGoingOn = {
  /** Absent for an item that the closing year did not have. */
  readonly was: EndedAs | undefined;
  readonly goesOn: GoesOn;
  /** Who says so: a decision, the workbook, or nobody. */
  readonly by: 'decision' | 'workbook' | 'nobody';
  /** The workbook says something else than what was decided; the decision counts. */
  readonly against?: true;
  /** The reason that was given with the decision. */
  readonly given?: string | undefined;
  readonly record: ItemRecord;
};

/** What becomes of one KPI. */
export type KpiGoingOn = {
  /** Counted up over a year, from nothing or from where it was; `anew` where there is nothing to count up or it is new. */
  readonly counts: 'restarts' | 'runsOn' | 'anew';
  readonly record: KpiRecord;
};

export type TownGoingOn = {
  readonly municipality: Municipality;
  readonly is: 'staying' | 'coming' | 'leaving';
  readonly items: readonly ItemGoingOn[];
  readonly kpis: readonly KpiGoingOn[];
  /** KPIs of the closing year that the next one does not have; their records stay where they are. */
  readonly kpisLeft: readonly { readonly kpi: string; readonly inEdition: boolean }[];
};

/** What goes on from one year to the next, municipality by municipality. Nothing of the closing year changes. */
export type NewYear = { readonly closing: number; readonly next: number; readonly towns: readonly TownGoingOn[] };

/** Why an item goes on as it does, where nobody gave a reason. */
function unsaidReason(was: EndedAs, goesOn: GoesOn): string {
  if (goesOn === 'this') return '年度更新で継続';
  if (goesOn === 'later') return '年度更新で見送り';
  if (goesOn === 'end') return was === 'done' ? '前年度に完了' : '年度更新で終了';
  return was === 'none' ? '前年度から対象外' : '年度更新で対象外';
}

/**
 * What goes on where the closing year ends: every item of a municipality that stays, exactly once, as it was decided,
 * else as the workbook says, else as goes without saying; and the KPIs of the workbook.
 */
export function newYearFrom(
  closing: ClosingYear,
  workbook: NextWorkbook,
  decisions: readonly ItemDecision[],
  edition: NextEdition,
): NewYear {
  const next = workbook.programme.fiscalYear;
  const listed = workbook.municipalities;
  const before = closing.municipalities;
  const gone = before.filter(({ code }) => !listed.some((town) => town.code === code));
  const supportedBefore = new Set(before.flatMap(({ code, supported }) => (supported ? [code] : [])));
  const towns = [...listed, ...gone.map((town) => ({ ...town, supported: false }))].map((town): TownGoingOn => {
    const { code, supported } = town;
    const itsOwn = <T extends { readonly municipality: string }>(all: readonly T[]) =>
      all.filter(({ municipality }) => municipality === code);
    const wasHere = supportedBefore.has(code);
    if (!supported) return { ...nothing(town), is: wasHere ? 'leaving' : 'staying' };
    const known = { items: itsOwn(closing.items), kpis: itsOwn(closing.kpis) };
    const lines = { items: itsOwn(workbook.items), kpis: itsOwn(workbook.kpis) };
    return {
      municipality: town,
      is: wasHere ? 'staying' : 'coming',
      items: itemsGoingOn(known.items, lines.items, itsOwn(decisions), {
        ...{ next, edition },
        achieved: inAchievedSteps(closing, known),
      }),
      kpis: lines.kpis.map((line) => kpiGoingOn(line, known.kpis, { next, edition })),
      kpisLeft: known.kpis
        .filter(({ kpi }) => !lines.kpis.some((line) => line.kpi === kpi))
        .map(({ kpi }) => ({ kpi, inEdition: edition.hasKpi(kpi) })),
    };
  });
  return { closing: closing.programme.fiscalYear, next, towns };
}

const nothing = (municipality: Municipality) => ({ municipality, items: [], kpis: [], kpisLeft: [] });

type Ahead = { readonly next: number; readonly edition: NextEdition };
/** What a municipality's items need to know beside themselves. */
type AheadOfTown = Ahead & { readonly achieved: ReadonlySet<string> };

/** The items whose step is achieved as the year is closed. */
function inAchievedSteps({ programme }: ClosingYear, { items, kpis }: Pick<ClosingYear, 'items' | 'kpis'>) {
  const records = progressOf(items, kpis, editionOf(programme));
  const achieved = stepStandings(records).filter((standing) => standing.achieved);
  return new Set(achieved.flatMap(({ step }) => itemsOf(step.id, records.catalogue).map(({ id }) => id)));
}

function itemsGoingOn(
  known: readonly ItemRecord[],
  lines: readonly ItemLine[],
  decisions: readonly ItemDecision[],
  ahead: AheadOfTown,
): ItemGoingOn[] {
  const byItem = new Map(lines.map((line) => [line.item, line]));
  const decided = new Map(decisions.map((decision) => [decision.item, decision]));
  const added = lines.filter(({ item }) => !known.some((record) => record.item === item));
  return [
    ...known.map((record) => itemGoingOn(record, byItem.get(record.item), decided.get(record.item), ahead)),
    ...added.map(
      (line): ItemGoingOn => ({
        was: undefined,
        goesOn: line.year,
        by: 'workbook',
        record: { ...lineOf(line), fiscalYear: ahead.next, versions: [] },
      }),
    ),
  ];
}

const lineOf = ({ municipality, item, year, due }: ItemLine) => ({
  municipality,
  item,
  year,
  ...(due === undefined ? {} : { due }),
});

function itemGoingOn(
  record: ItemRecord,
  line: ItemLine | undefined,
  decision: ItemDecision | undefined,
  { next, edition, achieved }: AheadOfTown,
): ItemGoingOn {
  const was = endedAs(record);
  const said = edition.hasItem(record.item) ? saidOf(was, line, decision) : LOST;
  const year = itemYearOf(said.goesOn);
  const due = year === 'none' ? undefined : (decision?.due ?? (line?.year === year ? line.due : undefined));
  const { municipality, item } = record;
  // What ended in an earlier year goes on saying when.
  const endedBefore = record.carried?.goesOn === 'end' && record.year === 'none' && said.by === 'nobody';
  const isOfAchieved = achieved.has(record.item);
  const carried = (endedBefore && record.carried) || carriedOf(record, said, { isOfAchieved, decision });
  const plan = lineOf({ municipality, item, year, due });
  return {
    was,
    goesOn: said.goesOn,
    by: said.by,
    given: decision?.reason,
    ...(decision && isAgainst(line, plan) ? { against: true } : {}),
    record: { ...plan, fiscalYear: next, carried, versions: [] },
  };
}

type Leaving = { readonly isOfAchieved: boolean; readonly decision: ItemDecision | undefined };

function carriedOf(record: ItemRecord, { goesOn, reason }: SaidOf, { isOfAchieved, decision }: Leaving): Carried {
  const { by, due } = decision ?? {};
  const stage = currentVersion(record)?.stage;
  return {
    fiscalYear: record.fiscalYear,
    was: endedAs(record),
    goesOn,
    reason,
    ...(isOfAchieved ? { stepAchieved: true } : {}),
    ...(stage === undefined ? {} : { stage }),
    ...(by === undefined ? {} : { by }),
    ...(decision ? { decided: due === undefined ? {} : { due } } : {}),
  };
}

const isAgainst = (line: ItemLine | undefined, plan: ItemLine): boolean =>
  line !== undefined && (line.year !== plan.year || line.due !== plan.due);

type SaidOf = Pick<ItemGoingOn, 'goesOn' | 'by'> & { readonly reason: string };
const LOST: SaidOf = { goesOn: 'end', by: 'nobody', reason: '翌年度の目録にない' };

function saidOf(was: EndedAs, line: ItemLine | undefined, decision: ItemDecision | undefined): SaidOf {
  if (!decision && line) return { goesOn: line.year, by: 'workbook', reason: '取込表による' };
  const goesOn = decision?.goesOn ?? unlessDecided(was);
  const reason = decision?.reason ?? unsaidReason(was, goesOn);
  return { goesOn, by: decision ? 'decision' : 'nobody', reason };
}

function kpiGoingOn(line: KpiLine, known: readonly KpiRecord[], { next, edition }: Ahead): KpiGoingOn {
  const before = known.find(({ kpi }) => kpi === line.kpi);
  const across = before && edition.acrossYears(line.kpi);
  const counts = across === 'runOn' ? 'runsOn' : across === 'restart' ? 'restarts' : 'anew';
  // It begins where the closing year left it, unless the workbook says from where.
  const reached = counts === 'runsOn' && before ? lastReading(before)?.value : undefined;
  const { municipality, kpi, target, due, weekly, baseline = reached } = line;
  return {
    counts,
    record: {
      municipality,
      fiscalYear: next,
      kpi,
      weekly,
      entries: [],
      ...(baseline === undefined ? {} : { baseline }),
      ...(target === undefined ? {} : { target }),
      ...(due === undefined ? {} : { due }),
      // How the municipality counts is not of a year.
      ...(before?.countings ? { countings: before.countings } : {}),
      ...(reached === undefined || !before ? {} : { carried: { fiscalYear: before.fiscalYear, value: reached } }),
    },
  };
}

/** Every document of the next year's records. */
export const recordsOfNewYear = ({ towns }: NewYear) => ({
  items: towns.flatMap(({ items }) => items.map(({ record }) => record)),
  kpis: towns.flatMap(({ kpis }) => kpis.map(({ record }) => record)),
});

/** What of a year's items was open or put off, and so has to be decided. */
export const isUnfinished = ({ was }: ItemGoingOn): boolean => was === 'open' || was === 'later';
