import { z } from 'zod';
import { Provenance } from '../provenance.ts';
import type { TownYear } from './training.ts';

/** 任用形態 */
export const engagementNames = {
  fixedTerm: '特定任期付職員',
  partTime: '会計年度任用職員',
  specialPost: '特別職非常勤職員',
  contract: '業務委託',
  secondment: '企業などからの派遣',
  other: 'その他',
} as const;
export type Engagement = keyof typeof engagementNames;
export const Engagement = z.enum(Object.keys(engagementNames) as [Engagement, ...Engagement[]]);

/** 要件書 of a talent from outside: what they are to do and can, never who. Money nobody has said is absent. */
export const TalentContent = z.object({
  /** 役割 */
  role: z.string().min(1),
  /** スキル・経験 */
  skills: z.string(),
  engagement: Engagement,
  /** 日数: 月4日 */
  days: z.string(),
  /** 報酬 a year, in 千円. */
  pay: z.number().int().nonnegative().optional(),
  /** 募集方法 */
  recruiting: z.string(),
  /** 時期 */
  when: z.string(),
});
export type TalentContent = z.infer<typeof TalentContent>;

/** 要件書: one talent a municipality looks for in a fiscal year, in versions. */
export const TalentProfile = z.object({
  id: z.string(),
  municipality: z.string(),
  fiscalYear: z.number().int(),
  versions: z.array(Provenance.extend({ content: TalentContent })).min(1),
  removed: Provenance.optional(),
});
export type TalentProfile = z.infer<typeof TalentProfile>;

export const talentProfileId = ({ fiscalYear, municipality }: TownYear, ask: string): string =>
  `talent-${fiscalYear}-${municipality}-${ask}`;
/** For `Collection.list`: those of a fiscal year, or of one municipality in it. */
export const talentProfilesOf = (fiscalYear: number, municipality?: string) => {
  const start = municipality === undefined ? `talent-${fiscalYear}` : `talent-${fiscalYear}-${municipality}`;
  return { from: `${start}-`, below: `${start}.` };
};

export function currentTalent({ versions }: Pick<TalentProfile, 'versions'>): TalentContent {
  const last = versions.at(-1);
  if (!last) throw new Error('a profile without a version');
  return last.content;
}
