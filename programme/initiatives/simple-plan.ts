import { z } from 'zod';
import { findKpi } from '../catalogue.ts';
import { Day } from '../day.ts';
import { Provenance } from '../provenance.ts';
import { Refusal } from '../refusal.ts';

/** Which template a 簡易計画 begins with. */
export const planSizeNames = { small: '小規模', town: '町', city: '市' } as const;
export type PlanSize = keyof typeof planSizeNames;
export const PlanSize = z.enum(Object.keys(planSizeNames) as [PlanSize, ...PlanSize[]]);

/** What of 簡易計画 (FM-13) is written in words, in the order of the form; its tables come from the records. */
export const planSectionNames = {
  background: '策定の趣旨・背景',
  position: '位置付け・計画期間',
  current: '現状と課題',
  vision: '基本理念・目指す姿',
  policies: '基本方針',
  structure: '推進体制',
  talent: '人材確保・育成',
  progress: 'KPIと進捗管理',
} as const;
export type PlanSection = keyof typeof planSectionNames;
export const PlanSection = z.enum(Object.keys(planSectionNames) as [PlanSection, ...PlanSection[]]);

export type PlanTexts = Readonly<Record<PlanSection, string>>;

const SimplePlanContent = z.object({
  size: PlanSize,
  /** What the municipality has written itself; everything else is the template's, until it is decided. */
  texts: z.partialRecord(PlanSection, z.string().min(1)),
  /** 意見照会 was begun. */
  circulatedOn: Day.optional(),
  /** Decided: what it says then, whole. */
  decided: z.object({ on: Day, at: z.string(), texts: z.record(PlanSection, z.string()) }).optional(),
});
export type SimplePlanContent = z.infer<typeof SimplePlanContent>;

const SimplePlanVersion = Provenance.extend({ number: z.number().int(), content: SimplePlanContent });
export type SimplePlanVersion = z.infer<typeof SimplePlanVersion>;

/** 簡易計画 of a municipality, in versions. `year`: the first fiscal year it is for. */
export const SimplePlan = z.object({
  id: z.string(),
  municipality: z.string(),
  year: z.number().int(),
  versions: z.array(SimplePlanVersion).min(1),
});
export type SimplePlan = z.infer<typeof SimplePlan>;

export const simplePlanId = (municipality: string): string => `simple-plan-${municipality}`;

export function currentPlan({ versions }: Pick<SimplePlan, 'versions'>): SimplePlanVersion {
  const last = versions.at(-1);
  if (!last) throw new Error('a 簡易計画 without a version');
  return last;
}

/** Adds a version; the same again, or a replay, changes nothing. @param seen as somebody saw it who changed it */
export function withPlanVersion(
  known: SimplePlan | undefined,
  of: Pick<SimplePlan, 'municipality' | 'year'>,
  content: SimplePlanContent,
  from: Provenance,
  seen: number | undefined = undefined,
): SimplePlan {
  if (!known)
    return {
      id: simplePlanId(of.municipality),
      ...of,
      versions: [{ ...from, number: 1, content: SimplePlanContent.parse(content) }],
    };
  const last = currentPlan(known);
  if (known.versions.some(({ ask }) => ask === from.ask) || isSamePlan(last.content, content)) return known;
  if (seen !== undefined && seen !== last.number) throw Refusal.because('changed-meanwhile', { at: new Date(last.at) });
  return { ...known, versions: [...known.versions, { ...from, number: last.number + 1, content }] };
}

const isSamePlan = (a: SimplePlanContent, b: SimplePlanContent): boolean =>
  JSON.stringify(SimplePlanContent.parse(a)) === JSON.stringify(SimplePlanContent.parse(b));

/** What was decided is not written over: from there on, it is the draft of the next edition. */
export function withSection(
  content: SimplePlanContent,
  section: PlanSection,
  text: string | undefined,
): SimplePlanContent {
  const { decided, size, texts } = content;
  const { [section]: _, ...others } = decided ? decided.texts : texts;
  const { circulatedOn } = decided ? { circulatedOn: undefined } : content;
  return {
    size,
    texts: { ...others, ...(text ? { [section]: text } : {}) },
    ...(circulatedOn ? { circulatedOn } : {}),
  };
}

/** 版: each decision makes one; what is written after it is the next one's draft. */
export function planEditionOf(
  { versions }: Pick<SimplePlan, 'versions'>,
  number: number,
): { readonly edition: number; readonly isDraft: boolean } {
  const until = versions.filter((version) => version.number <= number);
  const decisions = until.filter(
    ({ content: { decided } }, at) => decided !== undefined && until[at - 1]?.content.decided === undefined,
  ).length;
  const isDraft = until.at(-1)?.content.decided === undefined;
  return { edition: decisions + (isDraft ? 1 : 0), isDraft };
}

/** 第1版（案）. */
export function planEditionText(plan: SimplePlan, number = currentPlan(plan).number): string {
  const { edition, isDraft } = planEditionOf(plan, number);
  return `第${edition}版${isDraft ? '（案）' : ''}`;
}

/** The KPI whose grade says how far it is. */
export const PLAN_KPI = 'K1-01';

/** What a municipality of this size writes itself before its plan counts as 素案: the smallest only adjusts the template. */
const OWN_WORDS: Readonly<Record<PlanSize, readonly PlanSection[]>> = {
  small: ['current', 'vision'],
  town: ['current', 'vision', 'policies'],
  city: ['current', 'vision', 'policies', 'structure'],
};

/** What is still to be written for 素案. */
export const stillToWrite = ({ size, texts, decided }: SimplePlanContent): readonly PlanSection[] =>
  decided ? [] : OWN_WORDS[size].filter((section) => !texts[section]);

/** The grade of K1-01 that a plan has reached: 0 without one. */
export function planGrade(content: SimplePlanContent | undefined): number {
  if (content === undefined) return 0;
  if (content.decided) return 100;
  if (content.circulatedOn) return 80;
  if (stillToWrite(content).length === 0) return 60;
  return content.texts.current ? 40 : 20;
}

/** 40 現状・課題の整理, as the catalogue calls it. */
export function gradeName(grade: number): string {
  const name = findKpi(PLAN_KPI)?.grades?.find(([at]) => at === grade)?.[1];
  return name === undefined ? `${grade}%` : `${grade}%（${name}）`;
}
