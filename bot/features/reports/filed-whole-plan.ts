import { ask } from '../../../programme/asks.ts';
import { fiscalYearName } from '../../../programme/day.ts';
import { approvedVersion, currentFiling, editionHandedIn } from '../../../programme/filing.ts';
import { changedParts, WHOLE_PLAN } from '../../../programme/reports/whole-plan.ts';
import { wholePlans } from '../../../programme/reports/whole-plan-kind.ts';
import { filedKind } from '../../filed.ts';

/** 全体計画, as those see it who approve it. */
export const filedWholePlan = filedKind({
  kind: wholePlans,
  prefix: WHOLE_PLAN,
  called: '全体計画',
  yes: '承認',
  hasAct: true,
  title: async (plan) => `${fiscalYearName(plan.fiscalYear)} 第${editionHandedIn(plan, currentFiling(plan).number)}版`,
  async notes(plan) {
    const approved = approvedVersion(plan);
    if (!approved) return [];
    const parts = changedParts(approved.content, currentFiling(plan).content);
    return parts.length > 0
      ? [`承認された第${editionHandedIn(plan, approved.number)}版から変わるところ: ${parts.join('、')}`]
      : [];
  },
  open: (plan) => ask('whole-plan', { version: currentFiling(plan).number }),
});
