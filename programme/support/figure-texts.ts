import type { Kpi } from '../catalogue.ts';
import { readingText, valueText } from '../progress/kpi-value.ts';
import { visitStandingNames } from '../visits/visit-record.ts';
import type { ComputedKpi } from './programme-kpis.ts';
import { ANONYMOUS_FROM, type Satisfaction } from './satisfaction.ts';
import { type SupportFigures, unconfirmedOf } from './support-figures.ts';

/** Instead of 満足度, where it would tell what one municipality thought. */
const NOT_YET_SAID = `${ANONYMOUS_FROM}団体以上から回答がそろうと表示します`;

/** 83.3%（40/48）; ― where there is nothing to divide by. */
export function rateText(numerator: number, denominator: number, unit = ''): string {
  if (denominator === 0) return '―';
  const percent = Math.round((numerator / denominator) * 1000) / 10;
  return `${percent}%（${numerator}/${denominator}${unit}）`;
}

/** 12時間30分 */
export function hoursText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest}分`;
  return rest === 0 ? `${hours}時間` : `${hours}時間${rest}分`;
}

/** 2回（確認待ち 1・未確認のまま確定 1） */
export function unconfirmedText(figures: SupportFigures): string {
  const count = unconfirmedOf(figures);
  if (count === 0) return 'なし';
  const each = (['waiting', 'returned', 'unconfirmed'] as const).flatMap((standing) =>
    figures[standing] > 0 ? [`${visitStandingNames[standing]} ${figures[standing]}`] : [],
  );
  return `${count}回（${each.join('・')}）`;
}

/** 2回・2日・5時間・対面 2/2; what is not there is said in words and is no zero. */
export function figuresText(figures: SupportFigures, isServed: boolean): string {
  const { visits, days, minutes, inPerson, unrecorded } = figures;
  const missing = unrecorded > 0 ? [`未報告 ${unrecorded}回`] : [];
  if (visits > 0) {
    const unconfirmed = unconfirmedOf(figures);
    return [
      `${visits}回・${days}日・${hoursText(minutes)}・対面 ${inPerson}/${visits}`,
      [...(unconfirmed > 0 ? [`未確認 ${unconfirmed}回`] : []), ...missing].join('・'),
    ]
      .filter(Boolean)
      .join('\n');
  }
  if (unrecorded > 0) return missing.join('');
  return isServed ? '訪問の記録はありません' : '対象外（派遣なし）';
}

/** 対面率 83.3%（40/48）, 4.2点（回答数 25）, 12.5日（25/2）, 2件; in words where there is nothing to work with. */
export function computedText(kpi: Kpi, { parts, count }: ComputedKpi): string {
  if (count !== undefined) return valueText(kpi, count);
  if (!parts) return kpi.answers === undefined ? 'まだ計算できる記録がありません' : NOT_YET_SAID;
  const { numerator, denominator } = parts;
  const share = (numerator / denominator) * (kpi.type === 'percent' ? 100 : 1);
  const value = Math.round(share * 10) / 10;
  return readingText(kpi, { value, ...(kpi.denominator === undefined ? {} : { numerator }), denominator });
}

/** 5点 2件・4点 1件 … of all together. */
export function satisfactionText(said: Satisfaction | undefined): string {
  if (!said) return NOT_YET_SAID;
  const counts = [5, 4, 3, 2, 1].map((score) => `${score}点 ${said.counts[score - 1]}件`);
  return `${counts.join('・')}（回答 ${said.answers}件）`;
}
