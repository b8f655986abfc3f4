import type { Node } from '../../../../../cards/card.ts';
import type { FlexBox } from '../../message.ts';
import { amountText, trendTitle } from '../words.ts';
import { barInLine } from './bar.ts';
import { column, flexText, quiet, row, TONES } from './paint.ts';

type Trend = Extract<Node, { kind: 'trend' }>;
type Point = Trend['points'][number];

const WIDTHS = { label: 5, bar: 12, value: 7 } as const;

/** A bar a point with its value; a point without a value says so and has no bar, zero has an empty one. */
export function trendPart(trend: Trend): FlexBox {
  const full = Math.max(trend.target ?? 0, ...trend.points.map(({ value }) => value ?? 0));
  return column(
    [
      flexText(trendTitle(trend), { weight: 'bold' }),
      ...trend.points.map((point) => pointPart(point, full, trend.unit)),
    ],
    { spacing: 'xs', margin: 'lg' },
  );
}

function pointPart({ label, value, instead }: Point, full: number, unit: string): FlexBox {
  const at = quiet(label, { flex: WIDTHS.label });
  if (value === undefined)
    return row([at, quiet(amountText(value, unit, instead), { flex: WIDTHS.bar + WIDTHS.value })]);
  return row([
    at,
    barInLine(full > 0 ? value / full : 0, TONES.plain.color, WIDTHS.bar),
    flexText(amountText(value, unit), { size: 'sm', align: 'end', flex: WIDTHS.value }),
  ]);
}
