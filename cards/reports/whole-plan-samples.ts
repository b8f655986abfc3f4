import { approvedVersion, withDecision, withSubmission, withVersion } from '../../programme/filing.ts';
import { draftedPlan } from '../../programme/reports/drafted-plan.ts';
import {
  type PlanContent,
  type WholePlan,
  withMilestone,
  withMilestoneDone,
} from '../../programme/reports/whole-plan.ts';
import { notice, type Samples } from '../card.ts';
import * as example from '../example.ts';
import { milestoneCard, milestoneForm, milestoneLateCard, milestonesCard } from './milestones.ts';
import { doneDays, type PlanView } from './plan-view.ts';
import {
  noPlanCard,
  planPartCard,
  planPartForm,
  submitPlanCard,
  whichPlanPartCard,
  wholePlanCard,
} from './whole-plan.ts';

const drafted = draftedPlan({ programme: example.programme, towns: [example.town], meetings: [] });
const first: PlanContent = withMilestone(
  withMilestone(
    {
      ...drafted,
      purpose: '市町村のDXを、手順書のステップに沿って進める。',
      method: '派遣人材が月2回訪問し、進み具合を毎週確かめる。',
      meetings: '進捗状況確認会議: 月1回',
      qualityPolicy: '満足度を毎回確かめ、合わないときは10開庁日以内に対応する。',
      riskPolicy: '課題管理表で管理し、進捗状況確認会議で報告する。',
      securityPolicy: '個人情報は取り扱わない。記録は契約の終わりに消去する。',
    },
    { id: 'm2', what: '中間報告書の提出', by: '2024-10-31' },
  ),
  { id: 'm3', what: '成果報告会', by: '2025-02-14' },
);
const second = withMilestone(
  { ...first, meetings: '進捗状況確認会議: 月2回' },
  { id: 'm3', what: '成果報告会', by: '2025-02-28' },
);

const plan: WholePlan = {
  ...{ id: 'plan-2024', fiscalYear: 2024 },
  versions: [{ ...example.from('plan', 60), number: 1, content: first }],
};
const submitted = withSubmission(plan, example.from('submit', 58));
const decided = withDecision(submitted, { version: 1, verdict: 'approve' }, example.from('approve', 50));
const marked = withMilestoneDone(decided, 'm3', example.from('done', 45));
const changed = withVersion(marked, second, example.from('change', 2));

const of = (kept: WholePlan, number: number, more: Partial<PlanView>): PlanView => {
  const version = kept.versions[number - 1];
  const approved = approvedVersion(kept);
  return {
    ...{ fiscalYear: 2024, content: version?.content ?? drafted, number, edition: number, standing: '承認' },
    approved: approved && { ...approved, edition: 1 },
    ...{ newest: undefined, doneOf: doneDays(kept), today: example.today, isOffice: true, isDraft: false },
    ...more,
  };
};
const blank = of({ ...plan, versions: [] }, 0, {
  ...{ content: drafted, edition: 1, standing: '下書き', isDraft: true, approved: undefined },
});
const draft = of(changed, 2, { standing: '下書き', isDraft: true });
const [late] = first.milestones;

/** The cards about 全体計画, filled in. */
export const wholePlanSamples: Samples = {
  'whole-plan-blank': () => wholePlanCard(blank),
  'whole-plan-draft': () => wholePlanCard(draft),
  'whole-plan-approved': () => wholePlanCard(of(changed, 1, { isOffice: false, newest: 2 })),
  'whole-plan-part': () => planPartCard(draft, 'meetings', [notice('good', '下書きに保存しました。')]),
  'whole-plan-none': () => noPlanCard(2024),
  'whole-plan-which-part': () => whichPlanPartCard(draft),
  'whole-plan-form': () => planPartForm(draft, 'meetings', 2),
  'whole-plan-submit': () => submitPlanCard(draft),
  milestones: () => milestonesCard(draft),
  milestone: () => milestoneCard(draft, late ?? { id: 'm2', what: '', by: example.today }),
  'milestone-form': () => milestoneForm(late, { milestone: 'm2', change: 'yes' }, new Map()),
  'milestone-overdue': () => milestoneLateCard(draft, late ?? { id: 'm2', what: '', by: example.today }),
};
