import { findItem, findStage } from '../catalogue.ts';
import { fullDate } from '../day.ts';
import type { MunicipalityRecords } from '../digest/digest.ts';
import { itemPercent } from '../progress/item-record.ts';
import { openItems, SETTLED, stepStandings } from '../progress/step-standing.ts';
import type { Week } from '../week.ts';
import type { FinalRecords } from './final-records.ts';
import { isFinallyAchieved } from './missing-kpi.ts';

/** More items than these are not named one by one. */
const NAMED = 6;

/** What the records say for 概要; figures stand in the chapters behind it. */
export function draftedOverview({ programme, towns }: FinalRecords): string {
  const { name, start, end } = programme;
  return [
    `業務名: ${name}`,
    `期間: ${fullDate(start)}から${fullDate(end)}まで`,
    `対象市町村: ${towns.map(({ municipality }) => municipality.name).join('、')}`,
    '派遣人材が市町村を訪問し、自治体DX全体手順書のステップ0からステップ3までの取組を支援した。実績は次の章以降のとおりである。',
  ].join('\n');
}

/** Where a municipality stood when the support began. */
export function draftedBefore({ records }: MunicipalityRecords): string {
  const known = [...records.items.values()].filter(({ start }) => start !== undefined);
  if (known.length === 0) return '';
  const begun = known.filter(({ start }) => (findStage(start?.stage ?? '')?.percent ?? 0) > 0);
  if (begun.length === 0) return '支援の開始時には、段階の分かっている項目はいずれも未着手だった。';
  return `支援の開始時には、${named(begun.map(({ item }) => item))}に着手していた。`;
}

/** What has become of it. */
export function draftedAfter({ records }: MunicipalityRecords, week: Week): string {
  const achieved = stepStandings(records).filter((standing) => isFinallyAchieved(standing, records, week));
  const settled = [...records.items.values()].filter(
    (record) => record.year === 'this' && (itemPercent(record) ?? 0) >= SETTLED,
  );
  const steps = achieved.map(({ step }) => `ステップ${step.order}（${step.name}）`);
  return [
    ...(settled.length > 0 ? [`${named(settled.map(({ item }) => item))}が決定・導入まで進んだ。`] : []),
    ...(steps.length > 0 ? [`${steps.join('、')}を達成した。`] : []),
  ].join('');
}

/** What is left to do of the year, and what was put off. */
export function draftedRemaining({ records }: MunicipalityRecords): string {
  const open = openItems(records);
  const later = [...records.items.values()].filter(({ year }) => year === 'later').map(({ item }) => item);
  return [
    ...(open.length > 0 ? [`今年度の項目のうち、${named(open)}が終わっていない。`] : []),
    ...(later.length > 0 ? [`${named(later)}は翌年度以降に実施する。`] : []),
  ].join('\n');
}

function named(ids: readonly string[]): string {
  const names = ids
    .toSorted()
    .slice(0, NAMED)
    .map((id) => `${id} ${findItem(id)?.short ?? ''}`.trim());
  return `${names.join('、')}${ids.length > NAMED ? 'ほか' : ''}`;
}
