import type { IColumn, IContainer, ILineChart } from '@microsoft/teams.cards';
import type { Node } from '../../../../cards/card.ts';
import { atBottom, bar, barRow } from './bar.ts';
import { type Element, textBlock, wide } from './text.ts';
import { labelColumn } from './width.ts';

type Trend = Extract<Node, { kind: 'trend' }>;
type Point = Trend['points'][number];

const CELLS = 12;
const NOT_REPORTED = '未報告';

/** More rows than this are long on a phone. */
const MOST_BARS = 8;

export function drawTrend(trend: Trend): Element {
  return {
    type: 'Container',
    spacing: 'Default',
    items: [
      textBlock(trend.label, { weight: 'Bolder' }),
      ...captionOf(trend).map((words) => textBlock(words, { isSubtle: true, size: 'Small', spacing: 'None' })),
      curve(trend),
    ],
  } satisfies IContainer;
}

function captionOf({ points, target, unit }: Trend): string[] {
  const latest = points.findLast(({ value }) => value !== undefined);
  const parts = [
    ...(latest?.value === undefined ? [] : [`最新 ${amount(latest.value)}${unit}（${latest.label}）`]),
    ...(target === undefined ? [] : [`目標 ${amount(target)}${unit}`]),
  ];
  return parts.length === 0 ? [] : [parts.join('　')];
}

/** Teams' charts read a missing value as 0 and print no values: they are for what is long and has no gap. */
function curve(trend: Trend): Element {
  const bars = drawBars(trend);
  const values = trend.points.flatMap(({ label, value }) => (value === undefined ? [] : [{ x: label, y: value }]));
  if (trend.points.length <= MOST_BARS || values.length < trend.points.length) return bars;
  return {
    type: 'Chart.Line',
    spacing: 'Small',
    color: 'categoricalBlue',
    data: [{ legend: trend.label, values }],
    fallback: bars,
  } satisfies ILineChart;
}

function drawBars(trend: Trend): IContainer {
  const full = Math.max(trend.target ?? 0, ...trend.points.map(({ value }) => value ?? 0));
  const width = labelColumn(trend.points.map(({ label }) => label));
  return {
    type: 'Container',
    spacing: 'Small',
    items: trend.points.map((point) => drawPoint(point, width, full, trend.unit)),
  };
}

function drawPoint(
  { label, value, instead = NOT_REPORTED }: Point,
  width: string,
  full: number,
  unit: string,
): Element {
  const at: IColumn = { type: 'Column', width, items: [textBlock(label, { size: 'Small', isSubtle: true })] };
  if (value === undefined) {
    const gap = wide(textBlock(`― ${instead}`, { size: 'Small', isSubtle: true }));
    return { type: 'ColumnSet', spacing: 'None', minHeight: '24px', columns: [at, gap].map(atBottom) };
  }
  const length = bar(full > 0 ? value / full : 0, CELLS, 'plain');
  return barRow(length, textBlock(`${amount(value)}${unit}`, { size: 'Small' }), at);
}

function amount(value: number): string {
  return value.toLocaleString('ja-JP', { maximumFractionDigits: 2 });
}
