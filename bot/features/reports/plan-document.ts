import type { WholePlanSheet } from '../../../documents/reports/whole-plan-docx.ts';
import { programmeOfYear } from '../../../programme/asked-year.ts';
import { type Day, dayOf, fiscalYearName, fiscalYearOf } from '../../../programme/day.ts';
import { holdersOf } from '../../../programme/duty.ts';
import { actOf, decisionOf, editionHandedIn, filingStateNames } from '../../../programme/filing.ts';
import { dutyNames } from '../../../programme/member.ts';
import {
  milestoneDone,
  type PlanVersion,
  planHistory,
  planInForce,
  versionNumbered,
  type WholePlan,
  wholePlanId,
} from '../../../programme/reports/whole-plan.ts';
import { FILINGS, type Store } from '../../../storage/collections.ts';
import type { HandedOut, Making } from '../../files/handed-out.ts';
import { activeMembers } from '../people/people.ts';
import { contentDrafted, wholePlanStanding } from './whole-plans.ts';

/** 全体計画書 of a year: the version in force, or the draft where none was approved; `plan-…-2` is a version by its number. */
export const planDocument: HandedOut = {
  name: '全体計画',
  called: '全体計画書（実施計画書）',
  ending: '.docx',

  async make(id, from) {
    const { wholePlanDocx } = await import('../../../documents/reports/whole-plan-docx.ts');
    const [, plan, number] = /^(plan-\d+)(?:-(\d+))?$/.exec(id) ?? [];
    const kept = plan === undefined ? undefined : (await from.store.wholePlans.get(FILINGS, plan))?.value;
    if (!kept)
      return plan === wholePlanId(from.programme.fiscalYear) ? wholePlanDocx(await draftSheet(from)) : undefined;
    const version = number === undefined ? planInForce(kept) : versionNumbered(kept, Number(number));
    return version && wholePlanDocx(await sheetOf(kept, version, from));
  },

  pick: async ({ day }, { programme }) => wholePlanId(day === undefined ? programme.fiscalYear : fiscalYearOf(day)),

  async list({ store }) {
    const plans = (await store.wholePlans.list(FILINGS, { from: 'plan-', below: 'plan.' })).map(({ value }) => value);
    return plans.flatMap((plan) => {
      const handedIn = plan.versions.filter(({ number }) =>
        plan.submissions?.some(({ version }) => version === number),
      );
      const year = fiscalYearName(plan.fiscalYear);
      return [
        [plan.id, `${year}（今の版）`] as const,
        ...handedIn.map(
          ({ number }) => [`${plan.id}-${number}`, `${year} 第${editionHandedIn(plan, number)}版`] as const,
        ),
      ];
    });
  },
};

async function sheetOf(plan: WholePlan, version: PlanVersion, from: Making): Promise<WholePlanSheet> {
  const { number, content } = version;
  const programme = programmeOfYear(from.programme, plan.fiscalYear);
  const submission = plan.submissions?.findLast((each) => each.version === number);
  const decision = decisionOf(plan, number);
  const { milestones, ...texts } = content;
  return {
    ...{
      fiscalYear: plan.fiscalYear,
      edition: editionHandedIn(plan, number),
      standing: wholePlanStanding(plan, number),
    },
    ...{ prefecture: programme.prefecture, programme: programme.name, number: actOf(plan, number)?.document },
    day: dayOf(new Date(submission?.at ?? version.at)),
    by: await sendersOf(from.store),
    texts,
    milestones: milestones.map((each) => ({ ...each, done: dayIn(milestoneDone(plan, each.id)?.at) })),
    history: planHistory(plan),
    approved: decision?.verdict === 'approve' ? dayIn(decision.at) : undefined,
  };
}

async function draftSheet(from: Making): Promise<WholePlanSheet> {
  const { programme, store, now } = from;
  const { milestones, ...texts } = await contentDrafted(from);
  return {
    ...{ fiscalYear: programme.fiscalYear, edition: 1, standing: filingStateNames.draft },
    ...{ prefecture: programme.prefecture, programme: programme.name, number: undefined, day: dayOf(now) },
    ...{ by: await sendersOf(store), texts, history: [], approved: undefined },
    milestones: milestones.map((each) => ({ ...each, done: undefined })),
  };
}

const dayIn = (at: string | undefined): Day | undefined => (at === undefined ? undefined : dayOf(new Date(at)));

/** 差出人: the office of the secretariat, and its 業務責任者. */
async function sendersOf(store: Store): Promise<readonly string[]> {
  const office = (await activeMembers(store)).filter(({ role }) => role === 'secretariat');
  const [first] = holdersOf('responsible', office);
  if (!first) return office.slice(0, 1).map((member) => member.office);
  return [first.office, `${first.duties === undefined ? '担当' : dutyNames.responsible}　${first.name}`];
}
