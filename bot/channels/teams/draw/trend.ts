import type { IColumn, IContainer, ILineChart } from '@microsoft/teams.cards';
import type { Node } from '../../../../cards/card.ts';
import { atBottom, bar, barRow } from './bar.ts';
import { type Element, textBlock, wide } from './text.ts';
import { labelColumn } from './width.ts';

type Trend = Extract<Node, { kind: 'trend' }>;
type Point = Trend['points'][number];

const CELLS = 12;
const NOT_REPORTED = '未報告';

export function drawTrend(trend: Trend): Element {
  const target = trend.target === undefined ? '' : `目標 ${amount(trend.target)}${trend.unit}`;
  return {
    type: 'Container',
    spacing: 'Default',
    items: [
      textBlock(trend.label, { weight: 'Bolder' }),
      ...(target === '' ? [] : [textBlock(target, { isSubtle: true, size: 'Small', spacing: 'None' })]),
      ...curve(trend),
    ],
  } satisfies IContainer;
}

/** Teams' charts read a missing value as 0, so a trend with a gap is drawn as bars. */
function curve(trend: Trend): Element[] {
  const bars = drawBars(trend);
  const values = trend.points.flatMap(({ label, value }) => (value === undefined ? [] : [{ x: label, y: value }]));
  if (values.length < 2 || values.length < trend.points.length) return [bars];
  return [
    {
      type: 'Chart.Line',
      spacing: 'Small',
      yAxisTitle: trend.unit,
      color: 'categoricalBlue',
      data: [{ legend: trend.label, values }],
      fallback: bars,
    } satisfies ILineChart,
  ];
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

function drawPoint({ label, value }: Point, width: string, full: number, unit: string): Element {
  const at: IColumn = { type: 'Column', width, items: [textBlock(label, { size: 'Small', isSubtle: true })] };
  if (value === undefined) {
    const gap = wide(textBlock(`― ${NOT_REPORTED}`, { size: 'Small', isSubtle: true }));
    return { type: 'ColumnSet', spacing: 'None', minHeight: '24px', columns: [at, gap].map(atBottom) };
  }
  const length = bar(full > 0 ? value / full : 0, CELLS, 'plain');
  return barRow(length, textBlock(`${amount(value)}${unit}`, { size: 'Small' }), at);
}

function amount(value: number): string {
  return value.toLocaleString('ja-JP', { maximumFractionDigits: 2 });
}
