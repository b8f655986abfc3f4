import { dayOf, fiscalYearName } from '../day.ts';
import { FILINGS } from '../filing.ts';
import { filingSheet } from '../filing-sheet.ts';
import { filingWay } from '../filing-way.ts';
import { defineKind, inOne } from '../kind.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';
import { milestoneDone, PlanText, planInForce, planTextNames, WholePlan, wholePlanId } from './whole-plan.ts';

export const wholePlans = defineKind({
  name: 'wholePlans',
  called: '全体計画',
  container: 'state',
  schema: WholePlan,
  ...inOne(FILINGS),
  id: ({ fiscalYear }) => wholePlanId(fiscalYear),
  belongsTo: () => undefined,
  ofYear: (plan, { fiscalYear }) => (plan.fiscalYear === fiscalYear ? plan : undefined),
  keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
  exported: {
    as: 'sheets',
    sheets: [
      filingSheet<WholePlan>({
        called: '全体計画',
        yes: '承認',
        what: (_content, _names, { fiscalYear }) => fiscalYearName(fiscalYear),
      }),
      exportSheetOfParts(
        '全体計画',
        'trust',
        (plan: WholePlan) =>
          plan.versions.flatMap((version) => PlanText.options.map((name) => ({ plan, version, name }))),
        {
          年度: ({ plan }) => plan.fiscalYear,
          版: ({ version }) => version.number,
          日時: ({ version }) => momentCell(version.at),
          作成者: ({ version }, { nameOf }) => nameOf(version.by),
          項目: ({ name }) => planTextNames[name],
          内容: ({ version, name }) => version.content[name],
        },
      ),
      exportSheetOfParts(
        '全体計画の工程',
        'trust',
        (plan: WholePlan) => planInForce(plan).content.milestones.map((milestone) => ({ plan, milestone })),
        {
          年度: ({ plan }) => plan.fiscalYear,
          内容: ({ milestone }) => milestone.what,
          期限: ({ milestone }) => milestone.by,
          完了日: ({ plan, milestone }) => {
            const done = milestoneDone(plan, milestone.id);
            return done && dayOf(new Date(done.at));
          },
          記録者: ({ plan, milestone }, { nameOf }) => {
            const done = milestoneDone(plan, milestone.id);
            return done && nameOf(done.by);
          },
        },
      ),
    ],
  },
  takenBack: {
    never: 'it is written anew, and what was handed in before stays on record',
    ownWay: (plan, said) =>
      filingWay(plan, said, {
        called: '全体計画',
        edit: { command: 'edit-whole-plan', input: { year: plan.fiscalYear } },
      }),
  },
  audited: true,
  ofTheChat: [],
});
