import { shortDate } from '../../../programme/day.ts';
import { lateMilestones } from '../../../programme/reports/whole-plan.ts';
import type { DigestMoment } from '../digest/digest-line.ts';
import { wholePlanOf } from './whole-plans.ts';

/** The first of the late milestones of the approved plan, and how many more. */
export async function lateMilestoneLine({ store, programme, until }: DigestMoment): Promise<string | undefined> {
  const plan = await wholePlanOf(store, programme.fiscalYear);
  const [first, ...others] = plan ? lateMilestones(plan, until) : [];
  if (!first) return undefined;
  const more = others.length > 0 ? `ほか${others.length}件` : '';
  return `全体計画で期限を過ぎたもの: ${first.what}（${shortDate(first.by)}まで）${more}`;
}
