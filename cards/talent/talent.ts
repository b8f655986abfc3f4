import { ask } from '../../programme/asks.ts';
import { fiscalYearName } from '../../programme/day.ts';
import type { Municipality } from '../../programme/municipality.ts';
import { pageOf } from '../../programme/page.ts';
import { talentFields, trainingFields } from '../../programme/talent/talent-fields.ts';
import { currentTalent, engagementNames, type TalentProfile } from '../../programme/talent/talent-profile.ts';
import {
  currentTraining,
  type Training,
  type TrainingTotals,
  trainingLevelNames,
  trainingTotals,
} from '../../programme/talent/training.ts';
import { type Button, buttons, type Card, facts, list, type Node, notice, offering, text } from '../card.ts';
import { pageButtons } from '../page-buttons.ts';

export type TalentView = {
  readonly municipality: Municipality;
  readonly fiscalYear: number;
  readonly trainings: readonly Training[];
  readonly profiles: readonly TalentProfile[];
  readonly mayWrite: boolean;
};

/** 計画 20人・実績 7人（3件のうち1件を実施）, or 計画 20人・実績は未報告. */
const trainingTotalsText = ({ planned, done, rows, reported }: TrainingTotals): string =>
  rows === 0
    ? 'まだ計画がありません'
    : `計画 ${planned}人・${reported === 0 ? '実績は未報告' : `実績 ${done}人（${rows}件のうち${reported}件を実施）`}`;

const PAGE = 6;

/** 人材 of a municipality: its 育成・研修計画, a row each, and the 要件書 of talents from outside. */
export function talentCard(view: TalentView, page: number, said: readonly Node[] = []): Card {
  const { municipality, fiscalYear, trainings, profiles, mayWrite } = view;
  const { code, name } = municipality;
  const { shown, at, pages } = pageOf(trainings, page, PAGE);
  const totals = trainingTotalsText(trainingTotals(trainings));
  const of = { municipality: code };
  const writing: readonly Button[] = [
    { label: '研修を足す', ask: ask('edit-training', { ...of, begins: 'yes' }) },
    { label: '要件書を作る', ask: ask('edit-talent-profile', { ...of, begins: 'yes' }) },
  ];
  const files: readonly Button[] = [
    ...(trainings.length > 0 ? [{ label: '研修計画（Word）', ask: ask('training-file', of) }] : []),
    ...(profiles.length > 0 ? [{ label: '要件書（Word）', ask: ask('talent-file', of) }] : []),
  ];
  return offering(
    '人材',
    `${name}の人材: ${totals}`,
    said,
    text(`${name}　${fiscalYearName(fiscalYear)}の人材`, 'strong'),
    text('育成・研修計画', 'heading'),
    text(totals),
    list(shown.map((one) => trainingRow(one, code))),
    text('外部人材の要件書', 'heading'),
    profiles.length === 0
      ? text('まだ要件書がありません。', 'quiet')
      : list(profiles.map((one) => profileRow(one, code))),
    buttons(
      ...pageButtons(at, pages, (next) => ask('show-talent', { ...of, page: next })),
      ...(mayWrite ? writing : []),
      ...files,
    ),
  );
}

function trainingRow(one: Training, municipality: string) {
  const { level, target, planned, done, when } = currentTraining(one);
  const standing = done === undefined ? '実績は未報告' : `実績 ${done}人`;
  return {
    title: `${trainingLevelNames[level]}　${target}`,
    detail: `計画 ${planned}人・${standing}・${when}`,
    ask: ask('show-talent', { municipality, training: one.id }),
  };
}

function profileRow(one: TalentProfile, municipality: string) {
  const { role, engagement, days } = currentTalent(one);
  return {
    title: role,
    detail: `${engagementNames[engagement]}・${days}`,
    ask: ask('show-talent', { municipality, talent: one.id }),
  };
}

const versionText = (count: number): string =>
  count === 1 ? '' : `直した回数 ${count - 1}回（前の内容も残っています）`;
const back = (municipality: string): Button => ({ label: '人材にもどる', ask: ask('show-talent', { municipality }) });

/** One row of the plan. */
export function trainingCard({ municipality, mayWrite }: TalentView, one: Training, said: readonly Node[] = []): Card {
  const content = currentTraining(one);
  const of = { municipality: municipality.code, training: one.id };
  return offering(
    '研修計画',
    `${municipality.name} ${content.target}: 計画 ${content.planned}人`,
    said,
    text(content.target, 'strong'),
    text(`${municipality.name}　${versionText(one.versions.length)}`, 'quiet'),
    facts(...trainingFields.map(({ label, say }) => [label, say(content) || '空欄'] as const)),
    buttons(
      ...(mayWrite
        ? ([
            { label: '実績を記録', look: 'primary', ask: ask('record-training', of) },
            { label: '計画を変える', ask: ask('edit-training', of) },
            { label: '計画から外す', ask: ask('remove-talent', of) },
          ] as const)
        : []),
      back(municipality.code),
    ),
  );
}

/** One 要件書. */
export function talentProfileCard(
  { municipality, mayWrite }: TalentView,
  one: TalentProfile,
  said: readonly Node[] = [],
): Card {
  const content = currentTalent(one);
  const of = { municipality: municipality.code, talent: one.id };
  return offering(
    '要件書',
    `${municipality.name} 要件書: ${content.role}`,
    said,
    text(content.role, 'strong'),
    text(`${municipality.name}　${versionText(one.versions.length)}`, 'quiet'),
    facts(...talentFields.map(({ label, say }) => [label, say(content) || '空欄'] as const)),
    notice('quiet', '要件書には人の名前を書きません。'),
    buttons(
      { label: 'Wordで受け取る', ask: ask('talent-file', of) },
      ...(mayWrite
        ? [
            { label: '要件書を変える', ask: ask('edit-talent-profile', of) },
            { label: '要件書を外す', ask: ask('remove-talent', of) },
          ]
        : []),
      back(municipality.code),
    ),
  );
}
