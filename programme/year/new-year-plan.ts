import { z } from 'zod';
import { findItem } from '../catalogue.ts';
import { Day, fiscalYearName, instantOf } from '../day.ts';
import { defineKind, inMunicipality, wholly } from '../kind.ts';
import { RecordYear } from '../progress/record-year.ts';
import { Provenance } from '../provenance.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';
import { withUndone } from '../undo.ts';
import { decisionText, GoesOn, goesOnName, type ItemDecision } from './going-on.ts';

const PlanVersion = Provenance.extend({
  number: z.number().int(),
  item: z.string(),
  goesOn: GoesOn,
  due: Day.optional(),
  reason: z.string().optional(),
  undone: Provenance.optional(),
});
type PlanVersion = z.infer<typeof PlanVersion>;

/**
 * What was decided for a municipality's next year while this one still ran. Nothing of it counts before the year is
 * changed. Versions are only ever added or marked undone.
 */
export const NewYearPlan = z.object({
  municipality: z.string(),
  /** The next year, whose items are decided on. */
  fiscalYear: RecordYear,
  versions: z.array(PlanVersion),
  /** When the year was changed by it; from then on it is history. */
  carriedOut: z.iso.datetime().optional(),
});
export type NewYearPlan = z.infer<typeof NewYearPlan>;

/** Where the plan of one year is kept in a municipality's partition. */
export const newYearPlanId = (fiscalYear: number): string => `new-year-plan-${fiscalYear}`;

/** What stands decided, one of each item. */
export function decisionsOf(plan: NewYearPlan | undefined): readonly ItemDecision[] {
  const standing = (plan?.versions ?? []).filter(({ undone }) => undone === undefined);
  return [...new Map(standing.map((version) => [version.item, version])).values()].map(
    ({ item, goesOn, due, reason, by }): ItemDecision => ({
      municipality: plan?.municipality ?? '',
      item,
      goesOn,
      by,
      ...(due === undefined ? {} : { due }),
      ...(reason === undefined ? {} : { reason }),
    }),
  );
}

type Deciding = Pick<ItemDecision, 'item' | 'goesOn' | 'due' | 'reason'>;

/** Adds what one message decided. What stands as it is decided, and a replay of the message, adds nothing. */
export function withDecisions(plan: NewYearPlan, deciding: readonly Deciding[], from: Provenance): NewYearPlan {
  if (plan.versions.some(({ ask }) => ask === from.ask)) return plan;
  const now = new Map(decisionsOf(plan).map((decision) => [decision.item, decision]));
  const isNew = ({ item, goesOn, due, reason }: Deciding) => {
    const before = now.get(item);
    return before?.goesOn !== goesOn || before.due !== due || before.reason !== reason;
  };
  const added = deciding.filter(isNew).map(
    ({ item, goesOn, due, reason }, at): PlanVersion => ({
      ...from,
      number: plan.versions.length + 1 + at,
      item,
      goesOn,
      ...(due === undefined ? {} : { due }),
      ...(reason === undefined ? {} : { reason }),
    }),
  );
  return added.length === 0 ? plan : { ...plan, versions: [...plan.versions, ...added] };
}

const decidedName = (decided: Parameters<typeof decisionText>[0] | undefined, next: number): string =>
  decided ? decisionText(decided, next) : '未定';

export const newYearPlans = defineKind({
  name: 'newYearPlans',
  called: '年度更新の準備',
  container: 'state',
  schema: NewYearPlan,
  ...inMunicipality,
  id: ({ fiscalYear }) => newYearPlanId(fiscalYear),
  belongsTo: (plan, { code }) => wholly(plan, plan.municipality === code),
  ofYear: (plan, { fiscalYear }) => (plan.fiscalYear === fiscalYear ? plan : undefined),
  keptFor: {
    years: 'records',
    isOver: ({ fiscalYear }, { isOld }) => isOld(instantOf(`${fiscalYear}-04-01`).toISOString()),
  },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts<NewYearPlan, PlanVersion & Pick<NewYearPlan, 'municipality' | 'fiscalYear'>>(
        '年度更新',
        'progress',
        ({ municipality, fiscalYear, versions }) =>
          versions.map((version) => ({ ...version, municipality, fiscalYear })),
        {
          団体コード: ({ municipality }) => municipality,
          市町村名: ({ municipality }, { townName }) => townName(municipality),
          翌年度: ({ fiscalYear }) => fiscalYearName(fiscalYear),
          項目ID: ({ item }) => item,
          項目名: ({ item }) => findItem(item)?.name,
          決めたこと: ({ goesOn, fiscalYear }) => goesOnName(goesOn, fiscalYear),
          期限: ({ due }) => due,
          理由: ({ reason }) => reason,
          決めた人: ({ by }, { nameOf }) => nameOf(by),
          日時: ({ at }) => momentCell(at),
          取消日時: ({ undone }) => momentCell(undone?.at),
        },
      ),
    ],
  },
  takenBack: {
    reports: ({ versions, carriedOut }) => (carriedOut === undefined ? versions : []),
    lines: (plan, isIt, ask) => {
      if (plan.carriedOut !== undefined) return [];
      const rest = decisionsOf({ ...plan, versions: plan.versions.filter((version) => version.ask !== ask) });
      return plan.versions.filter(isIt).map((version) => ({
        what: `年度更新 ${version.item} ${findItem(version.item)?.name ?? ''}`.trim(),
        before: decidedName(version, plan.fiscalYear),
        after: decidedName(
          rest.find(({ item }) => item === version.item),
          plan.fiscalYear,
        ),
      }));
    },
    standings: (plan, isIt) =>
      plan.versions.filter(isIt).map(({ item }) => ({
        what: `年度更新 ${item} ${findItem(item)?.name ?? ''}`.trim(),
        short: item,
        now: decidedName(
          decisionsOf(plan).find((decision) => decision.item === item),
          plan.fiscalYear,
        ),
      })),
    withUndone: (plan, ask, from) => {
      const versions = plan.carriedOut === undefined ? withUndone(plan.versions, ask, from) : plan.versions;
      return versions === plan.versions ? plan : { ...plan, versions };
    },
  },
  audited: true,
  ofTheChat: [],
});
