import { z } from 'zod';
import { defineKind, inMunicipality, wholly } from '../kind.ts';
import { Provenance } from '../provenance.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';

/** 派遣マッチング票 (様式 FM-05): what a municipality wishes for in a year. */
const NeedsVersion = Provenance.extend({
  /** 支援希望テーマ: ids of items. */
  themes: z.array(z.string()),
  /** 現状・課題 */
  problems: z.string().optional(),
  /** 今年度内に達成したいこと */
  goal: z.string().optional(),
  /** 希望形態（対面／オンライン・頻度・曜日） */
  mode: z.string().optional(),
  /** 求めるスキル・経験 */
  skills: z.string().optional(),
  /** 制約（LGWAN・チャット可否・会議室等） */
  limits: z.string().optional(),
  undone: Provenance.optional(),
});
export type NeedsVersion = z.infer<typeof NeedsVersion>;

export const SupportNeeds = z.object({
  municipality: z.string(),
  fiscalYear: z.number().int(),
  versions: z.array(NeedsVersion).min(1),
});
export type SupportNeeds = z.infer<typeof SupportNeeds>;

/** What is said of it, each in its own field. */
export type NeedsSaid = Omit<NeedsVersion, 'by' | 'at' | 'via' | 'ask' | 'undone'>;

type NeedsField = { name: keyof NeedsSaid; label: string; required: boolean; maxLength: number };
/** The fields of 派遣マッチング票 in its order and words; `constraints` alone may be left out there. */
export const needsFields: readonly Readonly<NeedsField>[] = [
  { name: 'themes', label: '支援希望テーマ', required: true, maxLength: 200 },
  { name: 'problems', label: '現状・課題', required: true, maxLength: 1000 },
  { name: 'goal', label: '今年度内に達成したいこと', required: true, maxLength: 500 },
  { name: 'mode', label: '希望形態（対面／オンライン・頻度・曜日）', required: true, maxLength: 200 },
  { name: 'skills', label: '求めるスキル・経験（自治体実務経験等）', required: true, maxLength: 300 },
  { name: 'limits', label: '制約（LGWAN・チャット可否・会議室等）', required: false, maxLength: 300 },
];

/** Adds a version. The same again, or a replay, changes nothing. */
export function withNeeds(
  known: SupportNeeds | undefined,
  of: Pick<SupportNeeds, 'municipality' | 'fiscalYear'>,
  said: NeedsSaid,
  from: Provenance,
): SupportNeeds {
  const versions = known?.versions ?? [];
  const current = currentNeeds(known);
  const plain = (version: NeedsSaid) => JSON.stringify(needsFields.map(({ name }) => version[name]));
  if (known && versions.some(({ ask }) => ask === from.ask)) return known;
  if (known && current && plain(current) === plain(said)) return known;
  return { ...of, versions: [...versions, { ...from, ...said }] };
}

export const supportNeedsId = (fiscalYear: number): string => `needs-${fiscalYear}`;

export function currentNeeds(needs: SupportNeeds | undefined): NeedsVersion | undefined {
  return needs?.versions.findLast(({ undone }) => undone === undefined);
}

export const supportNeeds = defineKind({
  name: 'supportNeeds',
  called: '派遣の希望',
  container: 'state',
  schema: SupportNeeds,
  ...inMunicipality,
  id: ({ fiscalYear }) => supportNeedsId(fiscalYear),
  belongsTo: (needs, { code }) => wholly(needs, needs.municipality === code),
  ofYear: (needs, { fiscalYear }) => (needs.fiscalYear === fiscalYear ? needs : undefined),
  keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts(
        '派遣の希望',
        'support',
        (needs: SupportNeeds) => needs.versions.map((version) => ({ needs, version })),
        {
          市町村名: ({ needs }, { townName }) => townName(needs.municipality),
          支援希望テーマ: ({ version }) => version.themes.join('、'),
          '現状・課題': ({ version }) => version.problems,
          年度内に達成したいこと: ({ version }) => version.goal,
          希望形態: ({ version }) => version.mode,
          '求めるスキル・経験': ({ version }) => version.skills,
          制約: ({ version }) => version.limits,
          日時: ({ version }) => momentCell(version.at),
          記入者: ({ version }, { nameOf }) => nameOf(version.by),
          取消日時: ({ version }) => momentCell(version.undone?.at),
        },
      ),
    ],
  },
  takenBack: { never: 'it is written again, and what was written before stays on record' },
  audited: true,
  ofTheChat: [],
});
