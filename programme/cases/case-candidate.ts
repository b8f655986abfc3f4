import { catalogue, findItem, findKpi, findStage, findStep } from '../catalogue.ts';
import { type Day, dayOf } from '../day.ts';
import { currentVersion, type ItemRecord, stageName } from '../progress/item-record.ts';
import type { KpiRecord } from '../progress/kpi-record.ts';
import { meetsTarget, readingText } from '../progress/kpi-value.ts';
import { type Progress, stepStandings } from '../progress/step-standing.ts';
import type { CaseNomination } from './nomination.ts';

/** Something on record that others may want to hear of. It says what happened and when, and never how good it is. */
export type CaseCandidate = {
  readonly municipality: string;
  readonly item: string;
  /** When the last of it happened. */
  readonly day: Day;
  /** Each in a few words: ステップ1を達成. */
  readonly signs: readonly string[];
  /** Why somebody nominated it. */
  readonly nominated: readonly string[];
};

type Sign = { readonly item: string; readonly day: Day; readonly sign: string };

/** Those that were nominated first, then in the order of the days, the newest first. There is no other order. */
export function caseCandidates(
  municipalities: readonly {
    readonly municipality: string;
    readonly records: Progress;
    readonly nominations: readonly CaseNomination[];
  }[],
): readonly CaseCandidate[] {
  const all = municipalities.flatMap(({ municipality, records, nominations }) =>
    candidatesOf(municipality, signsIn(records), nominations),
  );
  return all.toSorted(
    (a, b) =>
      Number(b.nominated.length > 0) - Number(a.nominated.length > 0) ||
      b.day.localeCompare(a.day) ||
      a.municipality.localeCompare(b.municipality) ||
      a.item.localeCompare(b.item),
  );
}

function candidatesOf(
  municipality: string,
  signs: readonly Sign[],
  nominations: readonly CaseNomination[],
): readonly CaseCandidate[] {
  const said = nominations.flatMap(({ item, reasons }) => {
    const last = reasons.at(-1);
    return last ? [{ item, day: dayOf(new Date(last.at)), why: last.why }] : [];
  });
  const items = [...new Set([...signs, ...said].map(({ item }) => item))];
  return items.map((item) => {
    const own = signs.filter((each) => each.item === item).toSorted((a, b) => a.day.localeCompare(b.day));
    const named = said.filter((each) => each.item === item);
    return {
      municipality,
      item,
      day:
        [...own, ...named]
          .map(({ day }) => day)
          .toSorted()
          .at(-1) ?? '',
      signs: own.map(({ sign }) => sign),
      nominated: named.map(({ why }) => why),
    };
  });
}

function signsIn(records: Progress): readonly Sign[] {
  const items = [...records.items.values()].filter(({ year }) => year !== 'none');
  return [...stepSigns(records), ...[...records.kpis.values()].flatMap(kpiSign), ...items.flatMap(leapSign)];
}

/** A step that is achieved, at the item that came last to it. */
function stepSigns(records: Progress): readonly Sign[] {
  return stepStandings(records).flatMap(({ step, achieved }) => {
    if (!achieved) return [];
    const done = [...records.items.values()]
      .filter(({ item, year }) => year === 'this' && findItem(item)?.step === step.id)
      .flatMap((record) => {
        const last = currentVersion(record);
        return last ? [{ item: record.item, at: last.at }] : [];
      });
    const last = done.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1);
    return last
      ? [{ item: last.item, day: dayOf(new Date(last.at)), sign: `ステップ${findStep(step.id)?.order ?? ''}を達成` }]
      : [];
  });
}

/** A target that was met before its day, at the report that first met it and has held since. */
function kpiSign(record: KpiRecord): readonly Sign[] {
  const kpi = findKpi(record.kpi);
  if (!kpi?.item || record.due === undefined || record.target === undefined) return [];
  const values = record.entries.filter(({ kind, undone }) => kind === 'value' && undone === undefined);
  const meets = values.map(({ value }) => value !== undefined && meetsTarget(kpi, record, { value }) === true);
  const since = meets.lastIndexOf(false) + 1;
  const first = values[since];
  if (!first) return [];
  const day = dayOf(new Date(first.at));
  if (day >= record.due) return [];
  return [{ item: kpi.item, day, sign: `${kpi.name}が期限の前に目標に届いた（${readingText(kpi, first)}）` }];
}

/** Two stages or more in one report. */
function leapSign(record: ItemRecord): readonly Sign[] {
  const stands = record.versions.filter(({ undone, reason }) => undone === undefined && reason === undefined);
  return stands.flatMap(({ stage, at }, place) => {
    const before = stands[place - 1]?.stage ?? record.start?.stage ?? record.carried?.stage;
    if (before === undefined || stagesBetween(before, stage) < 2) return [];
    const sign = `一度に2段階以上進んだ（${stageName(before)} → ${stageName(stage)}）`;
    return [{ item: record.item, day: dayOf(new Date(at)), sign }];
  });
}

function stagesBetween(before: string, after: string): number {
  const order = catalogue.stages.map(({ id }) => id);
  return findStage(before) && findStage(after) ? order.indexOf(after) - order.indexOf(before) : 0;
}
