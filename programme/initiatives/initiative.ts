import { z } from 'zod';
import { Day } from '../day.ts';
import { Provenance } from '../provenance.ts';

/** When an initiative is worked on: the 四半期 of the first year, and the two years after it whole. */
const spanNames = {
  q1: '第1四半期',
  q2: '第2四半期',
  q3: '第3四半期',
  q4: '第4四半期',
  second: '翌年度',
  third: '翌々年度',
} as const;
export type InitiativeSpan = keyof typeof spanNames;
export const InitiativeSpan = z.enum(Object.keys(spanNames) as [InitiativeSpan, ...InitiativeSpan[]]);

export const priorityNames = { high: '高', middle: '中', low: '低' } as const;
type InitiativePriority = keyof typeof priorityNames;
const InitiativePriority = z.enum(Object.keys(priorityNames) as [InitiativePriority, ...InitiativePriority[]]);

/** 千円, whole. */
const Thousands = z.number().int().nonnegative();

/**
 * What 具体的取組方針（工程表）(FM-12) says of one initiative. An empty text is one that is still to be written; money that
 * nobody has said is absent and not zero. Offices are named, people never.
 */
export const InitiativeContent = z.object({
  /** 取組名 */
  name: z.string().min(1),
  /** 重点取組区分: the item of the catalogue it belongs to (S3-1…). */
  item: z.string(),
  /** 現状・課題 */
  problem: z.string(),
  /** 取組内容 */
  plan: z.string(),
  /** 目指す姿・目標 */
  goal: z.string(),
  /** Their baseline, target and year stand in the municipality's own KPI record. */
  kpis: z.array(z.string()),
  /** 主担当課 */
  department: z.string(),
  /** 関係課 */
  others: z.string(),
  /** 仕分け: in the programme's year, or later. */
  sorted: z.enum(['this', 'later']),
  /** In which it is worked on. */
  spans: z.array(InitiativeSpan),
  /** 必要な人材（庁内・外部） */
  people: z.string(),
  /** 必要予算 初期, in 千円. */
  initialCost: Thousands.optional(),
  /** 必要予算 経常 a year, in 千円. */
  runningCost: Thousands.optional(),
  /** 予算要求時期 */
  request: z.string(),
  /** Ids of fundings (FN-06). */
  fundings: z.array(z.string()),
  /** 前提・リスク */
  premises: z.string(),
  /** 県・広域との連携／共同利用 */
  shared: z.string(),
  priority: InitiativePriority,
  /** 庁内決定日 */
  decidedOn: Day.optional(),
  /** 会議名 where it was decided. */
  decidedAt: z.string(),
});
export type InitiativeContent = z.infer<typeof InitiativeContent>;

const InitiativeVersion = Provenance.extend({ number: z.number().int(), content: InitiativeContent });
export type InitiativeVersion = z.infer<typeof InitiativeVersion>;

const Removal = Provenance.extend({ reason: z.string().optional() });

/**
 * 取組: one line of a municipality's 工程表, in versions. `year`: the fiscal year whose quarters it has, the one after the
 * programme's year in which it was written.
 */
export const Initiative = z.object({
  id: z.string(),
  municipality: z.string(),
  year: z.number().int(),
  versions: z.array(InitiativeVersion).min(1),
  /** Taken off the 工程表; what was written stays. */
  removed: Removal.optional(),
  /** Removals that were taken back, oldest first. */
  removedBefore: z.array(Removal.extend({ back: Provenance })).optional(),
});
export type Initiative = z.infer<typeof Initiative>;

export function currentInitiative({ versions }: Pick<Initiative, 'versions'>): InitiativeVersion {
  const last = versions.at(-1);
  if (!last) throw new Error('an initiative without a version');
  return last;
}
