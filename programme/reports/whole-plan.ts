import { z } from 'zod';
import { Day, dayOf } from '../day.ts';
import { approvedVersion, currentFiling, decisionOf, type FilingVersion, filingOf } from '../filing.ts';
import { Provenance } from '../provenance.ts';

/** The parts of 全体計画 (様式 FM-01) that are written in words, in the order of the form. */
export const planTextNames = {
  purpose: 'プロジェクトの目的',
  scope: '業務内容・対象市町村',
  method: '実施方法・管理方法',
  organization: '実施体制（体制表）',
  meetings: '会議体',
  qualityPolicy: '品質管理・ミスマッチ対応',
  riskPolicy: 'リスク・課題管理方法',
  securityPolicy: '情報セキュリティ・個人情報の取扱い',
  kpiFramework: 'KPIの設定方法',
} as const;
export type PlanText = keyof typeof planTextNames;
export const PlanText = z.enum(Object.keys(planTextNames) as [PlanText, ...PlanText[]]);

/** 全体スケジュール stands between 実施体制 and 会議体. */
export const SCHEDULE = '全体スケジュール';

/** What is to be reached by when. Its id stays the same from version to version. */
const Milestone = z.object({ id: z.string(), what: z.string().min(1), by: Day });
export type Milestone = z.infer<typeof Milestone>;

/** An empty text is one that is still to be written. */
const texts = Object.fromEntries(PlanText.options.map((name) => [name, z.string()])) as Record<PlanText, z.ZodString>;
export const PlanContent = z.object({ ...texts, milestones: z.array(Milestone) });
export type PlanContent = z.infer<typeof PlanContent>;

/** That a milestone was reached, or was taken back as not reached. Marks belong to the plan and not to a version of it. */
const DoneMark = Provenance.extend({ milestone: z.string(), undone: Provenance.optional() });

/** 全体計画 of a fiscal year: the secretariat writes it, and the prefecture approves each version. */
export const WholePlan = filingOf(PlanContent).extend({
  fiscalYear: z.number().int(),
  done: z.array(DoneMark).optional(),
});
export type WholePlan = z.infer<typeof WholePlan>;
export type PlanVersion = FilingVersion<PlanContent>;

export const WHOLE_PLAN = 'plan-';
export const wholePlanId = (fiscalYear: number): string => `${WHOLE_PLAN}${fiscalYear}`;

/** What has still to be written before it can be handed in. */
export const blankParts = (content: PlanContent): readonly string[] => [
  ...PlanText.options.filter((name) => content[name].trim() === '').map((name) => planTextNames[name]),
  ...(content.milestones.length === 0 ? [SCHEDULE] : []),
];

/** The parts in which two versions differ, in the order of the form. */
export function changedParts(before: PlanContent, after: PlanContent): readonly string[] {
  const isSame = JSON.stringify(before.milestones) === JSON.stringify(after.milestones);
  const names = PlanText.options.filter((name) => before[name] !== after[name]).map((name) => planTextNames[name]);
  return [...names, ...(isSame ? [] : [SCHEDULE])];
}

/** The version that was handed in last; undefined before any was. */
export function submittedVersion({ versions, submissions = [] }: WholePlan): PlanVersion | undefined {
  const last = submissions.at(-1);
  return last && versions.find(({ number }) => number === last.version);
}

export const versionNumbered = ({ versions }: WholePlan, number: number): PlanVersion | undefined =>
  versions.find((version) => version.number === number);

/** What is in force: the approved version, or what is being written where none was approved yet. */
export const planInForce = (plan: WholePlan): PlanVersion => approvedVersion(plan) ?? currentFiling(plan);

/** When a milestone was marked as reached; undefined while it is not. */
export function milestoneDone({ done = [] }: WholePlan, milestone: string, moment?: Date): Provenance | undefined {
  const then = moment?.toISOString();
  const known = done.filter((mark) => mark.milestone === milestone && (then === undefined || mark.at <= then));
  const last = known.at(-1);
  const isBack = last?.undone && (then === undefined || last.undone.at <= then);
  return isBack ? undefined : last;
}

/** Milestones of the approved plan whose day is over and that were not reached, as it stood at a moment. */
export function lateMilestones(plan: WholePlan, moment: Date): readonly Milestone[] {
  const then = moment.toISOString();
  const decisions = plan.decisions?.filter(({ at }) => at <= then);
  const approved = approvedVersion({ ...plan, decisions });
  const today = dayOf(moment);
  const late =
    approved?.content.milestones.filter(({ id, by }) => by < today && !milestoneDone(plan, id, moment)) ?? [];
  return late.toSorted((a, b) => a.by.localeCompare(b.by));
}

/** Marks a milestone as reached; marked already, or a replay, changes nothing. */
export function withMilestoneDone(plan: WholePlan, milestone: string, from: Provenance): WholePlan {
  if (milestoneDone(plan, milestone)) return plan;
  return { ...plan, done: [...(plan.done ?? []), { ...from, milestone }] };
}

/** Takes the mark back; it stays on record. */
export function withMilestoneOpen(plan: WholePlan, milestone: string, from: Provenance): WholePlan {
  const last = milestoneDone(plan, milestone);
  if (!last) return plan;
  return { ...plan, done: plan.done?.map((mark) => (mark.ask === last.ask ? { ...mark, undone: from } : mark)) };
}

/** With a milestone added, or another what or by for a known one; in the order of their days. */
export function withMilestone(content: PlanContent, next: Milestone): PlanContent {
  const others = content.milestones.filter(({ id }) => id !== next.id);
  return {
    ...content,
    milestones: [...others, next].toSorted((a, b) => a.by.localeCompare(b.by) || a.id.localeCompare(b.id)),
  };
}

export const withoutMilestone = (content: PlanContent, id: string): PlanContent => ({
  ...content,
  milestones: content.milestones.filter((each) => each.id !== id),
});

/** The id of a milestone that is added: no other's of any version, so that its mark is its own. */
export function nextMilestoneId(contents: readonly PlanContent[]): string {
  const numbers = contents.flatMap(({ milestones }) => milestones.map(({ id }) => Number(id.slice(1))));
  return `m${Math.max(0, ...numbers) + 1}`;
}

/** 改定履歴: every version that was handed in, what it changed and the day of its approval. */
export function planHistory(plan: WholePlan): readonly {
  readonly edition: number;
  readonly day: Day;
  readonly changed: readonly string[] | 'first';
  readonly approved: Day | undefined;
}[] {
  const handedIn = plan.versions.filter(({ number }) => plan.submissions?.some(({ version }) => version === number));
  return handedIn.map((version, at) => {
    const before = handedIn[at - 1];
    const decision = decisionOf(plan, version.number);
    const submission = plan.submissions?.find((each) => each.version === version.number);
    return {
      edition: at + 1,
      day: dayOf(new Date(submission?.at ?? version.at)),
      changed: before ? changedParts(before.content, version.content) : 'first',
      approved: decision?.verdict === 'approve' ? dayOf(new Date(decision.at)) : undefined,
    };
  });
}
