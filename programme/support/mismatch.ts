import { z } from 'zod';
import { Day } from '../day.ts';
import { defineKind, inOne, ofNoYear } from '../kind.ts';
import { Provenance } from '../provenance.ts';

/** 申出者区分 (様式 FM-18). */
export const MismatchParty = z.enum(['municipality', 'expert', 'secretariat']);
export type MismatchParty = z.infer<typeof MismatchParty>;

export const mismatchPartyNames: Readonly<Record<MismatchParty, string>> = {
  municipality: '市町村',
  expert: '派遣人材',
  secretariat: '事務局',
};

/** 理由区分 (様式 FM-18). */
export const MismatchCategory = z.enum(['expertise', 'approach', 'capacity', 'chemistry', 'circumstances']);
export type MismatchCategory = z.infer<typeof MismatchCategory>;

export const mismatchCategoryNames: Readonly<Record<MismatchCategory, string>> = {
  expertise: '専門分野',
  approach: '進め方',
  capacity: '稼働',
  chemistry: '相性',
  circumstances: '健康・都合',
};

/** 対応 (様式 FM-18). */
export const MismatchMeasure = z.enum(['improvement', 'role-change', 'addition', 'replacement', 'none']);
export type MismatchMeasure = z.infer<typeof MismatchMeasure>;

export const mismatchMeasureNames: Readonly<Record<MismatchMeasure, string>> = {
  improvement: '改善',
  'role-change': '役割変更',
  addition: '追加派遣',
  replacement: '交代',
  none: '対応なし',
};

const MismatchVersion = Provenance.extend({
  category: MismatchCategory.optional(),
  /** 内容（限定公開） */
  detail: z.string().optional(),
  /** 双方ヒアリング結果: of the municipality, and of the expert. */
  heard: z.object({ municipality: z.string().optional(), expert: z.string().optional() }).optional(),
  /** The day on which both sides had been heard. */
  heardOn: Day.optional(),
  measure: MismatchMeasure.optional(),
  resolvedOn: Day.optional(),
  /** フォロー評価日 */
  followUpOn: Day.optional(),
});

/**
 * ミスマッチ: that a municipality and its expert do not get on. Nobody but the secretariat learns that there is one.
 * One that follows from what was said of visits is kept only once somebody of the secretariat has written in it.
 */
export const Mismatch = z.object({
  id: z.string(),
  municipality: z.string(),
  expert: z.string(),
  /** 申出日 */
  reportedOn: Day,
  reportedBy: MismatchParty,
  /** Oldest first, whole each time; the last one counts. */
  versions: z.array(MismatchVersion).min(1),
});
export type Mismatch = z.infer<typeof Mismatch>;

/** The partition of what the secretariat keeps to itself: no municipality's, and not the programme's. */
export const MISMATCHES = '_mismatches';

export const mismatches = defineKind({
  name: 'mismatches',
  called: 'ミスマッチ',
  container: 'state',
  schema: Mismatch,
  ...inOne(MISMATCHES),
  id: ({ id }) => id,
  belongsTo: () => undefined,
  ofYear: ofNoYear,
  keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
  exported: { as: 'nothing', because: 'nobody but the secretariat learns that there is one' },
  takenBack: { never: 'it is written anew, and what was written before stays on record' },
  audited: true,
  confidential: true,
  ofTheChat: [],
});
