import { valueText } from '../../programme/progress/kpi-value.ts';
import type { TownPicture, TownsPicture } from '../../programme/progress/town-picture.ts';
import { type DataState, stateNames } from '../../programme/provenance.ts';
import type { Node } from '../card.ts';
import { townsNamed } from './named.ts';

/** All municipalities as a picture, with its figures in words. */
export const townsImage = (picture: TownsPicture, png: Uint8Array): Node => ({
  kind: 'image',
  name: '全体図.png',
  png,
  alt: townsFacts(picture)
    .map((pair) => pair.join(': '))
    .join('。'),
});

/** What the picture shows of all of them: each state by itself, because absence is not zero. */
export function townsFacts({ kpi, towns }: TownsPicture): (readonly [string, string])[] {
  const late = towns.filter((each) => each.late > 0);
  const named = late.map(({ municipality, late: count }) => `${municipality.name} ${count}件`);
  return [
    ['達成したステップ', achievedText(towns)],
    ['期限を過ぎた項目', late.length === 0 ? 'なし' : townsNamed(named)],
    ...(kpi
      ? [
          [`${kpi.id} の値`, statesText(towns)] as const,
          [`${kpi.id} の計画との差`, signalsText(towns)] as const,
          [`${kpi.id} の値の幅`, spanText(kpi, towns)] as const,
        ]
      : []),
  ];
}

/** STEP0 12団体・STEP1 3団体 */
function achievedText(towns: readonly TownPicture[]): string {
  const orders = [...new Set(towns.flatMap(({ steps }) => steps.map(({ order }) => order)))];
  const count = (order: number) =>
    towns.filter(({ steps }) => steps.some((step) => step.order === order && step.achieved)).length;
  return orders.map((order) => `STEP${order} ${count(order)}団体`).join('・') || 'なし';
}

const statesText = (towns: readonly TownPicture[]): string =>
  (Object.keys(stateNames) as DataState[])
    .map((state) => `${stateNames[state]} ${towns.filter(({ kpi }) => kpi?.state === state).length}`)
    .join('・');

function signalsText(towns: readonly TownPicture[]): string {
  const count = (signal: string) => towns.filter(({ kpi }) => kpi?.signal === signal).length;
  return `●\u00a0計画どおり ${count('green')}・▲\u00a0やや遅れ ${count('yellow')}・■\u00a0遅れ ${count('red')}`;
}

function spanText(kpi: NonNullable<TownsPicture['kpi']>, towns: readonly TownPicture[]): string {
  const values = towns.flatMap((each) => each.kpi?.value ?? []);
  if (values.length === 0) return 'まだ値がありません';
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? valueText(kpi, low) : `${valueText(kpi, low)}〜${valueText(kpi, high)}`;
}
