import { fiscalYearName } from '../day.ts';
import { defineKind, inOne, PROGRAMME, wholly } from '../kind.ts';
import type { Provenance } from '../provenance.ts';
import { exportSheetOfParts, momentCell } from '../sheet.ts';
import type { WayBack } from '../undo.ts';
import { currentTalent, engagementNames, TalentProfile } from './talent-profile.ts';
import { currentTraining, Training, trainingLevelNames } from './training.ts';

const versionsOf = <T extends { readonly versions: readonly unknown[] }>(of: T) =>
  of.versions.map((version: T['versions'][number], at) => ({ of, version, number: at + 1 }));

const common = {
  container: 'state',
  ...inOne(PROGRAMME),
  audited: true,
} as const;

const NEVER = 'it is written anew, and every version stays on record';

/** What was written, and that it was taken off, which its own button puts back. */
function waysBack(
  { versions, removed }: Pick<Training | TalentProfile, 'versions' | 'removed'>,
  what: string,
  { change, input }: { readonly change: string; readonly input: WayBack['back']['input'] },
): readonly WayBack[] {
  return [
    ...versions.map((version: Provenance, at) => ({
      ...version,
      what: `${what}の${at === 0 ? '追加' : '変更'}`,
      back: { command: at === 0 ? 'remove-talent' : change, input },
      anew: at === 0 ? '外す' : '書き直す',
    })),
    ...(removed
      ? [
          {
            ...removed,
            what: `${what}の取り外し`,
            back: { command: 'remove-talent', input: { ...input, back: 'yes' } },
          },
        ]
      : []),
  ];
}

export const trainings = defineKind({
  ...common,
  name: 'trainings',
  called: '育成・研修計画',
  schema: Training,
  id: ({ id }) => id,
  belongsTo: (training, { code }) => wholly(training, training.municipality === code),
  ofYear: (training, { fiscalYear }) => (training.fiscalYear === fiscalYear ? training : undefined),
  keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts('育成・研修計画', 'plans', (training: Training) => versionsOf(training), {
        団体コード: ({ of }) => of.municipality,
        年度: ({ of }) => fiscalYearName(of.fiscalYear),
        行ID: ({ of }) => of.id,
        版: ({ number }) => number,
        階層: ({ version }) => trainingLevelNames[version.content.level],
        '対象・内容': ({ version }) => version.content.target,
        '人数（計画）': ({ version }) => version.content.planned,
        時期: ({ version }) => version.content.when,
        '人数（実績）': ({ version }) => version.content.done,
        実施日: ({ version }) => version.content.doneOn,
        外した日時: ({ of }) => momentCell(of.removed?.at),
        日時: ({ version }) => momentCell(version.at),
        記入者: ({ version }, { nameOf }) => nameOf(version.by),
      }),
    ],
  },
  takenBack: {
    never: NEVER,
    byButton: (training) =>
      waysBack(training, `研修計画「${currentTraining(training).target}」`, {
        change: 'edit-training',
        input: { municipality: training.municipality, training: training.id },
      }),
  },
  ofTheChat: [],
});

export const talentProfiles = defineKind({
  ...common,
  name: 'talentProfiles',
  called: '要件書（外部人材）',
  schema: TalentProfile,
  id: ({ id }) => id,
  belongsTo: (profile, { code }) => wholly(profile, profile.municipality === code),
  ofYear: (profile, { fiscalYear }) => (profile.fiscalYear === fiscalYear ? profile : undefined),
  keptFor: { years: 'records', isOver: ({ versions }, { isOld }) => versions.every(({ at }) => isOld(at)) },
  exported: {
    as: 'sheets',
    sheets: [
      exportSheetOfParts('要件書', 'plans', (profile: TalentProfile) => versionsOf(profile), {
        団体コード: ({ of }) => of.municipality,
        年度: ({ of }) => fiscalYearName(of.fiscalYear),
        要件書ID: ({ of }) => of.id,
        版: ({ number }) => number,
        役割: ({ version }) => version.content.role,
        'スキル・経験': ({ version }) => version.content.skills,
        任用形態: ({ version }) => engagementNames[version.content.engagement],
        日数: ({ version }) => version.content.days,
        '報酬（千円・年）': ({ version }) => version.content.pay,
        募集方法: ({ version }) => version.content.recruiting,
        時期: ({ version }) => version.content.when,
        外した日時: ({ of }) => momentCell(of.removed?.at),
        日時: ({ version }) => momentCell(version.at),
        記入者: ({ version }, { nameOf }) => nameOf(version.by),
      }),
    ],
  },
  takenBack: {
    never: NEVER,
    byButton: (profile) =>
      waysBack(profile, `要件書「${currentTalent(profile).role}」`, {
        change: 'edit-talent-profile',
        input: { municipality: profile.municipality, talent: profile.id },
      }),
  },
  ofTheChat: [],
});
